package io.scimdoctor.lint.rule;

import org.jspecify.annotations.Nullable;

/**
 * The line that a finding points into, cut to a readable length.
 *
 * @param start the offset of the first character at fault within the text
 * @param end the offset behind the last one
 * @param quoted whether it begins within quotes
 */
public record Excerpt(String text, int start, int end, boolean quoted) {
    private static final int BEFORE = 60;
    private static final int LONGEST = 160;

    /** Finds the line of a place in its text. */
    @FunctionalInterface
    public interface Finder {
        /** The line, or null when the text is not at hand. */
        @Nullable
        Excerpt find(Place place);
    }

    /** The line around some characters of a text that is at hand. */
    public static Excerpt of(String text, int from, int to) {
        int start = Math.min(from, text.length());
        int lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
        int lineEnd = start;
        while (lineEnd < text.length() && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int cutStart = lineEnd - lineStart <= LONGEST ? lineStart : cut(text, lineStart, start);
        int cutEnd = Math.min(lineEnd, cutStart + LONGEST);
        while (cutStart < start && Character.isWhitespace(text.charAt(cutStart))) {
            cutStart++;
        }
        int end = Math.max(start, Math.min(to, cutEnd));
        boolean quoted = isQuoted(text, lineStart, cutStart);
        return new Excerpt(text.substring(cutStart, cutEnd), start - cutStart, end - cutStart, quoted);
    }

    /** A cut behind a separator, which may be one within quotes. */
    private static int cut(String text, int lineStart, int start) {
        int from = Math.max(lineStart, start - BEFORE);
        for (int i = from; i < start; i++) {
            if (",{?&[".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean isQuoted(String text, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"' || text.startsWith("%22", i)) {
                quoted = !quoted;
            }
        }
        return quoted;
    }
}
