package io.scimdoctor.cli.process;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small file that is written beside its target and moved over it, so that readers never see half of it. */
final class AtomicFile extends StringWriter {
    private final Path file;
    private final Path draft;

    /**
     * @param id makes the name of the draft unique; it does not end like the file, so that nobody reads it for one
     * @throws FileSystemException when the folder is none, or the name is that of a folder
     */
    AtomicFile(Path file, String id) throws FileSystemException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString());
        }
        this.file = file;
        draft = folder.resolve("." + file.getFileName() + "." + id + ".tmp");
    }

    /** Replaces the file, unless nothing was written because the run failed. */
    @Override
    public void close() throws IOException {
        if (getBuffer().isEmpty()) {
            return;
        }
        try {
            Files.writeString(draft, toString(), StandardOpenOption.CREATE_NEW);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        getBuffer().setLength(0);
    }
}
