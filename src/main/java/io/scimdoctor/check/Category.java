package io.scimdoctor.check;

import java.util.Locale;

/** The part of the way from this machine to the data that a check looks at. */
public enum Category {
    CONFIGURATION,
    TOKEN,
    NETWORK,
    SERVICE,
    DATA;

    /** The word in JSON, such as {@code network}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
