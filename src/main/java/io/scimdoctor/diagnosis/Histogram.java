package io.scimdoctor.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts over time in at most sixty-four equal steps. The steps start at one second and widen as the span grows; each
 * width divides the next one, so the result does not depend on the order in which the times come.
 */
public final class Histogram {
    static final int MOST_STEPS = 64;

    /** By how much a step widens each time: to 5 s, 10 s, 30 s, minutes, hours, days, weeks and, at last, centuries. */
    private static final int[] RATIOS = {5, 2, 3, 2, 5, 2, 3, 2, 3, 2, 2, 2, 7, 4, 13, 10, 20};

    /** By the number of a step since 1970. */
    private final NavigableMap<Long, Long> counts = new TreeMap<>();

    /** Of a step, in milliseconds. */
    private long width = 1_000;

    private int widened;

    /**
     * What another histogram said of itself.
     *
     * @throws IllegalArgumentException when no histogram has such steps
     */
    public static Histogram of(Instant from, Duration step, long[] counts) {
        Histogram histogram = new Histogram();
        while (histogram.width < step.toMillis() && histogram.widened < RATIOS.length) {
            histogram.widen();
        }
        if (histogram.width != step.toMillis() || counts.length > MOST_STEPS) {
            throw new IllegalArgumentException("no histogram has steps of " + step);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                histogram.add(from.toEpochMilli() + i * histogram.width, counts[i]);
            }
        }
        return histogram;
    }

    /** Counts a time in milliseconds since 1970. */
    public void add(long millis) {
        add(millis, 1);
    }

    private void add(long millis, long count) {
        counts.merge(Math.floorDiv(millis, width), count, Long::sum);
        while (counts.lastKey() - counts.firstKey() >= MOST_STEPS) {
            widen();
        }
    }

    private void widen() {
        int ratio = RATIOS[widened++];
        width *= ratio;
        Map<Long, Long> narrow = new TreeMap<>(counts);
        counts.clear();
        narrow.forEach((step, count) -> counts.merge(Math.floorDiv(step, ratio), count, Long::sum));
    }

    /** Adds what another histogram counts. */
    public void addAll(Histogram other) {
        while (width < other.width) {
            widen();
        }
        other.counts.forEach((step, count) -> add(step * other.width, count));
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** When the first step begins. */
    public Instant from() {
        return Instant.ofEpochMilli(isEmpty() ? 0 : counts.firstKey() * width);
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
        long first = axis.counts.firstKey();
        long[] steps = new long[(int) (axis.counts.lastKey() - first + 1)];
        counts.forEach((step, count) -> {
            long at = Math.floorDiv(step * width, axis.width) - first;
            if (at >= 0 && at < steps.length) {
                steps[(int) at] += count;
            }
        });
        return steps;
    }
}
