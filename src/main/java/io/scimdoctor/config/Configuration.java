package io.scimdoctor.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file says.
 *
 * @param defaultProfile the profile that is used when none is named, or null
 * @param profiles by name, in the order of the file
 */
public record Configuration(@Nullable String defaultProfile, Map<String, Profile> profiles) {
    public static final Configuration EMPTY = new Configuration(null, Map.of());
}
