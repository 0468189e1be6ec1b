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

    /** By how much a step widens each time: to 5 s, 10 s, 30 s, minutes, hours, days, weeks and, at last, centuries. */
    private static final int[] RATIOS = {5, 2, 3, 2, 5, 2, 3, 2, 3, 2, 2, 2, 7, 4, 13, 10, 20};

    /** The count of step n, counted from 1970 on, stands at n modulo the length; first and last lie less than that apart. */
    private long[] counts = new long[MOST_STEPS];

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** How long a step is, in milliseconds. */
    private long width = 1_000;

    private int widened;

    /** Counts a time in milliseconds since 1970. */
    public void add(long millis) {
        add(millis, 1);
    }

    private void add(long millis, long count) {
        long step = Math.floorDiv(millis, width);
        while (Math.max(last, step) - Math.min(first, step) >= MOST_STEPS) {
            widen();
            step = Math.floorDiv(millis, width);
        }
        first = Math.min(first, step);
        last = Math.max(last, step);
        counts[index(step)] += count;
    }

    private static int index(long step) {
        return (int) (step & (MOST_STEPS - 1));
    }

    private void widen() {
        int ratio = RATIOS[widened++];
        width *= ratio;
        if (isEmpty()) {
            return;
        }
        long[] narrow = counts.clone();
        Arrays.fill(counts, 0);
        for (long step = first; step <= last; step++) {
            counts[index(Math.floorDiv(step, ratio))] += narrow[index(step)];
        }
        first = Math.floorDiv(first, ratio);
        last = Math.floorDiv(last, ratio);
    }

    /** Adds what another histogram counts. */
    public void addAll(Histogram other) {
        while (width < other.width) {
            widen();
        }
        for (long step = other.first; step <= other.last; step++) {
            if (other.counts[index(step)] > 0) {
                add(step * other.width, other.counts[index(step)]);
            }
        }
    }

    /** Whether its fields can be those of a histogram, for one that was read back. */
    public boolean isSound() {
        return counts.length == MOST_STEPS && width > 0 && (isEmpty() || last - first < MOST_STEPS);
    }

    public boolean isEmpty() {
        return first > last;
    }

    /** When the first step begins. */
    public Instant from() {
        return Instant.ofEpochMilli(isEmpty() ? 0 : first * width);
    }

    /** How long one step is. */
    public Duration step() {
        return Duration.ofMillis(width);
    }

    /** The counts, step by step, from the first that is not zero to the last. */
    public long[] counts() {
        return along(this);
    }

    /** The counts in the steps of another histogram, which covers at least the same time. */
    public long[] along(Histogram axis) {
        if (axis.isEmpty()) {
            return new long[0];
        }
        long[] steps = new long[(int) (axis.last - axis.first + 1)];
        for (long step = first; step <= last; step++) {
            long at = Math.floorDiv(step * width, axis.width) - axis.first;
            if (at >= 0 && at < steps.length) {
                steps[(int) at] += counts[index(step)];
            }
        }
        return steps;
    }
}
