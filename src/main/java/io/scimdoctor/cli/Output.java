package io.scimdoctor.cli;

import io.scimdoctor.redact.Redactor;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the result goes: standard output, or the file of {@code --output-file}. */
final class Output {
    private Output() {}

    /**
     * The writer for the result. Closing it closes the file, and leaves standard output open.
     *
     * @throws UsageError when the file cannot be written
     */
    static Writer open(Invocation invocation) throws IOException {
        String file = invocation.text("--output-file");
        if (file == null) {
            return new Shared(invocation.environment().out());
        }
        try {
            return new Outlet(Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8), invocation.outgoing());
        } catch (FileSystemException | InvalidPathException e) {
            throw new UsageError(
                    "'" + Redactor.fileName(file) + "' cannot be written", "check the folder and its permissions");
        }
    }

    /** Standard output, which other commands of this process may still need. */
    private static final class Shared extends FilterWriter {
        Shared(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
