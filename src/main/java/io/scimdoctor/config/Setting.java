package io.scimdoctor.config;

/**
 * A value and where it came from.
 *
 * @param source the option or variable that gave it
 */
public record Setting(String value, String source) {
    /** Leaves the value out: it may be a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
