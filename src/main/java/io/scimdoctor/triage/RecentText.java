package io.scimdoctor.triage;

import io.scimdoctor.lint.rule.Excerpt;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Quotes;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Keeps the last part of what is read through it, for the lines that findings point into. */
final class RecentText extends Reader {
    private static final int KEPT = 512 * 1024;

    private final Reader in;
    private final StringBuilder recent = new StringBuilder();
    private final Quotes quotes = new Quotes(recent);
    private long dropped;

    RecentText(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            keep(buffer, offset, count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void keep(char[] buffer, int offset, int count) {
        recent.append(buffer, offset, count);
        // Drops half at once, because each drop moves the whole remaining text.
        if (recent.length() > 2 * KEPT) {
            int surplus = recent.length() - KEPT;
            quotes.drop(surplus);
            recent.delete(0, surplus);
            dropped += surplus;
        }
    }

    /** The line of a place, or null when it has gone by. */
    @Nullable
    Excerpt excerpt(Place place) {
        long start = place.start() - dropped;
        return start < 0 ? null : Excerpt.of(recent, (int) start, (int) (place.end() - dropped), quotes);
    }

    /** All that was read, or null when some has gone by. */
    @Nullable
    CharSequence whole() {
        return dropped > 0 ? null : recent;
    }
}
