package io.scimdoctor.cli.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small file that is written beside its target and moved over it, so that readers never see half of it. */
final class AtomicFile extends Writer {
    private final Path file;
    private final Path draft;
    private final StringBuilder text = new StringBuilder();

    private AtomicFile(Path file, Path draft) {
        this.file = file;
        this.draft = draft;
    }

    /**
     * @param id makes the name of the draft unique; it does not end like the file, so that nobody reads it for one
     * @throws FileSystemException when the folder is none, or the name is that of a folder
     */
    static AtomicFile open(Path file, String id) throws FileSystemException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString());
        }
        return new AtomicFile(file, folder.resolve("." + file.getFileName() + "." + id + ".tmp"));
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {
        // Nothing is visible before close().
    }

    /** Replaces the file, unless nothing was written because the run failed. */
    @Override
    public void close() throws IOException {
        if (text.isEmpty()) {
            return;
        }
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            move();
        } finally {
            Files.deleteIfExists(draft);
        }
        text.setLength(0);
    }

    private void move() throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
