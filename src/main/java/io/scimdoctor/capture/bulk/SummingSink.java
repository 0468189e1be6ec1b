package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.CaptureSink;

/**
 * Takes what a capture yields when only the sums count. Successes need not be read any further than their status and time,
 * and several threads may each fill a sink of their own.
 */
public interface SummingSink extends CaptureSink {
    /** What one thread summed up over a part of the input. */
    interface Part {}

    /** One call succeeded. */
    void succeeded(Glance success);

    /** Counts a failure when one like it has been diagnosed before; else the next exchange is this very failure. */
    boolean repeated(Glance failure);

    /** The failure that was asked for last has been read. */
    void forget();

    /** An empty sink for another thread. */
    SummingSink another();

    /** Hands over what was summed up since the last time. */
    Part take();

    /**
     * Adds a part, in the order of the input.
     *
     * @param before how many lines stand before the part; the places in it count from its own start
     */
    void add(Part part, long before);
}
