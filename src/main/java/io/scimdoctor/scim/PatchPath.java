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

    /** Parses any text; never throws. */
    public static Result parse(String text) {
        return FilterParser.parsePath(text);
    }
}
