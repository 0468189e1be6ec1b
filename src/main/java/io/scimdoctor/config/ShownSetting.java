package io.scimdoctor.config;

import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;

/** A setting as its owner may see it, and as it is handed on: there a folder or an id may be called after somebody. */
public final class ShownSetting {
    private ShownSetting() {}

    /** The value of a setting that is no secret. */
    public static Told of(String value) {
        return value.contains("://")
                ? Redactor.toldUrl(value)
                : new Told(value, Redactor::seen, Redactor::harmlessParts);
    }
}
