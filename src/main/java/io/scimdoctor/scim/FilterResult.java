package io.scimdoctor.scim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of parsing a filter or a path.
 *
 * @param filter with faults it is what was probably meant, so that the rules can look at it too
 * @param faults in the order of the text; never empty without a filter
 */
public record FilterResult<F extends Filter>(@Nullable F filter, List<Violation> faults) {

    /** The filter, or null when the text is none. */
    public @Nullable F valid() {
        return faults.isEmpty() ? filter : null;
    }
}
