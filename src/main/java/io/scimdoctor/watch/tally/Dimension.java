package io.scimdoctor.watch.tally;

import io.scimdoctor.exchange.Slugged;

/** Something that calls differ in, and that failures may go together with. */
public enum Dimension implements Slugged {
    ENDPOINT,
    DATA_CENTRE,
    RING,
    /** How much was sent; how much comes back follows from whether the call failed. */
    PAYLOAD_SIZE,
    /** Whether the call had to open its connection. */
    CONNECTION,
    /** The hour of the day in UTC. */
    HOUR;

    /** For a person. */
    public String title() {
        return slug().replace('-', ' ');
    }
}
