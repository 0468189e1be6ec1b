package io.scimdoctor.capture.source;

import io.scimdoctor.capture.ExchangeOutlet;
import io.scimdoctor.capture.Records;
import io.scimdoctor.capture.bulk.Glance;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.form.Intake;
import java.nio.charset.StandardCharsets;

/** Whole lines of a capture in memory, each an exchange or garbage. */
public final class LineBlock {
    public static final String TOO_LONG = "this line is too long to be read";

    private final Glance glance = new Glance(true);
    private final SummingSink sums;
    private final ExchangeOutlet outlet;
    private final Records records;
    private final int limit;
    /** Whether the records have one of the known forms. */
    private final boolean known;

    /** @param limit the longest line, in bytes */
    LineBlock(SummingSink sums, ExchangeOutlet outlet, int limit) {
        this.sums = sums;
        this.outlet = outlet.part(sums);
        this.limit = limit;
        records = new Records(new Intake(this.outlet));
        known = outlet.hints().fields().isEmpty();
    }

    /** Counts a record that the last glance settles; false when it has to be read in full. */
    public static boolean isCounted(Glance glance, SummingSink sums) {
        return switch (glance.sight()) {
            case SUCCESS -> {
                sums.succeeded(glance);
                yield true;
            }
            case FAILURE -> sums.repeated(glance);
            case UNSURE -> false;
        };
    }

    /**
     * Reads all lines.
     *
     * @param to behind the last line feed
     * @return how many lines there were
     */
    long read(byte[] bytes, int to) {
        long number = 0;
        int at = 0;
        while (at < to) {
            number++;
            int next = known ? glanced(bytes, at, to) : -1;
            if (next < 0) {
                next = full(bytes, at, number);
            }
            at = next;
        }
        return number;
    }

    /** Reports a line that is too long to be held. */
    void overlong(long number) {
        outlet.unreadable(number, TOO_LONG);
    }

    /** The start of the next line, or -1 when this line has to be read in full. */
    private int glanced(byte[] bytes, int from, int to) {
        int start = blank(bytes, from);
        if (bytes[start] == '\n') {
            return start + 1;
        }
        if (bytes[start] != '{') {
            return -1;
        }
        int end = glance.scan(bytes, start, to);
        if (end < 0) {
            return -1;
        }
        int feed = blank(bytes, end);
        if (bytes[feed] != '\n' || feed - from > limit || !isCounted(glance, sums)) {
            return -1;
        }
        outlet.passed(1);
        return feed + 1;
    }

    private static int blank(byte[] bytes, int from) {
        int i = from;
        while (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r') {
            i++;
        }
        return i;
    }

    private int full(byte[] bytes, int from, long number) {
        int end = from;
        while (bytes[end] != '\n') {
            end++;
        }
        if (end - from > limit) {
            outlet.unreadable(number, TOO_LONG);
        } else {
            records.line(number, new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
        sums.forget();
        return end + 1;
    }

    /** How many exchanges and unreadable lines there were in all blocks. */
    long count() {
        return outlet.count();
    }
}
