package io.scimdoctor.cli.shell;

import io.scimdoctor.capture.source.PieceStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
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
            return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.UTF_8));
        }
        hint.run();
        return answers();
    }

    /** The answers to questions: lines from the terminal, each of which is asked for when it is wanted, and read alone. */
    public InputStream answers() {
        AtomicBoolean ended = new AtomicBoolean();
        return new PieceStream(() -> {
            String line = ended.get() ? null : line();
            ended.set(line == null);
            return line == null ? new byte[0] : (line + "\n").getBytes(StandardCharsets.UTF_8);
        });
    }

    /** @throws InterruptedIOException when the user abandons it, so that nothing is done with half an input */
    private @Nullable String line() throws InterruptedIOException {
        try {
            return keyboard.answer();
        } catch (UserInterruptException e) {
            abandon.run();
            throw new InterruptedIOException("abandoned");
        }
    }
}
