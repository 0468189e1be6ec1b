package io.scimdoctor.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;

/** A terminal at which nobody types, for what a line reader asks of one. */
final class BlankTerminal implements AutoCloseable {
    private final DumbTerminal terminal;

    BlankTerminal() throws IOException {
        terminal = new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8);
    }

    LineReader reader() {
        return LineReaderBuilder.builder().terminal(terminal).build();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
