package io.scimdoctor.capture.source;

import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Reads a capture block by block on all processors. The sums are added in the order of the blocks; where a block ends depends
 * on nothing but the input, so the result does not either.
 */
public abstract class ParallelBlocks {
    private static final int MOST_THREADS = 16;

    private final Intake intake;
    private final Deque<ForkJoinTask<Block>> running = new ArrayDeque<>();
    /** Blocks that are done with, to be filled again: as garbage they would make the JVM grow. */
    private final Deque<Chunk> free = new ArrayDeque<>();

    private long places;

    /** What one task made of its block. */
    private record Block(Chunk chunk, SummingSink sums, long places, Intake intake) {}

    /** @param placesBefore how many lines, or what else places are counted in, have been read already */
    protected ParallelBlocks(Intake intake, long placesBefore) {
        this.intake = intake;
        places = placesBefore;
    }

    protected abstract Chunk chunk();

    /** Fills an empty chunk with the next block; false at the end. */
    protected abstract boolean fill(Chunk chunk) throws IOException;

    /** Reads a block, on any thread; how many places it has. */
    protected abstract long read(Chunk chunk, Intake own, SummingSink sums);

    /** Reads to the end of the input. */
    public final void read(SummingSink sums) throws IOException {
        read(sums, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    final void read(SummingSink sums, int threads) throws IOException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (Chunk chunk = empty(); fill(chunk); chunk = empty()) {
                Chunk block = chunk;
                SummingSink part = sums.part();
                running.add(pool.submit(() -> block(block, part)));
                if (running.size() > threads) {
                    add(sums);
                }
            }
            while (!running.isEmpty()) {
                add(sums);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Chunk empty() {
        Chunk chunk = free.isEmpty() ? chunk() : free.remove();
        chunk.clear();
        return chunk;
    }

    private Block block(Chunk chunk, SummingSink part) {
        Intake own = intake.part(part);
        return new Block(chunk, part, read(chunk, own, part), own);
    }

    private void add(SummingSink sums) {
        Block block = running.remove().join();
        sums.add(block.sums(), places);
        places += block.places();
        intake.passed(block.intake());
        free.add(block.chunk());
    }
}
