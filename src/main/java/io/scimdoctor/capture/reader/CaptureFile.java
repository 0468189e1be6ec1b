package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;

/**
 * A file as the user named it, or one entry of it, as {@code FILE:N}.
 *
 * @param entry its number, counted from 1 as reports print it; 0 for the whole file
 */
public record CaptureFile(String file, long entry) {
    private static final LatePattern ENTRY = LatePattern.of("(.+):([1-9]\\d{0,11})");

    /** A name that is no file as it stands may be that of an entry. */
    public static CaptureFile of(String name) {
        if (name.indexOf(':') < 0) {
            return new CaptureFile(name, 0);
        }
        Matcher entry = ENTRY.matcher(name);
        boolean numbered = entry.matches() && !new File(name).exists() && new File(entry.group(1)).isFile();
        return numbered ? new CaptureFile(entry.group(1), Long.parseLong(entry.group(2))) : new CaptureFile(name, 0);
    }

    /** Whether an entry is asked for. */
    public boolean has(long index) {
        return entry == 0 || entry == index;
    }

    /**
     * Reads what is asked for; an entry that is not there is reported.
     *
     * @param name as the file is to be called
     */
    public void read(InputStream in, String name, Hints hints, CaptureSink sink) throws IOException {
        if (entry == 0) {
            CaptureReader.read(in, name, hints, sink);
            return;
        }
        OneEntry one = new OneEntry(sink);
        CaptureReader.read(in, name, hints, one);
        if (!one.found) {
            sink.unreadable(new Unreadable(new Source(name, entry, null), "the file holds no entry of that number"));
        }
    }

    /** Passes on only the entry that is asked for. */
    private final class OneEntry implements CaptureSink {
        private final CaptureSink sink;
        private boolean found;

        OneEntry(CaptureSink sink) {
            this.sink = sink;
        }

        @Override
        public void exchange(Captured captured) throws IOException {
            if (has(captured.source().index())) {
                found = true;
                sink.exchange(captured);
            }
        }

        @Override
        public void unreadable(Unreadable unreadable) throws IOException {
            if (has(unreadable.source().index())) {
                found = true;
                sink.unreadable(unreadable);
            }
        }
    }
}
