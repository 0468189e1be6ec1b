package io.scimdoctor.watch;

import io.scimdoctor.watch.tally.Round;
import java.time.Instant;
import java.util.List;

/** Makes rounds. */
interface Rounds {
    /**
     * A round, as far as it came.
     *
     * @param complete whether nothing cut it short
     */
    record Ran(Round round, boolean complete) {}

    /**
     * Makes one round.
     *
     * @param maxCalls the most calls to the API
     */
    Ran run(long number, int maxCalls, List<Long> lateMs);

    /** Whether the only token there is has ended, so that no later round can succeed. */
    boolean isTokenOver(Instant now);
}
