package io.scimdoctor.triage;

import io.scimdoctor.lint.rule.Excerpt;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Quotes;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Keeps the last part of what is read through it, for the lines that findings point into. */
final class RecentText extends FilterReader {
    private static final int KEPT = 512 * 1024;

    private final StringBuilder recent = new StringBuilder();
    private final Quotes quotes = new Quotes(recent);
    private long dropped;

    RecentText(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            keep(buffer, offset, count);
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            keep(new char[] {(char) c}, 0, 1);
        }
        return c;
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
