package io.scimdoctor.capture;

import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Caller;
import org.jspecify.annotations.Nullable;

/** Hands what was read to the sink, with its place and what the user said about it. */
public final class ExchangeOutlet {
    private final String file;
    private final Hints hints;
    private final CaptureSink sink;
    private long count;
    private long exchanges;

    public ExchangeOutlet(String file, Hints hints, CaptureSink sink) {
        this.file = file;
        this.hints = hints;
        this.sink = sink;
    }

    public void exchange(long index, Draft draft) {
        count++;
        exchanges++;
        Caller caller = Caller.of(draft.application, draft.tenant);
        sink.exchange(new Captured(new Source(file, index, draft.id), draft.finish(hints), caller, draft.recorded));
    }

    /** Hands over that failures stand somewhere that could not be read as calls. */
    public void failuresUnread(long index, String reason) {
        count++;
        sink.unreadable(new Unreadable(new Source(file, index, null), reason, true));
    }

    public void unreadable(long index, String reason) {
        count++;
        sink.unreadable(new Unreadable(new Source(file, index, null), reason));
    }

    /** The sink, once it only sums up; null until then. */
    @Nullable
    SummingSink summing() {
        return sink.summing();
    }

    /** An outlet for a part of the same file that another thread reads. */
    public ExchangeOutlet part(CaptureSink other) {
        return new ExchangeOutlet(file, hints, other);
    }

    /** Counts an exchange that went to the sink without passing here. */
    public void passed() {
        count++;
        exchanges++;
    }

    /** Counts what a part's outlet counted. */
    public void passed(ExchangeOutlet part) {
        count += part.count;
        exchanges += part.exchanges;
    }

    /** How many exchanges there were so far. */
    public long exchanges() {
        return exchanges;
    }

    public Hints hints() {
        return hints;
    }

    /** How many exchanges and unreadable parts there were so far. */
    public long count() {
        return count;
    }
}
