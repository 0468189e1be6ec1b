package io.scimdoctor.config;

import java.util.Map;

/**
 * A named set of settings in the configuration file.
 *
 * @param values by setting; for a secret, the name of the environment variable that holds it
 */
public record Profile(String name, Map<Key, String> values) {
    /** Whether a profile may bear the name: it stands bare in the file and on the command line. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
    }
}
