package io.scimdoctor.finding;

import java.util.Locale;

/** How a check or a whole run ended. */
public enum Status {
    PASS,
    WARN,
    FAIL,
    SKIP,
    UNKNOWN;

    /** The word in JSON, such as {@code pass}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
