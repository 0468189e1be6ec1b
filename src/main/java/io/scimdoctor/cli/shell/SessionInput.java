package io.scimdoctor.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * What a command of the session reads: first the texts that are at hand, then what is typed.
 *
 * @param texts one for each time that standard input is opened
 * @param keyboard is asked for lines
 * @param hint says how typing ends
 * @param abandon is told that the user does not want to go on
 */
public record SessionInput(Iterator<String> texts, Prompt keyboard, Runnable hint, Runnable abandon) {
    /** Something to read to its end; opened each time anew. */
    public InputStream whole() {
        if (texts.hasNext()) {
            return stream(texts.next());
        }
        hint.run();
        return answers();
    }

    /** The answers to questions, a line each. */
    public InputStream answers() {
        return new Typed();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines from the terminal, each of which is asked for when it is wanted. */
    private final class Typed extends InputStream {
        private InputStream line = InputStream.nullInputStream();
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        /** Returns at most one line per call, so that a question consumes only its own answer. */
        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = line.read(target, offset, length);
            if (count >= 0 || ended) {
                return count;
            }
            String next = next();
            ended = next == null;
            line = stream(next == null ? "" : next + "\n");
            return line.read(target, offset, length);
        }

        /** @throws InterruptedIOException when the user abandons it, so that nothing is done with half an input */
        private @Nullable String next() throws InterruptedIOException {
            try {
                return keyboard.answer();
            } catch (UserInterruptException e) {
                abandon.run();
                throw new InterruptedIOException("abandoned");
            }
        }
    }
}
