package io.scimdoctor.manual;

import java.util.Locale;

/** Text in the language of man pages, man(7), which both groff and mandoc read. */
final class Roff {
    /** What fits into 80 columns behind the margin. */
    private static final int WIDTH = 70;

    private static final int LAST_ASCII = 0x7F;

    private final StringBuilder text = new StringBuilder();

    Roff title(String page, String date, String version) {
        return line(".TH \"" + page.toUpperCase(Locale.ROOT) + "\" 1 \"" + date + "\" \"scimdoctor " + version
                + "\" \"scimdoctor\"");
    }

    Roff section(String heading) {
        return line(".SH " + heading);
    }

    Roff subsection(String heading) {
        return line(".SS " + heading);
    }

    Roff paragraph() {
        return line(".PP");
    }

    /** An entry with what it is; the entry is bold. */
    Roff entry(String name, String description) {
        line(".TP");
        line("\\fB" + escaped(name) + "\\fR");
        return text(description);
    }

    /** Words of a sentence, which may be filled anew. */
    Roff text(String words) {
        String escaped = escaped(words);
        return line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    /** Lines that stay as they are; one that is too long is folded, as a terminal folds it. */
    Roff verbatim(String lines) {
        line(".RS 2");
        line(".EX");
        for (String line : lines.lines().toList()) {
            Wrapped.text(line, 0, 0, WIDTH).lines().forEach(this::folded);
        }
        line(".EE");
        return line(".RE");
    }

    /** A word such as a long URL goes on in the next line. */
    private void folded(String line) {
        for (int start = 0; start == 0 || start < line.length(); start += WIDTH) {
            text(line.substring(start, Math.min(start + WIDTH, line.length())));
        }
    }

    private Roff line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** In ASCII alone, because groff by itself reads no UTF-8. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> escaped.append(point < LAST_ASCII ? Character.toString(point) : unicode(point));
            }
        });
        return escaped.toString();
    }

    private static String unicode(int point) {
        String number = Integer.toHexString(point).toUpperCase(Locale.ROOT);
        return "\\[u" + "0".repeat(Math.max(0, 4 - number.length())) + number + "]";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
