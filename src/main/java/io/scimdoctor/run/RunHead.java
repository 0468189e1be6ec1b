package io.scimdoctor.run;

import io.scimdoctor.exchange.Slugged;
import java.time.Instant;

/**
 * What identifies a run.
 *
 * @param id a GUID
 * @param complete whether nothing cut the run short
 * @param simulated whether the service was the simulator in the same process
 */
public record RunHead(
        String id,
        Kind kind,
        Instant startedAt,
        Instant finishedAt,
        boolean complete,
        boolean simulated,
        Machine machine) {
    private static final int SHORT = 8;

    /** What was done. */
    public enum Kind implements Slugged {
        CHECK,
        PROBE,
        WATCH,
        /** Captured answers were read in; nothing was called. */
        IMPORT;
    }

    /** Enough of the id to name the run on a command line. */
    public String shortId() {
        return shortId(id);
    }

    /** The same of an id that is known without its run. */
    public static String shortId(String id) {
        return id.length() <= SHORT ? id : id.substring(0, SHORT);
    }
}
