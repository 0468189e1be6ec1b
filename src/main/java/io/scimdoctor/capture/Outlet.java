package io.scimdoctor.capture;

/** Hands what was read to the sink, with its place and what the user said about it. */
final class Outlet {
    private final String file;
    private final Hints hints;
    private final CaptureSink sink;
    private long count;

    Outlet(String file, Hints hints, CaptureSink sink) {
        this.file = file;
        this.hints = hints;
        this.sink = sink;
    }

    void exchange(long index, Draft draft) {
        count++;
        sink.exchange(new Captured(new Source(file, index, draft.id), draft.finish(hints), draft.recorded));
    }

    void unreadable(long index, String reason) {
        count++;
        sink.unreadable(new Unreadable(new Source(file, index, null), reason));
    }

    Hints hints() {
        return hints;
    }

    /** How many exchanges and unreadable parts there were so far. */
    long count() {
        return count;
    }
}
