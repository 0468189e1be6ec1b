package io.scimdoctor.report;

import io.scimdoctor.diagnosis.Histogram;
import java.time.Duration;

/** Counts over time as one line of small bars. A step without any is blank, one with a single call is never. */
final class Sparkline {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    private Sparkline() {}

    static String of(Histogram histogram, Histogram axis, boolean ascii) {
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

    /** A duration in its largest whole unit, such as {@code 30 min}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        String[] names = {" d", " h", " min", " s"};
        long[] units = {86_400_000L, 3_600_000L, 60_000L, 1_000L};
        for (int i = 0; i < units.length; i++) {
            if (millis >= units[i] && millis % units[i] == 0) {
                return millis / units[i] + names[i];
            }
        }
        return millis + " ms";
    }
}
