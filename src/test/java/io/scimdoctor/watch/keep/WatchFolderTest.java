package io.scimdoctor.watch.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.redact.KnownSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What survives a process. */
final class WatchFolderTest {
    @TempDir
    private Path folder;

    private @Nullable WatchFolder open() throws IOException {
        return WatchFolder.open(folder.resolve("w"), new KnownSecrets(), UnaryOperator.identity());
    }

    private WatchFolder opened() throws IOException {
        return Objects.requireNonNull(open());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("w"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void what_was_written_last_reads_back_though_a_process_was_killed_while_it_wrote() throws IOException {
        try (WatchFolder watch = opened()) {
            watch.write("snapshot.json", "{}");
            watch.write("snapshot.json", "{\"rounds\":1}");
        }
        Files.writeString(folder.resolve("w").resolve(".snapshot.json.tmp"), "{\"rou");

        try (WatchFolder watch = opened()) {
            assertThat(watch.read("snapshot.json")).isEqualTo("{\"rounds\":1}");

            watch.write("snapshot.json", "{\"rounds\":2}");

            assertThat(watch.read("snapshot.json")).isEqualTo("{\"rounds\":2}");
        }
    }

    @Test
    void one_process_at_a_time_has_it() throws IOException {
        try (WatchFolder watch = opened()) {
            assertThat(watch).isNotNull();
            assertThat(open()).isNull();
        }
        try (WatchFolder again = opened()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void only_the_owner_may_look_into_it() throws IOException {
        try (WatchFolder watch = opened()) {
            watch.write("snapshot.json", "{}");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("w"))))
                .isEqualTo("rwx------");
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
