package io.scimdoctor.config;

/**
 * A value and where it came from.
 *
 * @param value empty where a profile names a variable that is not set
 * @param origin the kind of place
 * @param source the option, the variable or the profile that gave it
 */
public record Setting(String value, Origin origin, String source) {
    /** Leaves the value out: it may be a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
