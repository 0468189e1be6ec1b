package io.scimdoctor.capture;

import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.capture.source.ParallelBlocks;
import io.scimdoctor.capture.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the log of an application, be it as long as it may, in blocks that are texts of their own. A block ends before a
 * record that names a call, because the parts of one call stand behind its name.
 */
final class TextBlocks extends ParallelBlocks {
    private static final int BLOCK = 32 * 1024;
    private static final int USUAL_LINE = 8 * 1024;
    /** Where no record names a call, any will do. */
    private static final int LONG = 2 * BLOCK;

    private static final int FEWEST = 20;

    private static final Pattern CALL = Pattern.compile("\\b(?:GET|POST|PUT|PATCH|DELETE)\\b.{0,80}?https?://");

    private final ByteSource source;
    private final Intake intake;
    private final int limit;
    private final Chunk line;

    TextBlocks(ByteSource source, Intake intake, int limit) {
        super(intake, 0);
        this.source = source;
        this.intake = intake;
        this.limit = limit;
        line = new Chunk(limit);
    }

    /** Whether the head of a text is that of a log, most of whose lines begin with a time or a level. */
    static boolean fits(byte[] head) {
        List<String> lines = Texts.lines(new String(head, StandardCharsets.UTF_8));
        return lines.size() > FEWEST
                && 2 * lines.stream().filter(Texts::isRecord).count() > lines.size();
    }

    /** Reads to the end of the input. */
    void read() throws IOException {
        Chunk chunk = chunk();
        SummingSink sums = intake.summing();
        while (sums == null && fill(chunk)) {
            read(chunk, intake);
            chunk.clear();
            sums = intake.summing();
        }
        if (sums != null) {
            read(sums);
        }
        intake.endLog();
    }

    @Override
    protected Chunk chunk() {
        return new Chunk(LONG + limit, LONG + USUAL_LINE);
    }

    @Override
    protected boolean fill(Chunk chunk) throws IOException {
        chunk.add(line.held(), 0, line.size());
        line.clear();
        while (source.line(line)) {
            line.add('\n');
            if (chunk.size() >= BLOCK && opens(line.text(), chunk.size())) {
                return true;
            }
            chunk.add(line.held(), 0, line.size());
            line.clear();
        }
        return chunk.size() > 0;
    }

    private static boolean opens(String line, int size) {
        return Texts.isRecord(line) && (size >= LONG || CALL.matcher(line).find());
    }

    @Override
    protected long read(Chunk chunk, Intake own, SummingSink sums) {
        return read(chunk, own);
    }

    private static long read(Chunk chunk, Intake own) {
        long before = own.count();
        String text = chunk.text();
        try {
            own.logged(text.indexOf('\u001B') >= 0 ? Texts.withoutColours(text) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own.count() - before;
    }
}
