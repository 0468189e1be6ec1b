package io.scimdoctor.watch;

/** Is told what happens while it happens. */
public interface WatchListener {
    WatchListener NONE = new WatchListener() {
        @Override
        public void opened(FailureWindow window) {}

        @Override
        public void closed(FailureWindow window) {}

        @Override
        public void round(Round round, Tally tally) {}
    };

    /** The first failure after a quiet time. */
    void opened(FailureWindow window);

    /** The last failure of the window is longer ago than the gap. */
    void closed(FailureWindow window);

    /** A round has ended, and is counted. */
    void round(Round round, Tally tally);
}
