package io.scimdoctor.token;

/** A value that must never be shown. It has no readable form of its own; whoever needs it says so. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that sends or decodes it. */
    public String expose() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
