package io.scimdoctor.report.format;

import io.scimdoctor.finding.Told;
import io.scimdoctor.input.Source;
import io.scimdoctor.redact.Redactor;
import java.io.File;

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
        boolean named = !name.equals("-") && name.equals(source.file());
        return word((named ? name : "FILE") + (only ? "" : ":" + source.index()), "FILE");
    }

    /** A text as one word of a command line of any shell; for some there is no such word, and another stands for them. */
    public static String word(String text, String otherwise) {
        String plain = "A-Za-z0-9_./:%+\\" + File.separator;
        if (text.matches("-|[" + plain + "][" + plain + "@,-]*+")) {
            return text;
        }
        // Shells differ in how they take an apostrophe within single quotes.
        boolean apostrophe = text.indexOf('\'') >= 0;
        String signs = "\\p{Cc}\u2018-\u201E" + (apostrophe ? "\"$`!\\\\" : "");
        String quote = apostrophe ? "\"" : "'";
        boolean whole = !text.contains(Redactor.MASK) && text.matches("[^" + signs + "]*+");
        return whole ? quote + (text.startsWith("-") ? "./" : "") + text + quote : otherwise;
    }

    /** The same, with what the capture itself calls the entry. */
    public static Told of(Source source) {
        String id = source.id();
        Told place = numbered(source);
        return id == null ? place : place.then(new Told(" " + Redactor.seen(id), ""));
    }
}
