package io.scimdoctor.watch.tally;

import java.util.List;

/** Is told what happens while it happens. */
public interface WatchListener {
    WatchListener NONE = (round, tally) -> {};

    /** A window of failures was opened by the first failure after a quiet time, or closed when the gap had passed. */
    default void window(FailureWindow window, boolean opened) {}

    /** A round has ended, and is counted. */
    void round(Round round, Tally tally);

    /** Tells several the same, in this order. */
    static WatchListener all(List<WatchListener> listeners) {
        return new WatchListener() {
            @Override
            public void window(FailureWindow window, boolean opened) {
                listeners.forEach(listener -> listener.window(window, opened));
            }

            @Override
            public void round(Round round, Tally tally) {
                listeners.forEach(listener -> listener.round(round, tally));
            }
        };
    }
}
