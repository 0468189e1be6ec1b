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

    /** The entry's own id, or else its file and its number. */
    public static Told of(Source source) {
        String id = source.id();
        return id == null ? numbered(source) : new Told(Redactor.seen(id), Redactor.identifier(id));
    }
}
