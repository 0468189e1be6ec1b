package io.scimdoctor.config;

import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The configuration file on the disk: read as a whole, and replaced as a whole by one process at a time. */
public record ConfigFile(Path path) {
    private static final int LARGEST = 1024 * 1024;

    public boolean exists() {
        // java.io, because the channels of java.nio cost twenty classes more at each start.
        return path.toFile().exists();
    }

    /** The text; empty where there is no file. */
    public String text() throws IOException {
        if (!exists()) {
            return "";
        }
        if (Files.size(path) > LARGEST) {
            throw new IOException("the file is larger than 1 MiB");
        }
        String text = Files.readString(path, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Changes the file, which only its owner can read afterwards, and returns its new text.
     *
     * @param temporaryId makes the name of the draft unique
     */
    public String change(UnaryOperator<String> change, String temporaryId, KnownSecrets secrets) throws IOException {
        // A link, as people keep them for their settings, stays one: what it leads to is replaced.
        Path target = exists() ? path.toRealPath() : path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("the file has no folder");
        }
        SafeFile.folder(folder);
        Path lockFile = folder.resolve("." + target.getFileName() + ".lock");
        return SafeFile.locked(lockFile, lock -> {
            String before = new ConfigFile(target).text();
            String after = change.apply(before);
            if (!after.equals(before)) {
                Path draft = folder.resolve("." + target.getFileName() + "." + temporaryId + ".tmp");
                byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
                SafeFile.write(target, draft, bytes, secrets, "the configuration file");
            }
            return after;
        });
    }
}
