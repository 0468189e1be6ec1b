package io.scimdoctor.manual;

import java.util.Locale;

/** Text in the language of man pages, man(7), which both groff and mandoc read. */
final class Roff {
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

    /** Lines that stay as they are. */
    Roff verbatim(String lines) {
        line(".RS 2");
        line(".EX");
        lines.lines().forEach(this::text);
        line(".EE");
        return line(".RE");
    }

    private Roff line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
