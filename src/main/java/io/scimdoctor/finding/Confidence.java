package io.scimdoctor.finding;

import java.util.Locale;

/** How sure the diagnosis is; the first is the surest. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    POSSIBLE;

    /** The word in JSON, such as {@code certain}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
