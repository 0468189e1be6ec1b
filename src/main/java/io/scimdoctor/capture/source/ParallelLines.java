package io.scimdoctor.capture.source;

import io.scimdoctor.capture.ExchangeOutlet;
import io.scimdoctor.capture.Records;
import io.scimdoctor.capture.bulk.Repeats;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.bulk.Templates;
import io.scimdoctor.capture.form.Intake;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a capture on all processors. Each task takes a block of whole lines, and the sums are added in the
 * order of the blocks; where a block ends depends on nothing but the input, so the result does not either.
 */
public final class ParallelLines {
    public static final String TOO_LONG = "this line is too long to be read";

    private static final int BLOCK = 512 * 1024;
    private static final int MOST_THREADS = 16;

    private final ByteSource source;
    private final ExchangeOutlet outlet;
    private final int limit;
    private final Templates templates = new Templates();
    private final Deque<Future<Block>> running = new ArrayDeque<>();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private byte[] carried = {};
    private boolean ended;
    private long lines;

    /** What one task made of its lines. */
    @SuppressWarnings("ArrayRecordComponent") // It is handed back to be filled again, and never compared.
    private record Block(SummingSink sums, long lines, ExchangeOutlet outlet, byte[] bytes) {}

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
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "lines");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (!ended || carried.length > 0) {
                byte[] bytes = free.isEmpty() ? new byte[BLOCK] : free.pop();
                submit(pool, sums, bytes);
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

    private void add(SummingSink sums) throws IOException {
        try {
            Block block = running.remove().get();
            sums.add(block.sums(), lines);
            lines += block.lines();
            outlet.passed(block.outlet());
            if (block.bytes().length == BLOCK) {
                free.push(block.bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        }
    }

    /** Fills a block with the next whole lines, and has a task read it. */
    private void submit(ExecutorService pool, SummingSink sums, byte[] empty) throws IOException {
        byte[] bytes = empty;
        int size = carried.length;
        if (size >= bytes.length) {
            bytes = new byte[2 * size];
        }
        System.arraycopy(carried, 0, bytes, 0, size);
        carried = new byte[0];
        int feed = -1;
        while (feed < 0 && !ended) {
            if (size > limit) {
                passOverLine(bytes);
                running.add(pool.submit(() -> overlong(sums.part())));
                return;
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            int from = size;
            size = source.readInto(bytes, size, bytes.length);
            ended = size < bytes.length;
            feed = last(bytes, from, size);
        }
        int to = ended ? size : feed + 1;
        carried = Arrays.copyOfRange(bytes, to, size);
        byte[] full = bytes;
        running.add(pool.submit(() -> read(full, to, sums.part())));
    }

    private static int last(byte[] bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes[at] != '\n') {
            at--;
        }
        return at < from ? -1 : at;
    }

    private void passOverLine(byte[] buffer) throws IOException {
        int feed = -1;
        int size = 0;
        while (feed < 0 && !ended) {
            size = source.readInto(buffer, 0, buffer.length);
            ended = size < buffer.length;
            feed = feed(buffer, 0, size);
            feed = feed == size ? -1 : feed;
        }
        carried = feed < 0 ? new byte[0] : Arrays.copyOfRange(buffer, feed + 1, size);
    }

    private static int feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private Block overlong(SummingSink sums) {
        ExchangeOutlet own = outlet.part(sums);
        own.unreadable(1, TOO_LONG);
        return new Block(sums, 1, own, new byte[0]);
    }

    private Block read(byte[] bytes, int to, SummingSink sums) {
        ExchangeOutlet own = outlet.part(sums);
        Records records = new Records(new Intake(own));
        Repeats repeats = new Repeats(templates, sums);
        long number = 0;
        int next;
        for (int from = 0; from < to; from = next) {
            number++;
            next = repeats.end(bytes, from, to);
            boolean fits = next > 0 && next < to && bytes[next] == '\n' && next - from <= limit;
            if (fits && repeats.count(bytes)) {
                own.passed();
            } else {
                next = feed(bytes, from, to);
                String line = text(bytes, from, next);
                if (line == null) {
                    own.unreadable(number, TOO_LONG);
                } else {
                    records.line(number, line);
                }
                repeats.learn(bytes, from, next);
            }
            next++;
        }
        return new Block(sums, number, own, bytes);
    }

    /** The line, or null when it is too long to be read. */
    private @Nullable String text(byte[] bytes, int from, int to) {
        return to - from > limit ? null : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
