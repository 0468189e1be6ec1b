package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.repair.PrefixedLines;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the log of an application, be it as long as it may, in blocks that are texts of their own. A block ends before a
 * record that names a call, because the parts of one call stand behind its name.
 */
final class TextBlocks extends ParallelBlocks {
    private static final int BLOCK = 32 * 1024;
    /** Where no record names a call, any will do. */
    private static final int LONG = 2 * BLOCK;

    private static final int FEWEST = 20;

    private static final Pattern CALL = Pattern.compile("\\b(?:GET|POST|PUT|PATCH|DELETE)\\b.{0,80}?https?://");

    private final Intake intake;

    TextBlocks(ByteSource source, Intake intake, int limit) {
        super(source, intake, BLOCK, limit);
        this.intake = intake;
    }

    /** Whether the head of a text is that of a log, most of whose lines begin with a time or a level. */
    static boolean fits(byte[] head) {
        List<String> lines = Texts.lines(new String(head, StandardCharsets.UTF_8));
        return lines.size() > FEWEST
                && !PrefixedLines.beginsDocument(lines.get(0))
                && 2 * lines.stream().filter(Texts::isRecord).count() > lines.size();
    }

    /** Reads to the end of the input. */
    void read() throws IOException {
        Chunk chunk = empty();
        SummingSink sums = intake.summing(false);
        while (sums == null && fill(chunk)) {
            read(chunk, intake);
            chunk.clear();
            sums = intake.summing(false);
        }
        if (sums != null) {
            read(sums, 0);
        }
    }

    @Override
    boolean mayEnd(ByteSource at, int taken) throws IOException {
        String next = at.ahead();
        return Texts.isRecord(next) && (taken >= LONG || CALL.matcher(next).find());
    }

    @Override
    long read(Chunk chunk, Intake own, SummingSink sums) throws IOException {
        return read(chunk, own);
    }

    private static long read(Chunk chunk, Intake own) throws IOException {
        long before = own.count();
        own.logged(Texts.withoutColours(chunk.text()));
        return own.count() - before;
    }
}
