package io.scimdoctor.cli.mcp;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one folder whose files a client may name; wherever a name leads, by links or dots, it has to end below it. */
public record McpFolder(Path root) {
    /** @throws Stopped when there is no such folder */
    public static McpFolder of(String name) {
        try {
            Path root = Path.of(name).toRealPath();
            if (Files.isDirectory(root)) {
                return new McpFolder(root);
            }
        } catch (IOException | InvalidPathException e) {
            // No such folder: the error below says so.
        }
        throw Stopped.usage("there is no folder '" + Redactor.seen(name) + "'", "check the value of --allow-files");
    }

    /** The content of a file below the folder, or null where the name leads to none. */
    @Nullable
    InputStream open(String name) {
        try {
            Path file = root.resolve(name).toRealPath();
            boolean allowed = file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            return allowed ? Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS) : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
