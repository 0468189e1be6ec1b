package io.scimdoctor.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Counts over time in at most sixty-four equal steps. The steps start at one second and widen as the span grows; each
 * width divides the next one, so the result does not depend on the order in which the times come.
 */
public final class Histogram {
    static final int MOST_STEPS = 64;

    /** In milliseconds. */
    private static final long[] WIDTHS = {
        1_000L,
        5_000L,
        10_000L,
        30_000L,
        60_000L,
        300_000L,
        600_000L,
        1_800_000L,
        3_600_000L,
        10_800_000L,
        21_600_000L,
        43_200_000L,
        86_400_000L,
        604_800_000L,
        2_419_200_000L,
        31_449_600_000L,
        314_496_000_000L,
        6_289_920_000_000L
    };

    private final long[] counts = new long[MOST_STEPS];
    private int width;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * What another histogram said of itself.
     *
     * @throws IllegalArgumentException when no histogram has such steps
     */
    public static Histogram of(Instant from, Duration step, long[] counts) {
        Histogram histogram = new Histogram();
        int width = Arrays.binarySearch(WIDTHS, step.toMillis());
        if (width < 0 || counts.length > MOST_STEPS) {
            throw new IllegalArgumentException("no histogram has steps of " + step);
        }
        histogram.width = width;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                histogram.add(Math.floorDiv(from.toEpochMilli(), WIDTHS[width]) + i, counts[i]);
            }
        }
        return histogram;
    }

    /** Counts a time in milliseconds since 1970. */
    public void add(long millis) {
        add(Math.floorDiv(millis, WIDTHS[width]), 1);
    }

    private void add(long step, long count) {
        long at = step;
        while (first <= last && (Math.max(last, at) - Math.min(first, at)) >= MOST_STEPS) {
            long ratio = WIDTHS[width + 1] / WIDTHS[width];
            widen();
            at = Math.floorDiv(at, ratio);
        }
        first = Math.min(first, at);
        last = Math.max(last, at);
        counts[(int) Math.floorMod(at, (long) MOST_STEPS)] += count;
    }

    private void widen() {
        long ratio = WIDTHS[width + 1] / WIDTHS[width];
        long[] old = counts.clone();
        long from = first;
        long to = last;
        Arrays.fill(counts, 0);
        width++;
        first = Math.floorDiv(from, ratio);
        last = Math.floorDiv(to, ratio);
        for (long step = from; step <= to; step++) {
            counts[(int) Math.floorMod(Math.floorDiv(step, ratio), (long) MOST_STEPS)] +=
                    old[(int) Math.floorMod(step, (long) MOST_STEPS)];
        }
    }

    /** Adds what another histogram counts. */
    public void addAll(Histogram other) {
        if (other.isEmpty()) {
            return;
        }
        while (width < other.width && !isEmpty()) {
            widen();
        }
        if (isEmpty()) {
            width = Math.max(width, other.width);
        }
        for (long step = other.first; step <= other.last; step++) {
            long count = other.counts[(int) Math.floorMod(step, (long) MOST_STEPS)];
            if (count > 0) {
                // The width may grow on the way.
                add(Math.floorDiv(step * WIDTHS[other.width], WIDTHS[width]), count);
            }
        }
    }

    public boolean isEmpty() {
        return first > last;
    }

    /** When the first step begins. */
    public Instant from() {
        return Instant.ofEpochMilli(isEmpty() ? 0 : first * WIDTHS[width]);
    }

    /** How long one step is. */
    public Duration step() {
        return Duration.ofMillis(WIDTHS[width]);
    }

    /** The counts, step by step, from the first that is not zero to the last. */
    public long[] counts() {
        return isEmpty() ? new long[0] : spread(first, last, width);
    }

    /** The counts in the steps of another histogram, which covers at least the same time. */
    public long[] along(Histogram axis) {
        return axis.isEmpty() ? new long[0] : spread(axis.first, axis.last, axis.width);
    }

    private long[] spread(long from, long to, int asWidth) {
        long[] steps = new long[(int) (to - from + 1)];
        for (long step = first; step <= last; step++) {
            long at = Math.floorDiv(step * WIDTHS[width], WIDTHS[asWidth]);
            if (at >= from && at <= to) {
                steps[(int) (at - from)] += counts[(int) Math.floorMod(step, (long) MOST_STEPS)];
            }
        }
        return steps;
    }
}
