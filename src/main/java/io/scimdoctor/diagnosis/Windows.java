package io.scimdoctor.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Clusters of failures in time. Two neighbours in time belong to one window unless the silence between them is longer than
 * the gap; so the windows do not depend on the order in which the failures are read. Times count to the millisecond.
 */
public final class Windows {
    /** The silence that ends a window, unless the user names another. */
    public static final Duration DEFAULT_GAP = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    private final int most;
    private long gap;
    /** From the time of the first failure of a window to the time of its last failure and their number. */
    private final NavigableMap<Long, long[]> windows = new TreeMap<>();

    /** The start of the latest window, and its entry in {@link #windows}: most failures come in the order of time. */
    private long lastStart = Long.MAX_VALUE;

    private long[] last = {0, 0};

    /** One cluster, from its first to its last failure. */
    public record Window(Instant firstSeen, Instant lastSeen, long count) {}

    public Windows(Duration gap) {
        this(gap, MOST);
    }

    /** @param most from how many windows on they are joined over twice the gap, to bound the memory */
    Windows(Duration gap, int most) {
        this.gap = Math.max(1, gap.toMillis());
        this.most = most;
    }

    void add(long millis) {
        add(millis, millis, 1);
    }

    /** Adds failures that are a cluster already. */
    public void add(Window window) {
        add(window.firstSeen().toEpochMilli(), window.lastSeen().toEpochMilli(), window.count());
    }

    void addAll(Windows other) {
        while (gap < other.gap) {
            widen();
        }
        other.windows.forEach((start, rest) -> add(start, rest[0], rest[1]));
    }

    private void add(long start, long end, long count) {
        if (start >= lastStart && start - gap <= last[0]) {
            last[0] = Math.max(last[0], end);
            last[1] += count;
        } else {
            join(start, end, count);
            lastStart = windows.lastKey();
            last = windows.lastEntry().getValue();
        }
    }

    private void join(long start, long end, long count) {
        long from = start;
        long[] rest = {end, count};
        Map.Entry<Long, long[]> near = windows.floorEntry(end + gap);
        while (near != null && near.getValue()[0] >= start - gap) {
            long[] known = near.getValue();
            known[0] = Math.max(known[0], rest[0]);
            known[1] += rest[1];
            if (near.getKey() <= from) {
                // The start lies in the window: nothing before it can be nearer than the gap.
                return;
            }
            rest = known;
            windows.remove(near.getKey());
            near = windows.floorEntry(end + gap);
        }
        windows.put(from, rest);
        while (windows.size() > most) {
            widen();
        }
    }

    private void widen() {
        gap *= 2;
        Map<Long, long[]> narrow = new TreeMap<>(windows);
        windows.clear();
        lastStart = Long.MAX_VALUE;
        narrow.forEach((start, rest) -> add(start, rest[0], rest[1]));
    }

    /** The silence that ends a window here; longer than asked for when there were too many windows. */
    public Duration gap() {
        return Duration.ofMillis(gap);
    }

    /** The windows in the order of time. */
    public List<Window> list() {
        List<Window> list = new ArrayList<>();
        windows.forEach((start, rest) ->
                list.add(new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(rest[0]), rest[1])));
        return list;
    }

    /** The largest windows, in the order of time. */
    public static List<Window> largest(List<Window> windows, int most) {
        return windows.stream()
                .sorted(Comparator.comparingLong(Window::count).reversed().thenComparing(Window::firstSeen))
                .limit(most)
                .sorted(Comparator.comparing(Window::firstSeen))
                .toList();
    }
}
