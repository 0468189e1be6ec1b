package io.scimdoctor.lint.rule;

/**
 * The piece of a request that a finding is about.
 *
 * @param part which text the offsets count in
 * @param start the offset of the first character at fault
 * @param end the offset behind the last one; equal to the start where something is missing
 * @param line the 1-based line of the start in that text
 * @param column the 1-based column of the start, in UTF-16 units
 */
public record Place(Part part, int start, int end, int line, int column) {
    /** The texts that a request consists of. */
    public enum Part {
        METHOD,
        URL,
        /** All header fields, one a line, as {@code Name: value}. */
        HEADERS,
        BODY,
        /** A filter on its own, not yet encoded. */
        FILTER
    }

    /** A place in a text of one line. */
    public static Place of(Part part, int start, int end) {
        return new Place(part, start, end, 1, start + 1);
    }
}
