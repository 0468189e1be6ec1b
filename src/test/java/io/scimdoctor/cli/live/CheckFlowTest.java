package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check of a simulator that runs beside it, with the settings that a user would give. */
final class CheckFlowTest {
    private static final String UNKNOWN_ID = "11111111-1111-4111-8111-111111111111";

    @Test
    void client_credentials_lead_from_the_token_endpoint_to_the_data() throws IOException {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = credentials(simulator).run("check", "-o", "json");

            JsonNode report = Json.read(run.out());
            assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.HEALTHY);
            assertThat(report.path("requests").findValuesAsText("id"))
                    .containsExactly("token", "control", "provider-config", "users", "groups");
            assertThat(report.path("billing").path("calls").asInt()).isEqualTo(4);
            assertThat(report.path("billing").path("billable").asInt()).isZero();
            assertThat(run.all()).doesNotContain(SampleTenant.CLIENT_SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttled", "service-busy"})
    void who_is_told_to_wait_is_not_called_again(String scenario) throws IOException {
        CommandRun run = CommandRun.of("check", "--simulate=" + scenario, "-o", "json");

        assertThat(Json.read(run.out()).path("requests").findValuesAsText("id")).endsWith("provider-config");
    }

    @Test
    void a_wrong_secret_is_named_and_never_shown() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = credentials(simulator)
                    .variable("AZURE_CLIENT_SECRET", "canary-secret-1")
                    .run("check", "-v");

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(run.out()).startsWith("FAIL  The client secret is wrong  [AADSTS7000215]\n");
            assertThat(run.all()).doesNotContain("canary-secret-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"clock-behind, 10 min behind", "clock-ahead, 10 min ahead", "healthy, 0 s apart"})
    void clocks_are_compared_to_the_nearest_unit_although_a_date_has_whole_seconds(String scenario, String apart) {
        for (long millis : new long[] {1, 250, 499, 750, 999}) {
            InstantSource clock = InstantSource.fixed(CommandRun.NOW.plusMillis(millis));
            CommandRun run = CommandRun.with().clock(clock).run("check", "--simulate=" + scenario, "-v");

            assertThat(run.out()).contains(" " + apart);
        }
    }

    @Test
    void what_the_service_answered_leads_before_another_answer_that_was_foreseen() {
        try (Simulator simulator = simulator("permission-missing")) {
            String token = simulator.token();
            String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
            CommandRun run = CommandRun.with()
                    .realClock()
                    .in(forged + "\n")
                    .run("check", "--base-url", simulator.baseUrl(), "--token-file", "-");

            assertThat(run.out())
                    .contains("HTTP 401  InvalidAuthenticationToken", "Also  Missing permission")
                    .doesNotContain("not sent");
        }
    }

    @Test
    void a_token_is_read_from_standard_input() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = CommandRun.with()
                    .realClock()
                    .in(simulator.token() + "\n")
                    .run("check", "--base-url", simulator.baseUrl(), "--token-file", "-", "-o", "short");

            assertThat(run.out()).isEqualTo("pass healthy: Everything that was checked is in order\n");
        }
    }

    @Test
    void an_unknown_id_and_a_malformed_one_are_told_apart() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun unknown = credentials(simulator).run("check", "--user-id", UNKNOWN_ID, "-o", "short");
            CommandRun malformed = credentials(simulator).run("check", "--group-id", "nope", "-o", "short");

            assertThat(unknown.out()).startsWith("fail object-not-found: ");
            assertThat(malformed.out()).startsWith("fail id-not-guid: ");
        }
    }

    @Test
    void a_goal_that_the_roles_do_not_cover_fails_before_it_is_tried() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = credentials(simulator).run("check", "--for", "custom-security-attributes", "-o", "short");

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(run.out()).startsWith("fail permission-missing: ");
        }
    }

    @Test
    void a_wait_that_is_too_long_is_not_begun() throws IOException {
        try (Simulator simulator = simulator("throttled")) {
            CommandRun run = credentials(simulator).run("check", "--retries", "3", "--wait", "1s", "-o", "json");

            JsonNode call = Json.read(run.out()).path("requests").path(2);
            assertThat(call.path("id").asText()).isEqualTo("provider-config");
            assertThat(call.path("attempts")).hasSize(1);
            assertThat(call.path("attempts").path(0).path("retryAfterMs").asInt())
                    .isEqualTo(10_000);
        }
    }

    @Test
    void a_spent_budget_is_no_verdict() {
        try (Simulator simulator = simulator("healthy")) {
            CommandRun run = credentials(simulator).run("check", "--max-calls", "2", "-o", "short");

            assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
            assertThat(run.out()).startsWith("unknown call-budget-exhausted: ");
        }
    }

    @Test
    void a_failure_leads_over_a_missing_credential() {
        CommandRun run = CommandRun.of("check", "--base-url", "http://127.0.0.1:1/rp/scim");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).startsWith("FAIL  ").contains("[connection-refused]", "Token ·8");
    }

    @Test
    void a_token_endpoint_that_keeps_silent_until_the_end_of_the_time_decides_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String host = "http://127.0.0.1:" + silent.getLocalPort();
            CommandRun run = CommandRun.with()
                    .realClock()
                    .variable("SCIMDOCTOR_BASE_URL", host + "/rp/scim")
                    .variable("SCIMDOCTOR_AUTHORITY_HOST", host)
                    .variable("AZURE_TENANT_ID", UNKNOWN_ID)
                    .variable("AZURE_CLIENT_ID", UNKNOWN_ID)
                    .variable("AZURE_CLIENT_SECRET", "canary-secret-2")
                    .run("check", "--max-time", "300ms", "-o", "short");

            assertThat(run.out()).startsWith("unknown deadline-exceeded");
            assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        }
    }

    @Test
    void an_unchecked_certificate_is_told_wherever_there_is_one() {
        String[] call = {"https://127.0.0.1:1/rp/scim", "-k", "-o", "json"};

        assertThat(CommandRun.of("check", "--base-url", call[0], call[1], call[2], call[3])
                        .out())
                .contains("\"certificate-unchecked\"");
        assertThat(CommandRun.of("probe", "GET", "/users", "--base-url", call[0], call[1], call[2], call[3])
                        .out())
                .contains("\"certificate-unchecked\"");
        assertThat(CommandRun.of("check", "--simulate", "-k", "-o", "json").out())
                .doesNotContain("certificate-unchecked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "probe GET /users", "token get", "watch --max-calls 1"})
    void what_the_simulator_makes_no_use_of_is_said(String command) {
        CommandRun.Setup setup = CommandRun.with().realClock().variable("SCIMDOCTOR_TENANT_ID", "contoso.example");
        CommandRun run = setup.run((command + " --simulate --tenant a.example --client-id x").split(" "));

        assertThat(run.err()).contains("scimdoctor: --simulate makes no use of --tenant, --client-id.\n");
        assertThat(setup.run((command + " --simulate").split(" ")).err()).doesNotContain("makes no use");
    }

    @Test
    void a_healthy_check_takes_one_line_for_each_check(@TempDir Path folder) throws IOException {
        CommandRun.Setup setup = CommandRun.with().variable("XDG_STATE_HOME", folder.toString());
        CommandRun run = setup.run("check", "--simulate");
        CommandRun unkept = setup.run("check", "--simulate", "--no-record");

        Golden.assertMatches("check-healthy", Golden.settled(run.out()));
        assertThat(Golden.settled(unkept.out()))
                .isEqualTo(Golden.settled(run.out()).replace("Run 00000000.", "Not recorded."));
        assertThat(setup.run("check", "--simulate", "--no-record", "-v").out().replaceAll("\\s+", " "))
                .contains(", not recorded Time");
    }

    private static Simulator simulator(String scenario) {
        return Simulator.start(
                SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), InstantSource.system(), 42));
    }

    private static CommandRun.Setup credentials(Simulator simulator) {
        return CommandRun.with()
                .realClock()
                .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                .variable("SCIMDOCTOR_AUTHORITY_HOST", simulator.authority())
                .variable("AZURE_TENANT_ID", SampleTenant.TENANT_ID)
                .variable("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID)
                .variable("AZURE_CLIENT_SECRET", SampleTenant.CLIENT_SECRET);
    }
}
