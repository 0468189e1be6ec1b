package io.scimdoctor.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Standard input for a command that reads it: each line is asked for at the terminal when it is wanted. */
final class LineInput extends InputStream {
    private final Supplier<@Nullable String> lines;
    private final Runnable abandon;
    private byte[] line = {};
    private int position;
    private boolean ended;

    /**
     * @param lines gives the next line, or null at the end
     * @param abandon is told that the user does not want to go on
     */
    LineInput(Supplier<@Nullable String> lines, Runnable abandon) {
        this.lines = lines;
        this.abandon = abandon;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : line[position++] & 0xFF;
    }

    /** Returns at most one line per call, so that a question consumes only its own answer. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    /** @throws InterruptedIOException when the user abandons it, so that nothing is done with half an input */
    private boolean isAtEnd() throws InterruptedIOException {
        if (!ended && position == line.length) {
            String next = next();
            ended = next == null;
            line = next == null ? new byte[0] : (next + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return ended;
    }

    private @Nullable String next() throws InterruptedIOException {
        try {
            return lines.get();
        } catch (UserInterruptException e) {
            abandon.run();
            throw new InterruptedIOException("abandoned");
        }
    }
}
