package io.scimdoctor.report.format;

import io.scimdoctor.diagnosis.Histogram;

/** Counts over time as one line of small bars. A step without any is blank, one with a single call is never. */
public final class Sparkline {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    private Sparkline() {}

    public static String of(Histogram histogram, Histogram axis, boolean ascii) {
        long[] counts = histogram.along(axis);
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        String levels = ascii ? ASCII : BLOCKS;
        StringBuilder line = new StringBuilder(counts.length);
        for (long count : counts) {
            // Rounded up, so that the tallest bar alone is full and the smallest is still seen.
            long level = count == 0 ? 0 : (count * (levels.length() - 1) + most - 1) / most;
            line.append(levels.charAt((int) level));
        }
        return line.toString();
    }
}
