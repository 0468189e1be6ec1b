package io.scimdoctor.run;

import io.scimdoctor.diagnosis.Windows;
import java.time.Duration;
import java.util.List;

/**
 * When one finding was seen: its clusters in time, as far as a run keeps them.
 *
 * @param gap the silence that ends a cluster
 * @param items the largest ones, in the order of time; none when they are not known
 * @param omitted how many more there were
 */
public record RunWindows(Duration gap, List<Windows.Window> items, long omitted) {
    /** The windows of what has no times, and of runs that were recorded before windows were. */
    public static final RunWindows UNKNOWN = new RunWindows(Windows.DEFAULT_GAP, List.of(), 0);

    private static final int MOST = 20;

    /** Of all clusters, the largest. */
    public static RunWindows of(Windows windows) {
        List<Windows.Window> all = windows.list();
        List<Windows.Window> kept = Windows.largest(all, MOST);
        return new RunWindows(windows.gap(), kept, all.size() - kept.size());
    }

    /** Those of several runs as one; what lies nearer than the gap belongs together. */
    public static RunWindows joined(List<RunWindows> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Duration gap = Windows.DEFAULT_GAP;
        long omitted = 0;
        for (RunWindows part : parts) {
            gap = part.gap.compareTo(gap) > 0 ? part.gap : gap;
            omitted += part.omitted;
            if (part.items.isEmpty()) {
                return UNKNOWN;
            }
        }
        Windows windows = new Windows(gap);
        parts.forEach(part -> part.items.forEach(windows::add));
        RunWindows joined = of(windows);
        return new RunWindows(gap, joined.items, joined.omitted + omitted);
    }

    /** How many there were. */
    public long size() {
        return items.size() + omitted;
    }

    /** How many failures lie in the ones that are kept. */
    public long count() {
        return items.stream().mapToLong(Windows.Window::count).sum();
    }
}
