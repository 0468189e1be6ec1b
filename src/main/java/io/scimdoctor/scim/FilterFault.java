package io.scimdoctor.scim;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a text from being a filter or a path.
 *
 * @param message one sentence for a person
 * @param start the offset of the first character at fault
 * @param end the offset behind the last one; equal to the start at the end of the text
 * @param replacement what to write between start and end instead, or null where only the author can know
 */
public record FilterFault(
        Kind kind,
        String message,
        int start,
        int end,
        @Nullable String replacement) {
    /** The habits that faults come from. */
    public enum Kind {
        /** Something is missing, left over or in the wrong place. */
        SYNTAX,
        /** A function of OData, such as {@code startswith(…)}. */
        FUNCTION,
        /** Single or typographic quotes. */
        QUOTES,
        /** A sign or word of another language in place of an operator, such as {@code =} or {@code &&}. */
        SIGN,
        /** A text without quotes. */
        UNQUOTED,
        /** The parameter's own name in front of the filter, such as {@code filter=}. */
        PREFIX
    }
}
