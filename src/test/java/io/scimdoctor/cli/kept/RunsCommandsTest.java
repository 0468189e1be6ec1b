package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.cli.SimulatedRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for recorded runs. */
final class RunsCommandsTest {
    private static final RunStore.Retention ALL = new RunStore.Retention(100, Duration.ofDays(9999));

    @TempDir
    private Path folder;

    @Test
    void the_lines_of_a_body_and_ids_beside_long_names_stay_whole() {
        with().realClock().run("check", "--simulate=throttled");

        String shown = with().realClock().run("runs", "show", "-v").out();

        assertThat(shown)
                .containsPattern("(?m)^ +\"client-request-id\": \"[0-9a-f-]{36}\"$")
                .doesNotContainPattern("(?m)^ +[0-9a-f]{1,12}$");
    }

    @Test
    void the_group_says_what_it_can_do() throws IOException {
        CommandRun alone = run("runs");

        assertThat(alone.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run("runs", "--help").out()).isEqualTo(alone.out());
        assertThat(run("help", "runs").out()).isEqualTo(alone.out());
        Golden.assertMatches("runs", alone.out());
    }

    @Test
    void a_list_fits_80_columns_and_names_what_cannot_be_read() throws IOException {
        store(SampleRuns.healthy());
        store(SampleRuns.failed());
        Files.writeString(runs().resolve("20261124T000000.000Z_cccccccc-1.json"), "{\"kind\":");

        CommandRun run = run("runs", "list");

        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.assertMatches("runs-list", run.out());
        assertThat(run("runs", "list", "--limit", "1").out()).contains("The last 1 of 3");
        assertThat(run("runs", "list", "-o", "short").out().lines()).hasSize(3);
        assertThat(run("runs", "list", "-o", "json").schemaErrors()).isEmpty();
    }

    @Test
    void without_a_run_the_list_says_so() {
        CommandRun run = run("runs", "list");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).isEqualTo("No run is recorded yet.\n");
        assertThat(run("runs", "list", "-o", "json").schemaErrors()).isEmpty();
    }

    @Test
    void a_run_is_shown_whole() throws IOException {
        store(SampleRuns.failed());

        CommandRun run = run("runs", "show", "last");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        Golden.assertMatches("runs-show", run.out());
        assertThat(run("runs", "show", "bbbb", "-v").out()).containsPattern("Accept +application/scim\\+json");
        assertThat(run("runs", "show", "-o", "json").schemaErrors()).isEmpty();
        assertThat(run("runs", "show", "-o", "short").out()).startsWith(SampleRuns.FAILED + " fail permission-missing");
    }

    @Test
    void what_changed_since_it_worked_is_said() throws IOException {
        store(SampleRuns.healthy());
        store(SampleRuns.failed());

        CommandRun run = run("runs", "diff");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.assertMatches("runs-diff", run.out());
        assertThat(run("runs", "diff", "aaaa", "bbbb").out()).isEqualTo(run.out());
        assertThat(run("runs", "diff", "-o", "json").schemaErrors()).isEmpty();
        assertThat(run("runs", "diff", "-o", "short").out())
                .isEqualTo("aaaaaaaa healthy to bbbbbbbb permission-missing: 11 differences\n");
    }

    @Test
    void two_runs_alike_have_no_difference() throws IOException {
        store(SampleRuns.failed());
        Files.writeString(
                runs().resolve("20270101T000000.000Z_dddddddd-0000-4000-8000-000000000004.json"),
                Files.readString(files().get(0)).replace(SampleRuns.FAILED, "dddddddd-0000-4000-8000-000000000004"));

        CommandRun run = run("runs", "diff", "bbbb", "dddd");

        assertThat(run.out()).contains("Nothing that a run records has changed.");
    }

    @Test
    void without_an_earlier_healthy_run_it_says_so() throws IOException {
        store(SampleRuns.failed());

        CommandRun run = run("runs", "diff");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.err()).contains("no healthy run of the same target is recorded before the run bbbbbbbb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs show zzzz    | 2 | there is no run 'zzzz'",
                "runs show a b     | 2 | one id is enough",
                "runs diff a a     | 2 | both ids name the same run",
                "runs diff a b c   | 2 | compares two runs",
                "runs delete       | 2 | needs the id of a run",
                "runs delete last  | 2 | add --yes to do it",
                "runs purge --all --keep 3 | 2 | --all leaves nothing",
                "runs purge --older-than x | 2 | takes a duration",
                "runs export -o text       | 2 | --output does not take",
                "runs lst          | 2 | did you mean 'runs list'?"
            })
    void a_wrong_use_gets_one_sentence(String words, int code, String sentence) throws IOException {
        store(SampleRuns.healthy());
        store(SampleRuns.failed());

        CommandRun run = run(words.split(" "));

        assertThat(run.err()).contains(sentence).hasLineCount(1);
        assertThat(run.code().number()).isEqualTo(code);
    }

    @Test
    void an_id_that_several_runs_begin_with_is_ambiguous() throws IOException {
        store(SampleRuns.failed());
        Path file = files().get(0);
        Files.copy(file, runs().resolve("20270101T000000.000Z_bbbbbbbb-1111.json"));

        CommandRun run = run("runs", "show", "bbbb");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'bbbb' names 2 runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "diff", "export", "delete"})
    void last_without_a_run_is_no_verdict(String command) {
        CommandRun run = run("runs", command, "last");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.err()).contains("no run is recorded yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "diff", "export", "import", "purge"})
    void without_a_place_for_runs_it_says_what_to_set(String command) {
        CommandRun run = CommandRun.of("runs", command);

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.err()).contains("XDG_STATE_HOME").hasLineCount(1);
    }

    @Test
    void a_damaged_run_is_named_and_can_be_deleted() throws IOException {
        store(SampleRuns.failed());
        Files.writeString(files().get(0), Files.readString(files().get(0)).substring(0, 4000));

        CommandRun shown = run("runs", "show", "last");

        assertThat(shown.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(shown.err()).contains("it is no whole JSON document");
        assertThat(run("runs", "delete", "last", "--yes").out()).isEqualTo("Deleted one run.\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void deleting_asks_on_a_terminal_and_takes_only_yes() throws IOException {
        store(SampleRuns.failed());

        CommandRun refused = with().terminal().in("n\n").run("runs", "delete", "last");
        assertThat(refused.err()).contains("This deletes one run for good.").contains("Nothing was deleted.");
        assertThat(files()).hasSize(1);

        CommandRun agreed = with().terminal().in("y\n").run("runs", "delete", "last");
        assertThat(agreed.out()).isEqualTo("Deleted one run.\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_purge_keeps_what_it_is_asked_to_keep() throws IOException {
        store(SampleRuns.healthy());
        store(SampleRuns.failed());

        assertThat(run("runs", "purge").out()).isEqualTo("Deleted no run.\n");
        assertThat(run("runs", "purge", "--keep", "1", "--dry-run").out())
                .contains("aaaaaaaa", "Would delete one run.");
        assertThat(files()).hasSize(2);
        assertThat(run("runs", "purge", "--keep", "1", "--yes", "-o", "json").schemaErrors())
                .isEmpty();
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.toString()).contains("bbbbbbbb"));
        assertThat(run("runs", "purge", "--older-than", "1h", "--yes").out()).isEqualTo("Deleted one run.\n");
    }

    @Test
    void a_strict_run_keeps_only_the_ids_of_requests_and_of_itself() throws IOException {
        store(SampleRuns.failed());

        for (String[] words : List.of(
                new String[] {"runs", "show", "-v"},
                new String[] {"runs", "show", "-o", "json"},
                new String[] {"runs", "export"},
                new String[] {"runs", "list", "-o", "json"})) {
            String[] strict = Stream.concat(Stream.of(words), Stream.of("--redact", "strict"))
                    .toArray(String[]::new);
            String standard = run(words).out();
            String masked = run(strict).out();

            assertThat(masked).doesNotContain("5c1d0c70-").contains(SampleRuns.FAILED);
            if (!words[1].equals("list")) {
                assertThat(standard).contains("33333333-0000-4000-8000-000000000403");
                assertThat(masked)
                        .contains("33333333-0000-4000-8000-000000000403")
                        .contains("22222222-0000");
            }
        }
    }

    @Test
    void a_recorded_run_is_classified_as_it_was_recorded() throws IOException {
        store(SampleRuns.failed());
        Path stored = files().get(0);

        CommandRun run = run("classify", stored.toString(), "-o", "ndjson");

        assertThat(run.out().lines().filter(line -> line.contains("\"diagnosis\"")))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"id\":\"permission-missing\""));
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-expired", "permission-missing", "healthy", "service-timeout", "AADSTS7000222"})
    void the_run_of_a_check_is_classified_as_the_check_did(String scenario) throws IOException {
        Run recorded = SimulatedRun.of(scenario);
        store(recorded);

        CommandRun run = run("classify", files().get(0).toString(), "-o", "json");

        List<String> ids = new ArrayList<>();
        for (JsonNode one : Json.read(run.out()).path("diagnoses")) {
            ids.add(one.path("finding").path("id").asText("none"));
        }
        assertThat(ids)
                .containsExactlyElementsOf(recorded.calls().stream()
                        .map(call -> call.finding() == null ? "none" : call.finding())
                        .toList());
        assertThat(run.schemaErrors()).isEmpty();
    }

    @Test
    void an_import_says_what_it_kept_and_masked() throws IOException {
        String line =
                "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"headers\":"
                        + "{\"Authorization\":\"Bearer x\",\"Cookie\":\"a=b\"}},\"status\":403,\"body\":{\"error\":{\"code\":"
                        + "\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the operation.\"}}}\n";

        CommandRun run = with().in(line.repeat(120) + "garbage\n").run("runs", "import");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        Golden.assertMatches("runs-import", run.out());
        assertThat(with().in(line).run("runs", "import", "-o", "json").schemaErrors())
                .isEmpty();
    }

    @Test
    void an_import_of_nothing_stores_nothing() throws IOException {
        CommandRun run = with().in("").run("runs", "import");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(files()).isEmpty();
    }

    @Test
    void an_export_to_a_file_is_written_whole() throws IOException {
        store(SampleRuns.failed());
        Path file = folder.resolve("run.har");

        CommandRun run = run("runs", "export", "--output-file", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.all()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(run("runs", "export").out());
        assertThat(run(
                                "runs",
                                "export",
                                "--output-file",
                                folder.resolve("no/such").toString())
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    private CommandRun.Setup with() {
        return CommandRun.with().variable("XDG_STATE_HOME", folder.toString());
    }

    private CommandRun run(String... words) {
        return with().run(words);
    }

    private Path runs() {
        return folder.resolve("scimdoctor").resolve("runs");
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs())) {
            return files.toList();
        }
    }

    private void store(Run run) throws IOException {
        InstantSource clock = InstantSource.fixed(run.head().finishedAt());
        new RunStore(folder.resolve("scimdoctor"), new Outgoing(), clock).store(run, ALL);
    }
}
