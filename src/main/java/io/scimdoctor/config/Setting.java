package io.scimdoctor.config;

/**
 * A value and where it came from.
 *
 * @param value empty where a profile names a variable that is not set
 * @param origin the kind of place
 * @param source the option, the variable or the profile that gave it
 */
public record Setting(String value, Origin origin, String source) {
    /** The same setting with another value, such as the content of the file that it names. */
    public Setting with(String other) {
        return new Setting(other, origin, source);
    }

    /** Leaves the value out: it may be a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
