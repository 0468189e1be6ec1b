package io.scimdoctor.finding;

import java.util.Locale;

/** How bad a finding is; the first is the worst. */
public enum Severity {
    FAIL,
    WARN,
    INFO;

    /** The word in JSON, such as {@code fail}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
