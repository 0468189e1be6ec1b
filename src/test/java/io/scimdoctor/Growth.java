package io.scimdoctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How many times longer some work takes when there is twice as much of it, by the processor time of this thread. */
public final class Growth {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int TRIES = 5;

    private Growth() {}

    /** Some work on an input of this size. */
    public interface Work {
        void on(int size) throws IOException;
    }

    /**
     * The growth from one size to its double, or 0 when the double takes less than this many nanoseconds, which says
     * nothing and hurts nobody. It is that of the least times, since whatever else runs here only ever adds, and is looked
     * at again while it is above what is allowed.
     */
    public static double of(int size, long measurable, double most, Work work) throws IOException {
        long twice = time(work, 2 * size);
        if (twice < measurable) {
            return 0;
        }
        long once = time(work, size);
        for (int i = 0; i < TRIES && (double) twice / once > most; i++) {
            once = Math.min(once, time(work, size));
            twice = Math.min(twice, time(work, 2 * size));
        }
        return (double) twice / once;
    }

    private static long time(Work work, int size) throws IOException {
        long start = CLOCK.getCurrentThreadCpuTime();
        work.on(size);
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
