package io.scimdoctor.watch.tally;

import java.util.Locale;

/** Something that calls differ in, and that failures may go together with. */
public enum Dimension {
    ENDPOINT("endpoint"),
    DATA_CENTRE("data centre"),
    RING("ring"),
    /** How much was sent; how much comes back follows from whether the call failed. */
    PAYLOAD_SIZE("payload size"),
    /** Whether the call had to open its connection. */
    CONNECTION("connection"),
    /** The hour of the day in UTC. */
    HOUR("hour");

    private final String title;

    Dimension(String title) {
        this.title = title;
    }

    /** For a person. */
    public String title() {
        return title;
    }

    /** The value in JSON. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static Dimension of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
