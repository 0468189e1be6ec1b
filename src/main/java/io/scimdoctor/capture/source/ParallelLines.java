package io.scimdoctor.capture.source;

import io.scimdoctor.capture.ExchangeOutlet;
import io.scimdoctor.capture.bulk.SummingSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a capture on all processors. Each thread takes the next block of whole lines, and the sums are added
 * in the order of the blocks; where a block ends depends on nothing but the input, so the result does not either.
 */
public final class ParallelLines {
    private static final int BLOCK = 2 * 1024 * 1024;
    private static final int MOST_THREADS = 16;
    /** How many blocks may be done before one that still waits. */
    private static final int MOST_AHEAD = 32;

    private final ByteSource source;
    private final ExchangeOutlet outlet;
    private final int limit;
    private final Map<Long, Done> done = new HashMap<>();
    private byte[] carried = {};
    private boolean ended;
    private long blocks;
    private long added;
    private long lines;
    private @Nullable Throwable failure;

    private record Done(SummingSink.Part part, long lines) {}

    /** @param linesBefore how many lines have been read already */
    public ParallelLines(ByteSource source, ExchangeOutlet outlet, int limit, long linesBefore) {
        this.source = source;
        this.outlet = outlet;
        this.limit = limit;
        lines = linesBefore;
    }

    /** Reads to the end of the input. */
    public void read(SummingSink sums) throws IOException {
        read(sums, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    public void read(SummingSink sums, int threads) throws IOException {
        List<Worker> workers = new ArrayList<>();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(sums);
            workers.add(worker);
            if (i > 0) {
                Thread thread = new Thread(worker, "lines");
                thread.setDaemon(true);
                thread.start();
                others.add(thread);
            }
        }
        workers.get(0).run();
        for (Thread other : others) {
            join(other);
        }
        if (failure instanceof IOException problem) {
            throw problem;
        }
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        for (Worker worker : workers) {
            outlet.passed(worker.block.count());
        }
    }

    private static void join(Thread worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads one block after the other. */
    private final class Worker implements Runnable {
        private final SummingSink total;
        private final SummingSink own;
        private final LineBlock block;
        private byte[] bytes = new byte[BLOCK + ByteSource.PADDING];
        private int to;
        private boolean overlong;

        Worker(SummingSink total) {
            this.total = total;
            own = total.another();
            block = new LineBlock(own, outlet, limit);
        }

        @Override
        public void run() {
            try {
                for (long sequence = next(this); sequence >= 0; sequence = next(this)) {
                    long count = 1;
                    if (overlong) {
                        block.overlong(1);
                    } else {
                        count = block.read(bytes, to);
                    }
                    add(total, sequence, new Done(own.take(), count));
                }
            } catch (IOException | RuntimeException | Error e) {
                fail(e);
            }
        }
    }

    /** Fills a worker's block with the next lines; returns its number, or -1 at the end. */
    private synchronized long next(Worker worker) throws IOException {
        awaitTurn();
        if (failure != null || (ended && carried.length == 0)) {
            return -1;
        }
        int size = carried.length;
        reserve(worker, size);
        System.arraycopy(carried, 0, worker.bytes, 0, size);
        carried = new byte[0];
        worker.overlong = false;
        int feed = -1;
        int searched = 0;
        while (feed < 0) {
            int room = worker.bytes.length - ByteSource.PADDING - 1;
            size = source.readInto(worker.bytes, size, room);
            ended = size < room;
            feed = lastFeed(worker.bytes, searched, size);
            searched = size;
            if (ended) {
                return size == 0 ? -1 : last(worker, size);
            }
            if (feed < 0 && size > limit) {
                return overlong(worker);
            }
            if (feed < 0) {
                worker.bytes = Arrays.copyOf(worker.bytes, (int) Math.min(Integer.MAX_VALUE - 16L, size * 2L));
            }
        }
        carried = Arrays.copyOfRange(worker.bytes, feed + 1, size);
        worker.to = feed + 1;
        return blocks++;
    }

    private static void reserve(Worker worker, int size) {
        int wanted = Math.max(BLOCK, size * 2) + ByteSource.PADDING;
        if (worker.bytes.length != wanted) {
            worker.bytes = new byte[wanted];
        }
    }

    private long last(Worker worker, int size) {
        int to = size;
        if (worker.bytes[to - 1] != '\n') {
            worker.bytes[to++] = '\n';
        }
        worker.to = to;
        return blocks++;
    }

    /** Passes over the rest of a line that is too long to be held. */
    private long overlong(Worker worker) throws IOException {
        worker.overlong = true;
        int feed = -1;
        int size = 0;
        while (feed < 0 && !ended) {
            size = source.readInto(worker.bytes, 0, BLOCK);
            ended = size < BLOCK;
            feed = 0;
            while (feed < size && worker.bytes[feed] != '\n') {
                feed++;
            }
            feed = feed == size ? -1 : feed;
        }
        carried = feed < 0 ? new byte[0] : Arrays.copyOfRange(worker.bytes, feed + 1, size);
        return blocks++;
    }

    private static int lastFeed(byte[] bytes, int from, int to) {
        int i = to - 1;
        while (i >= from && bytes[i] != '\n') {
            i--;
        }
        return i < from ? -1 : i;
    }

    private synchronized void add(SummingSink total, long sequence, Done part) {
        done.put(sequence, part);
        for (Done next = done.remove(added); next != null; next = done.remove(added)) {
            total.add(next.part(), lines);
            lines += next.lines();
            added++;
        }
        notifyAll();
    }

    private synchronized void fail(Throwable problem) {
        if (failure == null) {
            failure = problem;
        }
        notifyAll();
    }

    /** Keeps a fast thread from piling up sums that wait for a slow one. */
    private synchronized void awaitTurn() throws InterruptedIOException {
        try {
            while (blocks - added > MOST_AHEAD && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }
}
