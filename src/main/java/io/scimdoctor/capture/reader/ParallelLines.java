package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.bulk.Repeats;
import io.scimdoctor.capture.bulk.Templates;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the lines of a capture, each of which is a record, in blocks of whole lines. */
final class ParallelLines extends ParallelBlocks {
    static final String TOO_LONG = "this line is too long to be read";

    private static final int BLOCK = 960 * 1024;

    private final int limit;
    private final Templates templates = new Templates();

    ParallelLines(ByteSource source, Intake intake, int limit) {
        super(source, intake, BLOCK, limit);
        this.limit = limit;
    }

    @Override
    boolean mayEnd(ByteSource at, int taken) {
        return true;
    }

    @Override
    long read(Chunk chunk, Intake own, SummingSink sums) throws IOException {
        byte[] bytes = chunk.held();
        int end = chunk.size();
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
            if (next - from > limit || (chunk.isOverlong() && next == end)) {
                own.at(number).unused(TOO_LONG);
            } else {
                JsonValues.line(new String(bytes, from, next - from, StandardCharsets.UTF_8), own.at(number));
            }
            repeats.learn(bytes, from, next);
        }
        return number;
    }
}
