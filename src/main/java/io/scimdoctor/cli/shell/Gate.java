package io.scimdoctor.cli.shell;

import java.io.IOException;
import java.io.Writer;

/** Leads a command's output to the terminal, and can be shut when a cancelled command goes on writing. */
final class Gate extends Writer {
    private final Writer target;
    private final Recall recall = new Recall();
    private volatile boolean shut;

    Gate(Writer target) {
        this.target = target;
    }

    void shut() {
        shut = true;
    }

    Recall recall() {
        return recall;
    }

    boolean isShut() {
        return shut;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        if (!shut) {
            recall.read(text, offset, length);
            target.write(text, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!shut) {
            target.flush();
        }
    }

    /** Only flushes: the terminal is used by later commands too. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
