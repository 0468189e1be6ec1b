package io.scimdoctor.cli.process;

import java.io.Writer;

/** One line on a terminal that says how far the work got; each text takes the place of the one before. */
public final class ProgressLine {
    private static final String CLEAR = "\r\u001B[K";

    private final Writer err;
    private final boolean shown;
    private boolean dirty;

    ProgressLine(Writer err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Whether anybody sees it. */
    public boolean isShown() {
        return shown;
    }

    public synchronized void show(String text) {
        if (shown) {
            Outlet.show(err, CLEAR + text);
            dirty = true;
        }
    }

    /** Takes the line away again. */
    public synchronized void clear() {
        if (dirty) {
            Outlet.show(err, CLEAR);
            dirty = false;
        }
    }
}
