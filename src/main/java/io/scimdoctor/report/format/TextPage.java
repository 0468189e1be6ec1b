package io.scimdoctor.report.format;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Verdict;
import java.io.IOException;

/** Writes plain lines with indentation and wraps them at the terminal's width. */
public record TextPage(Appendable out, Style style) {
    private static final int NARROW = 4;

    public TextPage line(String text) throws IOException {
        out.append(text).append('\n');
        return this;
    }

    public TextPage blank() throws IOException {
        return line("");
    }

    /** A paragraph: the first line behind {@code first}, the others behind as many blanks. */
    public TextPage wrapped(String first, String text) throws IOException {
        return wrapped(first, " ".repeat(visible(first)), text);
    }

    /**
     * A paragraph whose words never run beyond the width. A word that does not fit behind the margin, such as a URL, stands
     * alone and further to the left.
     */
    public TextPage wrapped(String first, String rest, String text) throws IOException {
        StringBuilder line = new StringBuilder(first);
        int used = visible(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            int length = visible(word);
            boolean longUrl = empty && used + length > style.width() && word.contains("://");
            if (longUrl || (!empty && used + 1 + length > style.width())) {
                if (!line.toString().isBlank()) {
                    line(line.toString().stripTrailing());
                }
                String margin = margin(rest, word, length);
                line = new StringBuilder(margin);
                used = visible(margin);
                empty = true;
            }
            if (!empty) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
            empty = false;
        }
        return line(line.toString());
    }

    /** What stands before a word: less than the margin where a URL needs the room. */
    private String margin(String rest, String word, int length) {
        if (!word.contains("://") || rest.length() + length <= style.width()) {
            return rest;
        }
        return rest.substring(0, Math.min(rest.length(), length + NARROW <= style.width() ? NARROW : 0));
    }

    /**
     * The last line: what the process returns, and how to go on.
     *
     * @param next the command's words behind the program's name, or an empty text
     */
    public TextPage end(ExitCode code, String next) throws IOException {
        return wrapped("", "Exit code " + code.words() + "." + (next.isEmpty() ? "" : " Next: scimdoctor " + next));
    }

    /** The same, and the condition that a verdict names as what to read next. */
    public TextPage end(Verdict verdict) throws IOException {
        return end(verdict.exitCode(), verdict.id() == null ? "" : "explain " + verdict.id());
    }

    /** A text with blanks behind it, up to that width; a longer one stays as it is. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - visible(text)));
    }

    /** The columns a text takes, without its escape sequences. */
    public static int visible(String text) {
        String shown = text.indexOf('\u001B') < 0 ? text : text.replaceAll("\u001B[^m]*+m", "");
        return shown.codePointCount(0, shown.length());
    }
}
