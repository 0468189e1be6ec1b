package io.scimdoctor.redact;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes files that are handed on. Each is written whole under a temporary name, readable by its owner alone, and read
 * back and searched for every known secret; only then it gets its name, all at once.
 */
public final class SafeFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final int PIECE = 1024 * 1024;
    private static final int OVERLAP = 16 * 1024;

    /** A lock on a file is held by a process, not by a thread of it. */
    private static final Object ONE_THREAD = new Object();

    private SafeFile() {}

    /**
     * Writes the file, or replaces it.
     *
     * @param temporary where the content stands until it is complete; in the same folder as the target
     * @param place what the file is called when something is wrong with it
     * @throws SecretFound when the content holds a secret; nothing of it is left
     * @throws IOException when it cannot be written; nothing of it is left, and a file that was there is untouched
     */
    public static void write(Path target, Path temporary, byte[] content, KnownSecrets secrets, String place)
            throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            // A pipe, a device or a link takes the content as it is; it is searched before.
            if (secrets.isIn(content)) {
                throw new SecretFound(place);
            }
            Files.write(target, content);
            return;
        }
        try {
            store(temporary, content);
            if (secrets.isIn(Files.readAllBytes(temporary))) {
                throw new SecretFound(place);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Searches a file that was written piece by piece, and removes it when it holds a secret.
     *
     * @throws SecretFound when it does
     */
    public static void check(Path file, KnownSecrets secrets, String place) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        boolean found = false;
        try (InputStream input = Files.newInputStream(file)) {
            byte[] kept = {};
            for (byte[] read = input.readNBytes(PIECE); read.length > 0 && !found; read = input.readNBytes(PIECE)) {
                byte[] piece = Arrays.copyOf(kept, kept.length + read.length);
                System.arraycopy(read, 0, piece, kept.length, read.length);
                found = secrets.isIn(piece);
                // A secret may stand across the border of two pieces.
                kept = Arrays.copyOfRange(piece, Math.max(0, piece.length - OVERLAP), piece.length);
            }
        }
        if (found) {
            Files.deleteIfExists(file);
            throw new SecretFound(place);
        }
    }

    /** Creates a folder that only its owner may enter, and the folders above it. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions("rwx------"));
        }
    }

    /**
     * Opens a file that is written piece by piece; a new one is its owner's alone, one that was there keeps its readers. When
     * the disk is full nothing of it is left.
     */
    public static Writer writer(Path file) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        SeekableByteChannel channel = Files.newByteChannel(file, options, permissions("rw-------"));
        // A writer onto the channel itself takes a write that a full disk has cut short for a whole one.
        OutputStream output = new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    if (Files.isRegularFile(file)) {
                        // Nobody may take the piece of a result that the disk had room for as the result.
                        channel.truncate(0);
                        Files.deleteIfExists(file.toRealPath());
                    }
                    throw e;
                }
            }
        };
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    /** What is done with a file while it is ours alone. */
    public interface Locked<T> {
        T with(FileChannel channel) throws IOException;
    }

    /** Opens a file, or makes it, and keeps all other processes and threads from it until the work is done. */
    public static <T> T locked(Path file, Locked<T> work) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        synchronized (ONE_THREAD) {
            try (FileChannel channel = FileChannel.open(file, options, permissions("rw-------"));
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                return work.with(channel);
            }
        }
    }

    /** The permissions for a new file or folder, where the system has such. */
    public static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void store(Path file, byte[] content) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, permissions("rw-------"))) {
            Channels.newOutputStream(channel).write(content);
            // What is reported as stored must survive a power cut.
            channel.force(true);
        }
    }
}
