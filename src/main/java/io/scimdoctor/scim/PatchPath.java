package io.scimdoctor.scim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a PATCH operation (RFC 7644, section 3.5.2), such as {@code addresses[type eq "work"].locality}.
 *
 * @param attribute what stands before the bracket, as written
 * @param filter what stands in the bracket, or null without one
 * @param subAttribute what follows the bracket after a dot, or null
 */
public record PatchPath(
        String attribute, @Nullable Filter filter, @Nullable String subAttribute) {
    /** What came of parsing a path. */
    public sealed interface Result {}

    /** The text is a path. */
    public record Parsed(PatchPath path) implements Result {}

    /** The text is none; the faults are never empty. */
    public record Invalid(List<FilterFault> faults) implements Result {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** The type that the filter asks for in its one or first clause, or null. */
    public @Nullable String type() {
        Filter first = filter instanceof Filter.And and ? and.terms().get(0) : filter;
        return first instanceof Filter.Comparison comparison
                        && comparison.attribute().equalsIgnoreCase("type")
                        && comparison.operator() == Filter.Operator.EQ
                        && comparison.value() != null
                ? comparison.value().text()
                : null;
    }

    /** Parses any text; never throws. */
    public static Result parse(String text) {
        return FilterParser.parsePath(text);
    }
}
