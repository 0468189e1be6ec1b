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

    /** Tells several the same, in this order. */
    static WatchListener all(WatchListener... listeners) {
        return new WatchListener() {
            @Override
            public void opened(FailureWindow window) {
                for (WatchListener listener : listeners) {
                    listener.opened(window);
                }
            }

            @Override
            public void closed(FailureWindow window) {
                for (WatchListener listener : listeners) {
                    listener.closed(window);
                }
            }

            @Override
            public void round(Round round, Tally tally) {
                for (WatchListener listener : listeners) {
                    listener.round(round, tally);
                }
            }
        };
    }
}
