package io.scimdoctor.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A constant that the world outside knows by its own name in lower case, with hyphens. */
public interface Slugged {
    /** The constant's name in the program. */
    String name();

    /** Such as {@code dns-failure}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of some constants that is known by a name, or null. */
    static <T extends Slugged> @Nullable T find(T[] values, @Nullable String slug) {
        for (T value : values) {
            if (value.slug().equals(slug)) {
                return value;
            }
        }
        return null;
    }
}
