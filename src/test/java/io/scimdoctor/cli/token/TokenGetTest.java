package io.scimdoctor.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `token get`, through the whole command and over real HTTP. */
final class TokenGetTest {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{20,}");

    @TempDir
    private Path home;

    private static Simulator simulator(String scenario) {
        return Simulator.start(SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), InstantSource.system(), 1));
    }

    private static CommandRun get(Simulator simulator, String secret, String... more) {
        String[] words = {"token", "get", "--authority-host", simulator.authority()};
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandRun.with()
                .realClock()
                .variable("AZURE_TENANT_ID", SampleTenant.TENANT_ID)
                .variable("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID)
                .variable("AZURE_CLIENT_SECRET", secret)
                .run(all);
    }

    @Test
    void the_token_is_judged_and_its_one_call_is_shown() throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = get(simulator, SampleTenant.CLIENT_SECRET, "-o", "json");
            JsonNode document = Json.read(run.out());

            assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
            assertThat(run.schemaErrors()).isEmpty();
            assertThat(document.path("form").asText()).isEqualTo("jwt");
            assertThat(document.path("simulated").asBoolean(true)).isFalse();
            assertThat(document.path("requests")).hasSize(1);
            assertThat(document.path("requests").path(0).path("url").asText())
                    .endsWith("/" + SampleTenant.TENANT_ID + "/oauth2/v2.0/token");
            assertThat(document.path("requests").path(0).path("billable").asText())
                    .isEqualTo("no");
            assertThat(run.err()).startsWith("scimdoctor: one call, which is not billed, to http://127.0.0.1:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json"})
    void neither_the_token_nor_the_secret_comes_out(String format) throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            Path file = home.resolve("result");

            CommandRun run = get(
                    simulator,
                    SampleTenant.CLIENT_SECRET,
                    "-v",
                    "--debug",
                    "-o",
                    format,
                    "-o",
                    (format.equals("json") ? "text" : "json") + "=" + file);

            assertThat(TOKEN.matcher(run.all() + Files.readString(file)).find()).isFalse();
            assertThat(run.all() + Files.readString(file)).doesNotContain(SampleTenant.CLIENT_SECRET);
        }
    }

    @Test
    void a_refusal_is_diagnosed_as_check_does() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun wrong = get(simulator, "canary-secret-1", "-o", "short");
            CommandRun document = get(simulator, "canary-secret-1", "-o", "json");

            assertThat(wrong.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(wrong.out()).startsWith("fail AADSTS7000215: The client secret is wrong");
            assertThat(document.schemaErrors()).isEmpty();
            assertThat(wrong.all() + document.all()).doesNotContain("canary-secret-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-expired", "token-wrong-audience", "AADSTS7000222", "AADSTS700016"})
    void a_simulated_scenario_ends_with_its_finding_and_is_stamped(String scenario) throws IOException {
        CommandRun run = CommandRun.with().realClock().run("token", "get", "--simulate=" + scenario, "-o", "short");
        CommandRun json = CommandRun.with().realClock().run("token", "get", "--simulate=" + scenario, "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).startsWith("SIMULATED fail " + scenario + ":");
        assertThat(json.schemaErrors()).isEmpty();
        assertThat(Json.read(json.out()).path("simulated").asBoolean()).isTrue();
    }

    @Test
    void the_report_for_a_reader_stays_as_it_is() throws IOException {
        CommandRun refused = CommandRun.with().run("token", "get", "--simulate=AADSTS7000222");
        CommandRun issued = CommandRun.with().run("token", "get", "--simulate");

        assertThat(issued.code()).as(issued.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(refused.out().lines())
                // What is to be copied as it stands is not broken.
                .allMatch(line -> line.length() <= 80
                        || line.strip().startsWith("Entra ID > ")
                        || line.contains(" az ad app ")
                        || !line.strip().contains(" "));
        Golden.assertMatches("token-get-refused", Golden.settled(refused.all()));
        Golden.assertMatches("token-get", Golden.settled(issued.all()));
    }

    @Test
    void a_token_at_hand_is_not_what_is_asked_for() {
        CommandRun none =
                CommandRun.with().variable("SCIMDOCTOR_TOKEN", "x.y.z").run("token", "get", "-o", "json");
        CommandRun half = CommandRun.with().variable("AZURE_TENANT_ID", "a").run("token", "get");

        assertThat(none.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(none.schemaErrors()).isEmpty();
        assertThat(half.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(half.err())
                .contains("still needed: --client-id or AZURE_CLIENT_ID, --client-secret-file, --client-certificate,");
    }

    @Test
    void a_host_that_does_not_answer_is_a_problem_of_the_network() {
        CommandRun run = CommandRun.with()
                .variable("AZURE_TENANT_ID", "a")
                .variable("AZURE_CLIENT_ID", "b")
                .variable("AZURE_CLIENT_SECRET", "secret-of-c")
                .run("token", "get", "--authority-host", "http://127.0.0.1:1", "-o", "short");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).startsWith("fail connection-refused");
    }

    @Test
    void accepting_any_certificate_is_noted() throws IOException {
        CommandRun run = CommandRun.of("token", "get", "--simulate", "--insecure", "-o", "json");

        assertThat(Json.read(run.out()).path("notes").path(0).asText())
                .isEqualTo("any certificate was accepted: --insecure");
    }

    @Test
    void a_dry_run_calls_nothing() {
        CommandRun run = CommandRun.of("token", "get", "--simulate", "--dry-run");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).contains("Plan only: nothing is called.").contains("POST\n", "http://127.0.0.1:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_profile_gives_what_it_needs() throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            Path config = Files.writeString(
                    home.resolve("c.toml"),
                    "[profile.p]\ntenant = \"" + SampleTenant.TENANT_ID + "\"\nclient-id = \"" + SampleTenant.CLIENT_ID
                            + "\"\nauthority-host = \"" + simulator.authority()
                            + "\"\nclient-secret-variable = \"P_SECRET\"\n");

            CommandRun run = CommandRun.with()
                    .realClock()
                    .variable("SCIMDOCTOR_CONFIG", config.toString())
                    .variable("P_SECRET", SampleTenant.CLIENT_SECRET)
                    .run("token", "get", "-p", "p", "-o", "short");

            assertThat(run.out()).isEqualTo("pass healthy: The token is in order for Microsoft Graph\n");
        }
    }

    @Test
    void a_deadline_is_no_verdict() {
        TokenReport.Origin origin = new TokenReport.Origin("the token endpoint", List.of(), false);
        Finding late = Catalog.load().finding("deadline-exceeded", List.of());

        Verdict verdict =
                new TokenReport(origin, List.of(), null, List.of(late), Instant.EPOCH).verdict(FailureRules.USUAL);

        assertThat(verdict.exitCode()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
    }
}
