package io.scimdoctor.scim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of parsing a filter: a tree, or the faults and as much of a tree as could be made out. */
public sealed interface FilterResult {
    /** The text is a filter. */
    record Parsed(Filter filter) implements FilterResult {}

    /**
     * The text is not a filter.
     *
     * @param faults in the order of the text; never empty
     * @param guess the filter that was probably meant, so that the rules can look at it too
     */
    record Invalid(List<FilterFault> faults, @Nullable Filter guess) implements FilterResult {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
