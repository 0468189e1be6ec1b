package io.scimdoctor.manual;

/** Text in lines of a given width. */
public final class Wrapped {
    private Wrapped() {}

    /** The text with line breaks, its further lines indented; the first begins at the given column. */
    public static String text(String text, int column, int indent, int width) {
        StringBuilder wrapped = new StringBuilder();
        int used = column;
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && used + 1 + word.length() > width) {
                wrapped.append('\n').append(" ".repeat(indent));
                used = indent;
            } else if (!first) {
                wrapped.append(' ');
                used++;
            }
            wrapped.append(word);
            used += word.length();
            first = false;
        }
        return wrapped.toString();
    }
}
