package io.scimdoctor.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Clusters of failures in time. Two neighbours in time belong to one window unless the silence between them is longer than
 * the gap; so the windows do not depend on the order in which the failures are read. Times count to the millisecond.
 */
public final class Windows {
    /** The silence that ends a window, unless the user names another. */
    public static final Duration DEFAULT_GAP = Duration.ofMinutes(5);

    private static final int MOST = 50_000;

    private final int most;
    private long gap;
    private long[] starts = new long[4];
    private long[] ends = new long[4];
    private long[] counts = new long[4];
    private int size;

    /** One cluster, from its first to its last failure. */
    public record Window(Instant first, Instant last, long count) {}

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
        add(window.first().toEpochMilli(), window.last().toEpochMilli(), window.count());
    }

    void addAll(Windows other) {
        while (gap < other.gap) {
            widen();
        }
        for (int i = 0; i < other.size; i++) {
            add(other.starts[i], other.ends[i], other.counts[i]);
        }
    }

    private void add(long start, long end, long count) {
        int from = firstReaching(start - gap);
        int to = from;
        while (to < size && starts[to] <= end + gap) {
            to++;
        }
        if (from == to) {
            insert(from, start, end, count);
        } else {
            starts[from] = Math.min(starts[from], start);
            ends[from] = Math.max(ends[to - 1], end);
            for (int i = from + 1; i < to; i++) {
                counts[from] += counts[i];
            }
            counts[from] += count;
            remove(from + 1, to);
        }
        while (size > most) {
            widen();
        }
    }

    /** The first window that ends at that time or later. */
    private int firstReaching(long time) {
        if (size == 0 || ends[size - 1] < time) {
            return size;
        }
        if (size == 1 || ends[size - 2] < time) {
            return size - 1;
        }
        int found = Arrays.binarySearch(ends, 0, size, time);
        return found < 0 ? -found - 1 : found;
    }

    private void insert(int at, long start, long end, long count) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        move(at, at + 1, size - at);
        starts[at] = start;
        ends[at] = end;
        counts[at] = count;
        size++;
    }

    private void remove(int from, int to) {
        move(to, from, size - to);
        size -= to - from;
    }

    private void move(int from, int to, int length) {
        System.arraycopy(starts, from, starts, to, length);
        System.arraycopy(ends, from, ends, to, length);
        System.arraycopy(counts, from, counts, to, length);
    }

    private void widen() {
        gap *= 2;
        int kept = 0;
        for (int i = 1; i < size; i++) {
            if (starts[i] - ends[kept] <= gap) {
                ends[kept] = ends[i];
                counts[kept] += counts[i];
            } else {
                kept++;
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                counts[kept] = counts[i];
            }
        }
        size = Math.min(size, kept + 1);
    }

    /** The silence that ends a window here; longer than asked for when there were too many windows. */
    public Duration gap() {
        return Duration.ofMillis(gap);
    }

    /** The windows in the order of time. */
    public List<Window> list() {
        List<Window> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(new Window(Instant.ofEpochMilli(starts[i]), Instant.ofEpochMilli(ends[i]), counts[i]));
        }
        return list;
    }

    /** The largest windows, in the order of time. */
    public static List<Window> largest(List<Window> windows, int most) {
        List<Window> largest = new ArrayList<>(windows);
        largest.sort(Comparator.comparingLong(Window::count).reversed().thenComparing(Window::first));
        largest = new ArrayList<>(largest.subList(0, Math.min(most, largest.size())));
        largest.sort(Comparator.comparing(Window::first));
        return largest;
    }
}
