package io.scimdoctor.watch.keep;

import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where one watch keeps what must survive its process: files that are replaced as a whole, written by one process alone. */
record WatchFolder(Path folder, FileChannel lockFile, KnownSecrets secrets, UnaryOperator<String> outgoing)
        implements AutoCloseable {
    /**
     * Opens the folder for this process alone.
     *
     * @param outgoing is applied to every text that is written
     * @return null when another process is writing there
     * @throws IOException when nothing can be written there
     */
    static @Nullable WatchFolder open(Path folder, KnownSecrets secrets, UnaryOperator<String> outgoing)
            throws IOException {
        SafeFile.folder(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                SafeFile.permissions("rw-------"));
        try {
            // The lock ends with the process, however that ends.
            if (channel.tryLock() != null) {
                return new WatchFolder(folder, channel, secrets, outgoing);
            }
        } catch (OverlappingFileLockException e) {
            // Another watch in this process holds the lock.
        }
        channel.close();
        return null;
    }

    static boolean isInUse(Path folder) throws IOException {
        try (WatchFolder free = open(folder, new KnownSecrets(), UnaryOperator.identity())) {
            return free == null;
        }
    }

    /**
     * Replaces a file.
     *
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; it is not stored then
     */
    void write(String name, String text) throws IOException {
        Path temporary = folder.resolve("." + name + ".tmp");
        // A draft that is there was left by a process that was killed: nobody else writes here.
        Files.deleteIfExists(temporary);
        SafeFile.write(
                folder.resolve(name),
                temporary,
                outgoing.apply(text).getBytes(StandardCharsets.UTF_8),
                secrets,
                "the state of the watch");
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
