package io.scimdoctor.report.format;

import io.scimdoctor.finding.Told;
import io.scimdoctor.input.Source;
import io.scimdoctor.redact.Redactor;

/** Where an entry stands in what was read, in the form that a command takes back. */
public final class Places {
    private Places() {}

    /** File and number, which every command takes back. */
    public static Told numbered(Source source) {
        return Redactor.toldFile(source.file()).between("", ":" + source.index());
    }

    /**
     * An answer as a word of a command line. What came through a pipe, or from a file whose name is hidden, has to be named.
     *
     * @param only whether the file holds no other
     */
    public static String argument(Source source, boolean only, Style style) {
        String name = style.shown(Redactor.toldFile(source.file()));
        boolean named = !source.file().equals("-") && !name.contains(Redactor.MASK);
        String place = (named ? name : "FILE") + (only ? "" : ":" + source.index());
        return word(place);
    }

    /** A text as one word of a command line. */
    public static String word(String text) {
        return text.matches("[\\p{L}\\p{N}./\\\\:~+,@%=_-]++") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The same, with what the capture itself calls the entry. */
    public static Told of(Source source) {
        String id = source.id();
        Told place = numbered(source);
        return id == null ? place : place.then(new Told(" " + Redactor.seen(id), " " + Redactor.identifier(id)));
    }
}
