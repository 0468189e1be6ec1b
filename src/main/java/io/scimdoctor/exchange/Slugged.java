package io.scimdoctor.exchange;

import java.util.Locale;

/** A constant that the world outside knows by its own name in lower case, with hyphens. */
public interface Slugged {
    /** The constant's name in the program. */
    String name();

    /** Such as {@code dns-failure}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
