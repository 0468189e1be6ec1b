package io.scimdoctor.watch;

import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;

/** Is told what happens while it happens. */
public interface WatchListener {
    WatchListener NONE = (round, tally) -> {};

    /** The first failure after a quiet time. */
    default void opened(FailureWindow window) {}

    /** The last failure of the window is longer ago than the gap. */
    default void closed(FailureWindow window) {}

    /** A round has ended, and is counted. */
    void round(Round round, Tally tally);
}
