package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Reads a capture block by block on all processors. The sums are added in the order of the blocks; where a block ends depends
 * on nothing but the input, so the result does not either.
 */
abstract class ParallelBlocks {
    private static final int MOST_THREADS = 16;
    private static final int USUAL_LINE = 32 * 1024;

    private final ByteSource source;
    private final Intake intake;
    private final int size;
    private final int limit;
    private final Deque<ForkJoinTask<Block>> running = new ArrayDeque<>();
    /** Blocks that are done with, to be filled again: as garbage they would make the JVM grow. */
    private final Deque<Chunk> free = new ArrayDeque<>();

    private long places;

    /** What one task made of its block. */
    private record Block(Chunk chunk, SummingSink sums, long places, Intake intake) {}

    /**
     * @param size what a block has at least
     * @param limit the longest line
     */
    ParallelBlocks(ByteSource source, Intake intake, int size, int limit) {
        this.source = source;
        this.intake = intake;
        this.size = size;
        this.limit = limit;
    }

    /** Whether a block of so many bytes may end before the line that the source stands at. */
    abstract boolean mayEnd(ByteSource at, int taken) throws IOException;

    /** Reads a block, on any thread; how many lines, or what else places are counted in, it has. */
    abstract long read(Chunk chunk, Intake own, SummingSink sums) throws IOException;

    /**
     * Reads to the end of the input, or nothing at all when its sums are not wanted.
     *
     * @param before how many places have been read already
     */
    final boolean read(SummingSink sums, long before) throws IOException {
        return read(sums, before, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    final boolean read(SummingSink sums, long before, int threads) throws IOException {
        places = before;
        boolean wanted = true;
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (Chunk chunk = empty(); wanted && fill(chunk); chunk = empty()) {
                Chunk block = chunk;
                SummingSink part = sums.part();
                running.add(pool.submit(() -> block(block, part)));
                wanted = running.size() <= threads + 1 || add(sums);
            }
            while (wanted && !running.isEmpty()) {
                wanted = add(sums);
            }
            if (!wanted) {
                putBack();
            }
        } finally {
            pool.shutdownNow();
        }
        return wanted;
    }

    private void putBack() {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        for (ForkJoinTask<Block> task : running) {
            Chunk chunk = task.join().chunk();
            taken.write(chunk.held(), 0, chunk.size());
            if (chunk.isOverlong()) {
                taken.write('\n');
            }
        }
        source.putBack(taken.toByteArray());
    }

    final Chunk empty() {
        Chunk chunk = free.isEmpty() ? new Chunk(2 * size + limit, size + USUAL_LINE) : free.remove();
        chunk.clear();
        return chunk;
    }

    /** Fills an empty chunk with the next whole lines; false at the end. */
    final boolean fill(Chunk chunk) throws IOException {
        source.take(size, chunk);
        boolean any = source.line(chunk) || chunk.size() > 0;
        while (source.peek() >= 0) {
            chunk.add('\n');
            if (chunk.isOverlong() || mayEnd(source, chunk.size())) {
                break;
            }
            source.line(chunk);
        }
        return any;
    }

    private Block block(Chunk chunk, SummingSink part) throws IOException {
        Intake own = intake.part(part);
        return new Block(chunk, part, read(chunk, own, part), own);
    }

    /** Adds what the first of the running tasks made of its block, if that is wanted. */
    private boolean add(SummingSink sums) throws IOException {
        Block block = running.getFirst().join();
        boolean wanted = sums.isWanted(block.sums());
        if (wanted) {
            running.remove();
            sums.add(block.sums(), places);
            places += block.places();
            intake.passed(block.intake());
            free.add(block.chunk());
        }
        return wanted;
    }
}
