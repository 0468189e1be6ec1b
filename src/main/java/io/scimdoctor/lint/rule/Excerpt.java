package io.scimdoctor.lint.rule;

import org.jspecify.annotations.Nullable;

/**
 * The line that a finding points into, cut to a readable length.
 *
 * @param before what stands before it, which may name what the line holds
 * @param start the offset of the first character at fault within the text
 * @param end the offset behind the last one
 * @param quote the quotation mark within which the text begins, or an empty text
 */
public record Excerpt(String before, String text, int start, int end, String quote) {
    private static final int BEFORE = 60;
    private static final int LONGEST = 160;
    private static final int CONTEXT = 1_000;

    /** Finds the line of a place in its text. */
    @FunctionalInterface
    public interface Finder {
        /** The line, or null when the text is not at hand. */
        @Nullable
        Excerpt find(Place place);
    }

    /** The line around some characters of a text that is at hand. */
    public static Excerpt of(CharSequence text, int from, int to, Quotes quotes) {
        int start = Math.min(from, text.length());
        int lineStart = start;
        while (lineStart > 0 && start - lineStart <= LONGEST && !isBreak(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        int lineEnd = start;
        while (lineEnd < text.length() && lineEnd - start <= LONGEST && !isBreak(text.charAt(lineEnd))) {
            lineEnd++;
        }
        int cutStart = lineEnd - lineStart <= LONGEST ? lineStart : cut(text, lineStart, start);
        int cutEnd = Math.min(lineEnd, cutStart + LONGEST);
        while (cutStart < start && Character.isWhitespace(text.charAt(cutStart))) {
            cutStart++;
        }
        int end = Math.max(start, Math.min(to, cutEnd));
        String line = text.subSequence(cutStart, cutEnd).toString();
        String before =
                text.subSequence(Math.max(0, cutStart - CONTEXT), cutStart).toString();
        return new Excerpt(before, line, start - cutStart, end - cutStart, quotes.at(cutStart));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** A cut behind a separator, which may be one within quotes. */
    private static int cut(CharSequence text, int lineStart, int start) {
        int from = Math.max(lineStart, start - BEFORE);
        for (int i = from; i < start; i++) {
            if (",{?&[".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return from;
    }
}
