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

    /** The same, with what the capture itself calls the entry. */
    public static Told of(Source source) {
        String id = source.id();
        Told place = numbered(source);
        return id == null ? place : place.then(new Told(" " + Redactor.seen(id), " " + Redactor.identifier(id)));
    }
}
