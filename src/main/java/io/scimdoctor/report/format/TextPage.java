package io.scimdoctor.report.format;

import io.scimdoctor.exchange.Beginning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes plain lines with indentation and wraps them at the terminal's width. */
public record TextPage(Appendable out, Style style) {
    private static final int NARROW = 4;
    private static final int SHORTEST_PART = 20;
    /** Behind these a long word may be parted. */
    private static final String SIGNS = "/:?&=,;";
    /** The mark of a word's later part. */
    private static final String GOES_ON = "\n";

    private static final char ESCAPE = '\u001B';
    private static final List<String> UNITS = List.of("ms", "s", "min", "h", "d", "%");

    public TextPage line(String text) throws IOException {
        out.append(text).append('\n');
        return this;
    }

    /** A paragraph: the first line behind {@code first}, the others behind as many blanks. */
    public TextPage wrapped(String first, String text) throws IOException {
        return wrapped(first, " ".repeat(visible(first)), text);
    }

    /**
     * A paragraph whose words never run beyond the width. A URL that does not fit behind the margin stands alone and further
     * to the left, in one piece, and so does JSON; any other word goes on in the next line, behind one of its signs.
     */
    public TextPage wrapped(String first, String rest, String text) throws IOException {
        StringBuilder line = new StringBuilder(first);
        int used = visible(first);
        boolean empty = true;
        boolean plain = text.indexOf(ESCAPE) < 0;
        for (String word : words(text, style.width() - rest.length())) {
            int length = plain ? word.codePointCount(0, word.length()) : visible(word);
            boolean longUrl = empty && used + length > style.width() && word.contains("://");
            boolean goesOn = word.startsWith(GOES_ON);
            if (goesOn || longUrl || (!empty && used + 1 + length > style.width())) {
                String done = line.toString().stripTrailing();
                if (!done.isEmpty()) {
                    line(done);
                }
                String margin = margin(rest, word, length);
                line = new StringBuilder(margin);
                used = visible(margin);
                empty = true;
                if (word.isEmpty()) {
                    continue;
                }
            }
            if (!empty) {
                line.append(' ');
                used++;
            }
            line.append(goesOn ? word.substring(1) : word);
            used += length;
            empty = false;
        }
        return line(line.toString());
    }

    /** The words, a number and its unit as one, and the parts of those that no line can hold. */
    public static List<String> words(String text, int room) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace('\n', ' ').split(" ")) {
            int last = words.size() - 1;
            if (last >= 0 && isUnit(word) && words.get(last).matches("(?s).*\\d")) {
                words.set(last, words.get(last) + " " + word);
                continue;
            }
            String left = word;
            boolean fits = left.length() <= room || room < SHORTEST_PART;
            boolean whole = fits || left.contains("://") || left.indexOf('"') >= 0;
            while (!whole && left.length() > room && visible(left) > room) {
                int end = room;
                while (end > room / 4 && SIGNS.indexOf(left.charAt(end - 1)) < 0) {
                    end--;
                }
                end = Beginning.end(left, end > room / 4 ? end : room);
                words.add(left.substring(0, end));
                left = GOES_ON + left.substring(end);
            }
            words.add(left);
        }
        return words;
    }

    /** Whether it is a unit, perhaps with a sign behind it. */
    private static boolean isUnit(String word) {
        int end = word.startsWith("%") ? 1 : 0;
        while (end < word.length() && Character.isLetterOrDigit(word.charAt(end))) {
            end++;
        }
        return UNITS.contains(word.substring(0, end));
    }

    /** What stands before a word: less than the margin where a URL needs the room. */
    private String margin(String rest, String word, int length) {
        if (!word.contains("://") || rest.length() + length <= style.width()) {
            return rest;
        }
        return rest.substring(0, Math.min(rest.length(), length + NARROW <= style.width() ? NARROW : 0));
    }

    /** A text with blanks behind it, up to that width; a longer one stays as it is. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - visible(text)));
    }

    /** The columns a text takes, without its escape sequences. */
    public static int visible(String text) {
        String shown = text.indexOf(ESCAPE) < 0 ? text : text.replaceAll("\u001B[^m]*+m", "");
        return shown.codePointCount(0, shown.length());
    }
}
