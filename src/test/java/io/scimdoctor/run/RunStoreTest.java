package io.scimdoctor.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.Needs;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.SecretFound;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder of runs: whole files or none, in order, and no more than is wanted. */
final class RunStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunStore.Retention ALL = new RunStore.Retention(1000, Duration.ofDays(1000));

    @TempDir
    private Path folder;

    private final Outgoing outgoing = new Outgoing();
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void nothing() {
        assertThat(folder).isEmptyDirectory();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_run_is_one_file_that_only_its_owner_may_read() throws IOException {
        Path stored = at(NOW, folder.resolve("state")).store(SampleRuns.failed(), ALL);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored.getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))))
                .isEqualTo("rwx------");
        assertThat(stored.getParent()).isDirectoryContaining(file -> file.equals(stored));
        assertThat(files()).hasSize(1);
    }

    @Test
    void runs_are_listed_and_found_by_their_time_of_recording_and_read_back() throws IOException {
        at(NOW, state()).store(SampleRuns.failed(), ALL);
        at(NOW.plusMillis(1), state()).store(SampleRuns.healthy(), ALL);

        RunStore store = at(NOW, state());

        assertThat(store.list()).extracting(RunStore.Entry::id).containsExactly(SampleRuns.HEALTHY, SampleRuns.FAILED);
        assertThat(store.find("last"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(SampleRuns.HEALTHY));
        assertThat(store.find("bbbb")).singleElement().satisfies(entry -> {
            assertThat(requireNonNull(entry.run()).verdict().id()).isEqualTo("permission-missing");
            assertThat(requireNonNull(entry.run()).totals().exchanges()).isEqualTo(2);
            assertThat(json(store.read(entry))).isEqualTo(json(SampleRuns.failed()));
        });
        assertThat(store.find("cccc")).isEmpty();
    }

    @Test
    void a_capture_of_last_year_that_is_imported_today_is_kept() throws IOException {
        Instant nextYear = NOW.plus(Duration.ofDays(400));

        Path stored = at(nextYear, state()).store(SampleRuns.failed(), RunStore.Retention.DEFAULT);

        assertThat(stored).exists();
    }

    @Test
    void what_is_too_old_or_too_much_goes_and_what_was_just_stored_stays() throws IOException {
        for (int day = 0; day < 6; day++) {
            store(day, ALL);
        }

        store(6, new RunStore.Retention(10, Duration.ofDays(3)));
        assertThat(ids()).containsExactly("d6", "d5", "d4");

        store(7, new RunStore.Retention(2, Duration.ofDays(30)));
        assertThat(ids()).containsExactly("d7", "d6");

        store(8, RunStore.Retention.NOTHING);
        assertThat(ids()).contains("d8");
    }

    @Test
    void a_purge_says_before_what_it_removes_and_leaves_files_of_others_alone() throws IOException {
        store(0, ALL);
        store(1, ALL);
        Path note = Files.writeString(runs().resolve("notes.json"), "{}");
        Path foreign = Files.writeString(runs().resolve("editor.tmp"), "x");
        Files.setLastModifiedTime(foreign, FileTime.from(NOW.minus(Duration.ofDays(9))));
        RunStore store = at(NOW.plus(Duration.ofDays(2)), state());

        assertThat(store.beyond(RunStore.Retention.NOTHING)).hasSize(2);
        assertThat(store.purge(RunStore.Retention.NOTHING)).isEqualTo(2);

        assertThat(files()).containsExactlyInAnyOrder(note, foreign);
        assertThat(store.list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.run()).isNull());
    }

    @Test
    void what_a_killed_process_left_is_no_run_and_goes_after_an_hour() throws IOException {
        Path stored = store(0, ALL);
        Path left = Files.writeString(
                runs().resolve("." + stored.getFileName().toString().replace(".json", ".tmp")), "{");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofMinutes(59))));

        at(NOW, state()).purge(ALL);
        assertThat(left).exists();
        assertThat(ids()).containsExactly("d0");

        at(NOW.plus(Duration.ofMinutes(2)), state()).purge(ALL);
        assertThat(left).doesNotExist();
    }

    @Test
    void a_file_that_is_damaged_or_something_else_is_named_and_hides_no_other() throws IOException {
        Path stored = store(0, ALL);
        String text = Files.readString(stored);
        Files.writeString(runs().resolve("20261123T120000.000Z_cut.json"), text.substring(0, 300));
        Files.writeString(runs().resolve("20261123T120000.000Z_list.json"), "[]");
        Files.write(runs().resolve("20261123T120000.000Z_bytes.json"), new byte[] {(byte) 0xFF, 0, 1});
        Files.createDirectory(runs().resolve("20261123T120000.000Z_folder.json"));
        RunStore store = at(NOW, state());

        assertThat(store.list())
                .hasSize(5)
                .filteredOn(entry -> entry.run() != null)
                .hasSize(1);
        for (RunStore.Entry entry : store.list()) {
            if (entry.run() == null) {
                assertThatThrownBy(() -> store.read(entry)).isInstanceOf(Stopped.class);
            }
        }
    }

    @Test
    void a_run_that_holds_a_secret_is_not_stored() throws IOException {
        outgoing.secrets().add("Group.Read.All");

        assertThatThrownBy(() -> store(0, ALL)).isInstanceOf(SecretFound.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void a_state_folder_that_is_a_file_is_trouble_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "x");
        RunStore store = at(NOW, file);

        assertThatThrownBy(() -> store.store(SampleRuns.failed(), ALL)).isInstanceOf(IOException.class);
        assertThat(store.list()).isEmpty();
        assertThat(file).hasContent("x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_may_not_be_written_is_trouble_and_what_stands_in_it_can_be_read() throws Exception {
        store(0, ALL);
        Files.setPosixFilePermissions(runs(), PosixFilePermissions.fromString("r-x------"));
        Needs.circumstance(!Files.isWritable(runs()), "root may write anywhere");

        assertThatThrownBy(() -> store(1, ALL)).isInstanceOf(IOException.class);

        assertThat(ids()).containsExactly("d0");
        Files.setPosixFilePermissions(runs(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void on_a_full_disk_nothing_is_left_and_what_was_stored_stays() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()).start();
        Needs.circumstance(mount.waitFor() == 0, "mounting a small disk needs root");
        try {
            RunStore store = at(NOW, disk);
            List<Path> stored = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            stored.add(store.store(named("d" + i), ALL));
                        }
                    })
                    .isInstanceOf(IOException.class);

            assertThat(stored).isNotEmpty().allMatch(Files::exists);
            assertThat(store.list()).hasSameSizeAs(stored).allMatch(entry -> entry.run() != null);
            try (Stream<Path> left = Files.list(store.folder())) {
                assertThat(left).containsExactlyInAnyOrderElementsOf(stored);
            }
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void ten_processes_record_at_once_and_some_are_killed_and_nothing_stored_is_lost() throws Exception {
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            processes.add(RecordingProcess.start(state(), "p" + i));
        }
        for (int i = 0; i < processes.size(); i++) {
            Process process = processes.get(i);
            if (i % 3 == 0) {
                // Each says what it has stored; the fourth line is in the middle of its work.
                reported.addAll(RecordingProcess.lines(process, 4));
                process.toHandle().destroyForcibly();
            }
            reported.addAll(RecordingProcess.lines(process, Integer.MAX_VALUE));
            process.waitFor();
        }

        RunStore store = at(Instant.now(), state());
        List<String> readable = new ArrayList<>();
        for (RunStore.Entry entry : store.list()) {
            assertThat(entry.run()).as(entry.file().toString()).isNotNull();
            readable.add(store.read(entry).head().id());
        }
        assertThat(reported).hasSizeGreaterThan(6 * RecordingProcess.RUNS);
        assertThat(readable).containsAll(reported);
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Path runs() {
        return state().resolve("runs");
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs())) {
            return files.toList();
        }
    }

    private RunStore at(Instant now, Path state) {
        return new RunStore(state, outgoing, InstantSource.fixed(now));
    }

    private Path store(int day, RunStore.Retention retention) throws IOException {
        return at(NOW.plus(Duration.ofDays(day)), state()).store(named("d" + day), retention);
    }

    private List<String> ids() throws IOException {
        return at(NOW, state()).list().stream().map(RunStore.Entry::id).toList();
    }

    private static String json(Run run) throws IOException {
        StringWriter text = new StringWriter();
        RunJson.write(run, text);
        return text.toString();
    }

    static Run named(String id) {
        Run run = SampleRuns.failed();
        RunHead head = run.head();
        RunHead other = new RunHead(id, head.kind(), head.startedAt(), head.finishedAt(), true, false, head.machine());
        return new Run(
                other,
                run.target(),
                run.verdict(),
                run.settings(),
                run.token(),
                run.checks(),
                run.findings(),
                run.groups(),
                run.totals(),
                run.calls(),
                run.masked());
    }
}
