package io.scimdoctor.watch.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.watch.Made;
import io.scimdoctor.watch.Plans;
import io.scimdoctor.watch.SimulatedProcess;
import io.scimdoctor.watch.WatchListener;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.TallyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

    private static Round round(long number) {
        Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(number));
        return Made.round(number, at, List.of(Made.call(at, number % 7 == 0)));
    }

    private static WatchFolder.Saved saved(Tally tally) {
        return new WatchFolder.Saved(Plans.ID, SimulatedProcess.START, "check", "https://x", 0, tally);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("w"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void rounds_after_the_snapshot_are_counted_from_the_log() throws IOException {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        try (WatchFolder watch = opened()) {
            for (long number = 1; number <= 50; number++) {
                tally.add(round(number), WatchListener.NONE);
                watch.append(round(number));
                if (number == 30) {
                    watch.snapshot(saved(tally));
                }
            }
        }
        Path log = files().stream()
                .filter(file -> file.toString().endsWith("ndjson"))
                .findFirst()
                .orElseThrow();
        Files.writeString(log, "{\"number\":51,\"startedAt\":\"2026-1", StandardOpenOption.APPEND);

        try (WatchFolder watch = opened()) {
            WatchFolder.Saved read = watch.read();
            watch.append(round(51));

            assertThat(TallyTest.written(read.tally())).isEqualTo(TallyTest.written(tally));
        }
        try (WatchFolder watch = opened()) {
            assertThat(watch.read().tally().rounds()).isEqualTo(51);
        }
    }

    @Test
    void the_log_is_limited_in_size_and_number() throws IOException {
        try (WatchFolder watch = opened()) {
            Round large = Made.round(
                    1, SimulatedProcess.START, Collections.nCopies(2_000, Made.call(SimulatedProcess.START, true)));
            for (int i = 0; i < 150; i++) {
                watch.append(large);
            }
        }

        List<Path> logs = files().stream()
                .filter(file -> file.toString().endsWith("ndjson"))
                .toList();
        assertThat(logs).hasSize(WatchFolder.MOST_LOGS);
        assertThat(logs.get(0).getFileName().toString()).isGreaterThan("rounds-000001.ndjson");
        for (Path log : logs) {
            assertThat(Files.size(log)).isLessThan(WatchFolder.LARGEST_LOG + 1_000_000);
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
            watch.append(round(1));
            watch.snapshot(saved(new Tally(WatchPlan.SHORTEST_GAP)));
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("w"))))
                .isEqualTo("rwx------");
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
