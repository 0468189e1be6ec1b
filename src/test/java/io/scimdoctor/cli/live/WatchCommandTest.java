package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.cli.MovingClock;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.Simulators;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command, over simulated hours. */
final class WatchCommandTest {
    private static final double RATE = 0.03;
    private static final double OFTEN = 0.6;
    private static final String USERS = "/users?count=1";

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();

    private Simulator simulator(String scenario) {
        return simulator(scenario, RATE);
    }

    private Simulator simulator(String scenario, double rate) {
        return Simulators.start(scenario, clock, rate, Duration.ZERO);
    }

    private CommandRun.Setup setup(Simulator simulator) {
        return CommandRun.with()
                .clock(clock)
                .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                .variable("SCIMDOCTOR_AUTHORITY_HOST", simulator.authority())
                .variable("AZURE_TENANT_ID", SampleTenant.TENANT_ID)
                .variable("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID)
                .variable("AZURE_CLIENT_SECRET", SampleTenant.CLIENT_SECRET)
                .variable("XDG_STATE_HOME", folder.toString());
    }

    private static String settled(String text) {
        return Golden.settled(text)
                .replaceAll("(p50|p95|p99|max) \\d+", "$1 N")
                .replace("\u001B[3A\u001B[J", "(up 3) ")
                .replaceAll("\u001B\\[[0-9;]*m", "");
    }

    @Test
    void the_result_for_a_person_stays_as_it_is() throws IOException {
        try (Simulator simulator = simulator("intermittent-504")) {
            CommandRun run = setup(simulator).run("watch", "GET", USERS, "--duration", "4h", "-q", "-v");
            CommandRun screen = setup(simulator).run("watch", "GET", USERS, "--duration", "4h", "-q");

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(run.err()).isEmpty();
            assertThat((run.out() + screen.out()).lines().filter(line -> !line.contains("https://")))
                    .allMatch(line -> line.length() <= 80);
            assertThat(screen.out().lines()).hasSizeLessThanOrEqualTo(24);
            Golden.assertMatches("watch-text", settled(run.out()));
            Golden.assertMatches("watch-screen", settled(screen.out()));
        }
    }

    @Test
    void the_result_for_an_issue_stays_as_it_is() throws IOException {
        try (Simulator simulator = simulator("intermittent-504")) {
            CommandRun run = setup(simulator).run("watch", "GET", USERS, "--duration", "4h", "-q", "-o", "markdown");

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            Golden.assertMatches("watch-markdown", settled(run.out()));
        }
    }

    @Test
    void a_line_for_each_round_and_the_standing_are_drawn_on_a_terminal() throws IOException {
        try (Simulator simulator = simulator("intermittent-504", OFTEN)) {
            CommandRun run = setup(simulator).terminal().run("watch", "GET", USERS, "--max-calls", "10", "--ascii");

            assertThat(settled(run.err()).lines().filter(line -> !line.startsWith("scimdoctor:")))
                    .allMatch(line -> line.replace("(up 3) ", "").length() <= 80);
            Golden.assertMatches("watch-live", settled(run.err()));
        }
    }

    @Test
    void a_round_on_a_terminal_keeps_its_end_by_leaving_the_endpoint_out() {
        CommandRun run = CommandRun.with()
                .realClock()
                .terminal()
                .run(
                        "watch",
                        "--color",
                        "never",
                        "--base-url",
                        "http://127.0.0.1:1/rp/scim",
                        "--duration",
                        "1s",
                        "--no-record");

        assertThat(run.err()).contains("there is no token and no credential", "1 of 1 failed, ");
        assertThat(run.err().lines().filter(line -> line.contains(" ✗ "))).allMatch(line -> line.endsWith(" ms"));
        assertThat(run.out())
                .contains("1 of 1 call failed", "\nWhen  20", "Also  No token and no credentials")
                .doesNotContain("no two calls");
    }

    @Test
    void a_plain_line_for_each_round_is_written_where_there_is_no_terminal() throws IOException {
        try (Simulator simulator = simulator("intermittent-504", OFTEN)) {
            CommandRun run = setup(simulator).run("watch", "GET", USERS, "--max-calls", "10", "-o", "short");

            Golden.assertMatches("watch-plain", settled(run.err() + run.out()));
        }
    }

    @Test
    void the_document_fits_the_schema_and_adds_up() throws IOException {
        try (Simulator simulator = simulator("intermittent-504")) {
            CommandRun run = setup(simulator).run("watch", "--duration", "2h", "-o", "json", "-q");
            JsonNode report = Json.read(run.out());

            assertThat(run.schemaErrors()).isEmpty();
            assertThat(report.path("kind").asText()).isEqualTo("WatchReport");
            assertThat(report.path("watch").path("rounds").asInt()).isEqualTo(120);
            int failed = report.path("calls").path("failed").asInt();
            assertThat(failed).isBetween(3, 40);
            assertThat(sum(report.path("intermittency"), "count")).isEqualTo(failed);
            assertThat(sum(report.path("windows"), "failures")).isEqualTo(failed);
            assertThat(report.path("ticket").asText()).contains(failed + " of ");
            assertThat(report.path("billing").path("calls").asInt()).isEqualTo(480);
        }
    }

    /** Without slow answers, which are no failures: a machine that stands still for seconds is slow, too. */
    private static int sum(JsonNode list, String field) {
        int sum = 0;
        for (JsonNode element : list) {
            sum += element.path("id").asText().equals("slow-first-byte")
                    ? 0
                    : element.path(field).asInt();
        }
        return sum;
    }

    @Test
    void events_come_line_by_line_and_fit_the_schema() throws IOException {
        try (Simulator simulator = simulator("intermittent-504")) {
            CommandRun run = setup(simulator).run("watch", "GET", USERS, "--duration", "3h", "-o", "ndjson");
            List<String> types = new ArrayList<>();
            for (String line : run.out().lines().toList()) {
                types.add(Json.read(line).path("type").asText());
                if (!types.get(types.size() - 1).equals("watch-round") || types.size() < 20) {
                    assertThat(new CommandRun(run.code(), line, "").schemaErrors())
                            .as(line)
                            .isEmpty();
                }
            }

            assertThat(types.get(0)).isEqualTo("watch-start");
            assertThat(types.get(types.size() - 1)).isEqualTo("watch-summary");
            assertThat(types.stream().filter("watch-round"::equals)).hasSize(180);
            assertThat(types.indexOf("window-closed")).isGreaterThan(types.indexOf("window-opened"));
            assertThat(run.err()).doesNotContain("round 1 ");
        }
    }

    @Test
    void a_throttled_service_is_left_in_peace_as_long_as_it_asks() throws IOException {
        try (Simulator simulator = simulator("throttled")) {
            CommandRun run =
                    setup(simulator).run("watch", "GET", USERS, "--interval", "1s", "--max-calls", "5", "-o", "ndjson");
            List<Instant> started = new ArrayList<>();
            for (String line : run.out().lines().toList()) {
                JsonNode event = Json.read(line);
                if (event.path("type").asText().equals("watch-round")) {
                    started.add(Instant.parse(event.path("startedAt").asText()));
                }
            }

            assertThat(started).hasSize(5);
            for (int i = 1; i < started.size(); i++) {
                assertThat(Duration.between(started.get(i - 1), started.get(i)))
                        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
            }
        }
    }

    @Test
    void a_call_is_told_with_what_it_can_be_grouped_by() throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = setup(simulator).run("watch", "GET", USERS, "--max-calls", "2", "-o", "ndjson");
            JsonNode call =
                    Json.read(run.out().lines().toList().get(2)).path("calls").path(0);

            assertThat(call.path("traits").path("data-centre").asText()).isEqualTo("Simulated Europe");
            assertThat(call.path("traits").path("ring").asText()).isEqualTo("5");
            assertThat(call.path("traits").path("connection").asText()).isEqualTo("reused");
            assertThat(call.path("traits").path("payload-size").asText()).isEqualTo("nothing sent");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, --max-calls 8, 0, No call failed",
        "service-timeout, --until-fail 2, 1, 6 of 8 calls failed",
        "service-timeout, --until-fail 2 --fail-on never, 0, 6 of 8 calls failed",
        "healthy, --max-calls 3, 3, No round came to a verdict",
        "healthy, --duration 0s, 3, No round came to a verdict",
        "throttled, --max-calls 8, 1, calls failed"
    })
    void the_exit_code_says_what_was_found(String scenario, String options, int code, String title) {
        try (Simulator simulator = simulator(scenario)) {
            List<String> words = new ArrayList<>(List.of("watch", "-o", "short"));
            words.addAll(List.of(options.split(" ")));

            CommandRun run = setup(simulator).run(words.toArray(new String[0]));

            assertThat(run.code().number()).as(run.all()).isEqualTo(code);
            assertThat(run.out()).contains(title);
        }
    }

    @Test
    void without_a_credential_it_ends_at_once_and_without_a_verdict() {
        CommandRun run = CommandRun.with().clock(clock).run("watch", "GET", USERS, "-o", "short");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
    }

    @Test
    void it_announces_its_cost_and_that_it_has_no_end() {
        CommandRun run = CommandRun.with().clock(clock).run("watch", "GET", USERS, "--interval", "5m");

        assertThat(run.err())
                .contains("a round every 5 min with 1 call, about 12 an hour, 12 of them probably billed: about USD"
                        + " 0.02 an hour")
                .contains("it runs until Ctrl-C");
    }

    @Test
    void without_a_token_it_announces_the_one_call_that_it_makes() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = CommandRun.with()
                    .clock(clock)
                    .run("watch", "--base-url", simulator.baseUrl(), "--duration", "2m", "-o", "short");

            assertThat(run.err()).contains("a round every 1 min with 1 call, about 60 an hour to this machine");
        }
    }

    @Test
    void a_write_is_refused_unless_it_is_confirmed() {
        CommandRun run = CommandRun.with().clock(clock).run("watch", "POST", "/users");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("watch repeats reads only", "--yes");
    }

    @Test
    void a_watch_goes_on_where_it_ended() throws IOException {
        try (Simulator simulator = simulator("intermittent-504")) {
            CommandRun first = setup(simulator).run("watch", "GET", USERS, "--duration", "1h", "-o", "json");
            CommandRun second =
                    setup(simulator).run("watch", "GET", USERS, "--duration", "2h", "-o", "json", "--resume", "last");
            JsonNode before = Json.read(first.out());
            JsonNode after = Json.read(second.out());

            assertThat(second.schemaErrors()).isEmpty();
            assertThat(second.err()).contains("the process before this one watched until 2026-11-23T12:5");
            assertThat(after.path("run").path("id"))
                    .isEqualTo(before.path("run").path("id"));
            assertThat(after.path("run").path("startedAt"))
                    .isEqualTo(before.path("run").path("startedAt"));
            assertThat(after.path("watch").path("rounds").asInt()).isBetween(119, 122);
            assertThat(after.path("watch").path("resumed").asInt()).isEqualTo(1);
            assertThat(after.path("calls").path("failed").asInt())
                    .isGreaterThanOrEqualTo(before.path("calls").path("failed").asInt());
        }
    }

    @Test
    void a_resumed_watch_draws_the_rounds_before_its_end_too() throws IOException {
        try (Simulator simulator = simulator("service-timeout")) {
            setup(simulator).run("watch", "GET", USERS, "--duration", "1h", "-q");
            Path page = folder.resolve("watch.html");

            CommandRun run = setup(simulator)
                    .run(
                            "watch",
                            "GET",
                            USERS,
                            "--max-calls",
                            "63",
                            "--resume",
                            "last",
                            "-o",
                            "text",
                            "-o",
                            "html=" + page);

            assertThat(run.out()).contains("63 of 63 calls", "At    GET /users 63 of 63");
            assertThat(Files.readString(page))
                    .contains("63 of 63 calls failed", "Failed rounds: 63 in ")
                    .contains("resumed 1 time");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch --resume last", "watch GET /groups --resume last", "watch --resume 7a1c"})
    void another_watch_or_none_is_not_resumed(String line) {
        try (Simulator simulator = simulator("healthy")) {
            setup(simulator).run("watch", "GET", USERS, "--max-calls", "2");

            CommandRun run = setup(simulator).run(line.split(" "));

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void its_run_is_recorded_with_some_exchanges_of_each_finding() throws IOException {
        try (Simulator simulator = simulator("service-timeout")) {
            CommandRun run = setup(simulator).run("watch", "--until-fail", "9", "-o", "json");
            String text = Files.readString(only(folder.resolve("scimdoctor/runs")));
            JsonNode recorded = Json.read(text);

            assertThat(new CommandRun(run.code(), text, "").schemaErrors()).isEmpty();
            assertThat(recorded.path("run").path("command").asText()).isEqualTo("watch");
            assertThat(recorded.path("run").path("id"))
                    .isEqualTo(Json.read(run.out()).path("watch").path("recordedAs"));
            assertThat(recorded.path("exchanges").findValuesAsText("id"))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(recorded.path("groups").path(0).path("count").asInt()).isEqualTo(27);
            assertThat(recorded.path("summary").path("failures").asInt()).isEqualTo(27);
        }
    }

    @Test
    void without_a_record_nothing_is_kept() throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = setup(simulator).run("watch", "--max-calls", "4", "--no-record", "-o", "json");

            assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
            assertThat(folder).isEmptyDirectory();
            assertThat(Json.read(run.out()).path("watch").path("recordedAs").isNull())
                    .isTrue();
        }
    }

    @Test
    void a_state_folder_that_cannot_be_written_costs_a_word_and_not_the_watch() throws IOException {
        Files.writeString(folder.resolve("scimdoctor"), "a file in the way");
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = setup(simulator).run("watch", "--max-calls", "8", "-o", "short");

            assertThat(run.out()).contains("No call failed");
            assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
            assertThat(run.err().lines().filter(line -> line.contains("state folder cannot be written")))
                    .hasSize(1);
        }
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
