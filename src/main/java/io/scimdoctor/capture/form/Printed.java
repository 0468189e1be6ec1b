package io.scimdoctor.capture.form;

import io.scimdoctor.capture.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as it was pasted or printed, and its lines once the damage of its way is undone. */
public final class Printed {
    private final String raw;
    private final List<String> rawLines;
    private final String text;
    private final boolean cut;
    private @Nullable List<String> lines;

    /**
     * @param text not blank
     * @param cut whether the text goes on behind what could be read
     */
    public Printed(String text, boolean cut) {
        this.raw = Texts.withoutLinkedDigits(Texts.withPlainQuotes(text));
        this.rawLines = Texts.lines(raw.stripTrailing());
        this.text = raw.strip();
        this.cut = cut;
    }

    /** The text as it came. */
    String raw() {
        return raw;
    }

    /** The text as it came, without white space at its ends. */
    public String text() {
        return text;
    }

    /** Its lines as they came. */
    public List<String> rawLines() {
        return rawLines;
    }

    /** Its lines without line ends, the quoting of mails and the prefixes of logs, from the first that is not blank. */
    public List<String> lines() {
        if (lines == null) {
            lines = CopiedLines.of(raw);
        }
        return lines;
    }

    /** Whether the text goes on behind what could be read. */
    public boolean isCut() {
        return cut;
    }
}
