package io.scimdoctor.watch.tally;

/** How many calls there were, and how many of them failed. */
record Share(long calls, long failures) {
    static final Share NONE = new Share(0, 0);

    Share plus(boolean failed) {
        return new Share(calls + 1, failures + (failed ? 1 : 0));
    }

    Share plus(Share other) {
        return new Share(calls + other.calls, failures + other.failures);
    }

    Share minus(Share part) {
        return new Share(calls - part.calls, failures - part.failures);
    }

    double rate() {
        return (double) failures / Math.max(1, calls);
    }
}
