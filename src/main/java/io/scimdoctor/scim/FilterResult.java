package io.scimdoctor.scim;

/** What came of parsing a filter: a tree, or the place and the reason of the first fault. */
public sealed interface FilterResult {
    /** The text is a filter. */
    record Parsed(Filter filter) implements FilterResult {}

    /**
     * The text is not a filter.
     *
     * @param message one sentence for a person
     * @param start the offset of the first character at fault
     * @param end the offset behind the last one; equal to the start at the end of the text
     */
    record Invalid(String message, int start, int end) implements FilterResult {}
}
