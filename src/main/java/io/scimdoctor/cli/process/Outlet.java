package io.scimdoctor.cli.process;

import io.scimdoctor.redact.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Filters every line before it reaches a stream: known secrets are taken out even if everything before has missed them. A
 * line is held back until it is whole.
 */
public final class Outlet extends Writer {
    private final Writer target;
    private final Outgoing outgoing;
    private final StringBuilder line = new StringBuilder();

    public Outlet(Writer target, Outgoing outgoing) {
        this.target = target;
        this.outgoing = outgoing;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                line.append(text, start, i + 1 - start);
                pass();
                start = i + 1;
            }
        }
        line.append(text, start, offset + length - start);
    }

    private void pass() throws IOException {
        target.write(outgoing.line(line.toString()));
        line.setLength(0);
    }

    /** Flushes whole lines; a piece of a line waits for its end, unless it is progress, which goes back to its beginning. */
    @Override
    public void flush() throws IOException {
        if (line.length() > 0 && line.charAt(0) == '\r') {
            pass();
        }
        target.flush();
    }

    /** Writes what is to be seen at once; trouble with it has nobody who could be told. */
    public static void show(Writer target, String text) {
        try {
            target.write(text);
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (line.length() > 0) {
            pass();
        }
        target.close();
    }
}
