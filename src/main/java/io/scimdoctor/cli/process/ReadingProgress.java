package io.scimdoctor.cli.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, and shows on a terminal how far it got, how fast, and how long it will take. */
public final class ReadingProgress {
    private static final long EVERY_NANOS = 250_000_000L;
    private static final long MEBIBYTE = 1 << 20;
    private static final double NANOS = 1e9;

    private final ProgressLine line;
    private final long size;
    private final long started = System.nanoTime();
    private long lastShown = started;
    private long read;

    /** @param size of all input in bytes, or 0 when it is not known */
    public ReadingProgress(ProgressLine line, long size) {
        this.line = line;
        this.size = size;
    }

    /** The same input, counted. */
    public InputStream counted(InputStream input) {
        return new FilterInputStream(input) {
            @Override
            public int read() throws IOException {
                int b = in.read();
                add(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = in.read(target, offset, length);
                add(Math.max(0, count));
                return count;
            }
        };
    }

    private void add(long bytes) {
        read += bytes;
        if (line.isShown() && read >= MEBIBYTE) {
            long now = System.nanoTime();
            if (now - lastShown > EVERY_NANOS) {
                lastShown = now;
                show(now);
            }
        }
    }

    private void show(long now) {
        double seconds = (now - started) / NANOS;
        String whole = size > 0 ? " of " + size / MEBIBYTE : "";
        String left = size > 0 ? ", " + Math.round((size - read) / (read / seconds)) + " s left" : "";
        line.show(read / MEBIBYTE + " MB read" + whole + ", " + Math.round(read / seconds / MEBIBYTE) + " MB/s" + left);
    }

    /** Everything is read. */
    public void end() {
        line.clear();
    }

    /** One line about speed and memory, for {@code --stats}. */
    public String stats() {
        double seconds = (System.nanoTime() - started) / NANOS;
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
        return read / MEBIBYTE + " MB in " + Math.round(seconds * 1000) + " ms, "
                + Math.round(read / seconds / MEBIBYTE) + " MB/s, " + heap + " MB heap in use, "
                + runtime.availableProcessors() + " processors";
    }
}
