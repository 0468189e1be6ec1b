package io.scimdoctor.capture.source;

import io.scimdoctor.capture.bulk.Repeats;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.bulk.Templates;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Reads the lines of a capture on all processors. Each task takes a block of whole lines, and the sums are added in the
 * order of the blocks; where a block ends depends on nothing but the input, so the result does not either.
 */
public final class ParallelLines {
    public static final String TOO_LONG = "this line is too long to be read";

    private static final int BLOCK = 256 * 1024;

    private static final int MOST_THREADS = 16;

    private final ByteSource source;
    private final Intake intake;
    private final int limit;
    private final Templates templates = new Templates();
    private final Deque<ForkJoinTask<Block>> running = new ArrayDeque<>();
    private long lines;

    /** Blocks that are done with, to be filled again: as garbage they would make the JVM grow. */
    private final Deque<Chunk> free = new ArrayDeque<>();

    /** What one task made of its lines. */
    private record Block(Chunk chunk, SummingSink sums, long lines, Intake intake) {}

    /** @param linesBefore how many lines have been read already */
    public ParallelLines(ByteSource source, Intake intake, int limit, long linesBefore) {
        this.source = source;
        this.intake = intake;
        this.limit = limit;
        lines = linesBefore;
    }

    /** Reads to the end of the input. */
    public void read(SummingSink sums) throws IOException {
        read(sums, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    void read(SummingSink sums, int threads) throws IOException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            while (source.peek() >= 0) {
                Chunk chunk = free.isEmpty() ? new Chunk(BLOCK + limit) : free.remove();
                chunk.clear();
                source.take(BLOCK, chunk);
                source.line(chunk);
                boolean cut = chunk.isOverlong();
                if (source.peek() >= 0) {
                    chunk.add('\n');
                }
                SummingSink part = sums.part();
                running.add(pool.submit(() -> read(chunk, cut, part)));
                if (running.size() > 2 * threads) {
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

    private void add(SummingSink sums) {
        Block block = running.remove().join();
        sums.add(block.sums(), lines);
        lines += block.lines();
        intake.passed(block.intake());
        free.add(block.chunk());
    }

    /** @param cut whether the last line is longer than what is there of it */
    private Block read(Chunk chunk, boolean cut, SummingSink sums) {
        byte[] bytes = chunk.held();
        int end = chunk.size();
        Intake own = intake.part(sums);
        Repeats repeats = new Repeats(templates, sums);
        long number = 0;
        int next;
        for (int from = 0; from < end; from = next + 1) {
            number++;
            next = repeats.end(bytes, from, end);
            boolean fits = next > 0 && next < end && bytes[next] == '\n' && next - from <= limit;
            if (fits && repeats.count(bytes)) {
                own.passed();
                continue;
            }
            next = from;
            while (next < end && bytes[next] != '\n') {
                next++;
            }
            if (next - from > limit || (cut && next == end)) {
                own.at(number).unused(TOO_LONG);
            } else {
                own.line(number, new String(bytes, from, next - from, StandardCharsets.UTF_8));
            }
            repeats.learn(bytes, from, next);
        }
        return new Block(chunk, sums, number, own);
    }
}
