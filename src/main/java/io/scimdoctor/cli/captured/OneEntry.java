package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;

/** Passes on only the entry of a file that {@code FILE:N} names, counted as reports print it. */
final class OneEntry implements CaptureSink {
    private final CaptureFiles.Named named;
    private final CaptureSink sink;
    private boolean found;

    OneEntry(CaptureFiles.Named named, CaptureSink sink) {
        this.named = named;
        this.sink = sink;
    }

    @Override
    public void exchange(Captured captured) {
        if (captured.source().index() == named.entry()) {
            found = true;
            sink.exchange(captured);
        }
    }

    @Override
    public void unreadable(Unreadable unreadable) {
        if (unreadable.source().index() == named.entry()) {
            found = true;
            sink.unreadable(unreadable);
        }
    }

    /** Tells what is not there; the input has ended. */
    void finish() {
        if (!found) {
            sink.unreadable(new Unreadable(
                    new Source(named.file(), named.entry(), null), "the file holds no entry of that number"));
        }
    }
}
