package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandRun.Setup;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last command on the screen of a failure is one that brings this user forward. */
final class NextLineTest {
    private static final String USER = "5b0f7c1e-8f0a-4a6e-9f3b-2d1c4e6a7b90";

    @ParameterizedTest
    @CsvSource({
        "permission-missing, scimdoctor check SAME after the fix",
        "throttled, scimdoctor check SAME after the fix",
        "wrong-base-url, scimdoctor check SAME after the fix",
        "service-fault, scimdoctor check SAME; scimdoctor ticket new if it persists",
        "service-timeout, scimdoctor check SAME; scimdoctor ticket new if it persists",
    })
    void a_check_names_the_ticket_where_microsoft_has_to_act(String scenario, String next, @TempDir Path folder) {
        SimulatorSettings settings =
                SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), InstantSource.system(), 1);
        try (Simulator simulator = Simulator.start(settings)) {
            Setup setup = CommandRun.with().realClock().in(simulator.token());
            CommandRun run =
                    setup.run("check", "--base-url", simulator.baseUrl(), "--token-file", "-", "--retries", "0");

            String[] words = {
                "probe", "GET", "/users", "--base-url", simulator.baseUrl(), "--token-file", "-", "--retries=0"
            };
            Setup call = CommandRun.with().realClock().variable("XDG_STATE_HOME", folder.toString());
            CommandRun probe = call.in(simulator.token()).run(words);
            words[7] = "--no-record";
            CommandRun unkept = call.in(simulator.token()).run(words);

            String same = "--base-url " + simulator.baseUrl() + " --token-file -";
            assertThat(run.out()).contains("  [" + scenario + "]");
            assertThat(run.out().replaceAll("\n {6}", " ")).endsWith("Next  " + next.replace("SAME", same) + "\n");
            assertThat(probe.out())
                    .endsWith("Next  "
                            + next.replace("check SAME after", "probe again after")
                                    .replace("check SAME; scimdoctor ", "")
                            + "\n");
            // The newest run would be another one.
            assertThat(unkept.out())
                    .endsWith("Next  "
                            + next.replace("check SAME after", "probe again after")
                                    .replace("check SAME;", "probe again, recorded;")
                            + "\n");
        }
    }

    @Test
    void a_suggested_command_keeps_what_names_the_case_and_tells_nobody_else(@TempDir Path folder) throws IOException {
        Path config = folder.resolve("my config.toml");
        Files.writeString(config, "[profile.own]\nbase-url = 'http://127.0.0.1:9/rp/scim'\n");
        Setup setup = CommandRun.with();
        String[] words = {"check", "-p", "own", "--config", config.toString(), "-k", "--retries", "1"};

        CommandRun run = setup.run(words);
        CommandRun handedOn = setup.variable("CI", "true").run(words);

        assertThat(run.out().replaceAll("\n {6}", " "))
                .contains("Next  scimdoctor check --profile own --config '" + config + "' --insecure");
        assertThat(handedOn.out()).contains("Next  scimdoctor check").doesNotContain("my config", "--insecure");
        assertThat(CommandRun.with().realClock().run("check", "--simulate").out())
                .endsWith("Next  scimdoctor check --full --simulate=healthy\n");
    }

    @ParameterizedTest
    @CsvSource({
        "check --simulate=throttled -v",
        "check --simulate=throttled -o markdown",
        "probe GET /users --simulate=throttled -v",
        "classify - -v",
        "lint filter nope==",
    })
    void what_failed_is_not_denied_where_it_does_not_count(String words) {
        CommandRun run = CommandRun.with()
                .realClock()
                .in("HTTP/1.1 429 Too Many Requests\n\n")
                .run((words + " --fail-on never").split(" "));

        assertThat(run.code().number()).isZero();
        assertThat(run.out().replace("\n", " "))
                .contains("because --fail-on or --ignore excludes what")
                .doesNotContain("nothing failed");
    }

    @ParameterizedTest
    @CsvSource({"permission-missing", "service-fault"})
    void nobody_opens_a_ticket_about_the_simulator(String scenario) {
        CommandRun check = CommandRun.with().realClock().run("check", "--simulate=" + scenario, "--retries", "0");
        CommandRun probe =
                CommandRun.with().realClock().run("probe", "GET", "/users", "--simulate=" + scenario, "--retries", "0");

        assertThat(check.out()).endsWith("Next  scimdoctor check, which asks your own tenant\n");
        assertThat(probe.out()).endsWith("Next  scimdoctor check, which asks your own tenant\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | users?filter=title%20eq%20%22a%22 | 400 | Invalid filter | lint request FILE after the fix",
                "POST | users | 400 | Required attribute userName is missing | lint request FILE after the fix",
                "POST | users | 409 | Another object with the same value exists | check after the fix",
                "GET  | users/" + USER + " | 404 | Resource does not exist | probe GET /users/" + USER
                        + " after the fix",
                "GET  | users | 403 | Insufficient privileges to complete the operation. | check after the fix",
                "GET  | users | 401 | Lifetime validation failed, the token is expired. | check after the fix",
                "GET  | users | 500 | An unexpected error occurred | ticket new --from FILE if it persists",
                "GET  | users | 418 | I am a teapot | ticket new --from FILE if it persists",
            })
    void a_captured_answer_leads_to_what_shows_that_it_is_mended(
            String method, String path, int status, String text, String next) {
        String answer = """
                {"status":%d,"request":{"method":"%s","url":"https://graph.microsoft.com/rp/scim/%s"},\
                "headers":{"request-id":"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b"},"body":"{\\"detail\\":\\"%s\\",\\"status\\":\\"%d\\"}"}
                """.formatted(status, method, path, text, status);

        CommandRun run = CommandRun.with().in(answer).run("classify", "-");

        assertThat(run.out().replace("\n      ", " ")).contains("\nNext  scimdoctor " + next + "\n");
    }

    @Test
    void a_member_and_the_cloud_of_the_call_stand_in_steps_and_in_a_ticket() {
        String member = "3d58ce20-fe80-3793-a0b2-21905baa60b3";
        String answer =
                "PATCH https://graph.microsoft.us/rp/scim/groups/" + USER + " HTTP/1.1\n\n{\"Operations\":[{\"op\":"
                        + "\"remove\",\"path\":\"members[value eq \\\"" + member + "\\\"]\"}]}\n\n"
                        + "HTTP/1.1 404 Not Found\nrequest-id: b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b\n\n"
                        + "{\"status\":\"404\",\"detail\":\"Resource '" + USER
                        + "' does not exist or one of its queried reference-property objects are not present.\"}";

        CommandRun read = CommandRun.with().in(answer).run("classify", "-");
        CommandRun ticket = CommandRun.with()
                .in(answer.replace("404", "403").replaceAll("\"Resource .*\"}", "\"Insufficient privileges\"}"))
                .run("ticket", "new", "--from", "-", "-o", "markdown");

        assertThat(read.out()).contains("--member-id " + member).doesNotContain("USER_ID");
        assertThat(ticket.out())
                .contains("`https://graph.microsoft.us/v1.0/servicePrincipals/OBJECT_ID/appRoleAssignments`")
                .doesNotContain("graph.microsoft.com");
    }

    @Test
    void a_refused_login_is_checked_and_not_probed() {
        CommandRun run = CommandRun.with()
                .in(
                        "POST /contoso/oauth2/v2.0/token HTTP/1.1\nHost: login.microsoftonline.com\n\nHTTP/1.1 400 Bad Request\n\n{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The keys are expired.\"}")
                .run("classify", "-");

        assertThat(run.out()).contains("\nNext  scimdoctor check after the fix\n");
    }

    @Test
    void of_several_answers_one_of_microsoft_is_for_a_ticket() {
        String own =
                "{\"status\":401,\"body\":\"{\\\"status\\\":\\\"401\\\",\\\"detail\\\":\\\"The token is expired.\\\"}\"}\n";
        String theirs = "{\"status\":504,\"headers\":{\"request-id\":\"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b\"}}\n";

        CommandRun mended =
                CommandRun.with().in(own + own.replace("expired", "damaged")).run("classify", "-");
        CommandRun mixed = CommandRun.with().in(own + theirs).run("classify", "-");

        assertThat(mended.out()).contains("One in full").doesNotContain("ticket new --from");
        assertThat(mixed.out()).contains("scimdoctor ticket new --from FILE:2\n");
    }
}
