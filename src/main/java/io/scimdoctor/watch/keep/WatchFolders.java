package io.scimdoctor.watch.keep;

import io.scimdoctor.exchange.First;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.run.RunStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The folders of all watches of this user.
 *
 * @param state the state folder, which need not exist yet
 */
public record WatchFolders(Path state) {
    private static final int MOST = 20;

    /** Where a new watch keeps its state. Its name begins with the time, so that names sort by it. */
    Path of(String id, Instant startedAt) {
        String time = Times.shown(startedAt).replace("-", "").replace(":", "");
        return state.resolve("watch").resolve(time + "_" + id);
    }

    /** The newest folder whose id begins so; {@code last} is the newest of all. Null when there is none. */
    @Nullable
    Path find(String reference) throws IOException {
        String wanted = reference.toLowerCase(Locale.ROOT);
        return First.of(
                newestFirst(),
                folder -> wanted.equals("last")
                        || folder.getFileName().toString().split("_", 2)[1].startsWith(wanted));
    }

    /** The names of all folders, the newest first: each is a time, an underscore and an id. */
    public List<String> names() throws IOException {
        return newestFirst().stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** Removes the oldest folders beyond the newest twenty, unless a watch still runs there. */
    void purge() throws IOException {
        List<Path> folders = newestFirst();
        for (Path folder : folders.subList(Math.min(MOST, folders.size()), folders.size())) {
            if (WatchFolder.isInUse(folder)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private List<Path> newestFirst() throws IOException {
        return RunStore.lastFirst(state.resolve("watch"), "*T*Z_*");
    }
}
