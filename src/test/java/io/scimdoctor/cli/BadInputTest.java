package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed wrong: one sentence, the right code, and a document when one was asked for. */
final class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frob",
                "--frob",
                "--output json frob",
                "help frob",
                "token frob",
                "profile frob",
                "env frob",
                "env --cloud mars",
                "env -p nosuch",
                "env --proxy frob://x",
                "profile set",
                "profile set a b",
                "profile set a.b --cloud china",
                "profile set a --cloud mars --config target/none.toml",
                "profile set a --base-url graph --config target/none.toml",
                "profile set a --client-secret-file - --config target/none.toml",
                "profile set a --proxy http://u:p@proxy --config target/none.toml",
                "profile show a --config pom.xml",
                "profile show a --config nosuch.toml",
                "profile use",
                "profile delete a --config nosuch.toml",
                "check --dry-run -p a --config target",
                "token inspect a b",
                "token get --token-file x",
                "token get --cloud mars",
                "token get --simulate=frob",
                "token get -o junit",
                "token get --client-secret-file nosuch",
                "token get --client-certificate nosuch",
                "token get --client-certificate -",
                "token get --client-certificate pom.xml --client-certificate-password-file nosuch",
                "token get --federated-token-file nosuch",
                "token get --federated-token-file -",
                "token get --client-secret-file pom.xml --client-certificate pom.xml",
                "check --token-file pom.xml --federated-token-file pom.xml",
                "simulate --client-certificate nosuch",
                "simulate --client-certificate pom.xml",
                "token inspect nosuch",
                "classify nosuch.json",
                "classify --frob",
                "classify --status",
                "classify --status 999",
                "classify --status abc",
                "classify -o xml",
                "check words too many",
                "check --simulate=frob",
                "check --cloud mars",
                "check --for frob",
                "check --max-calls x",
                "check --max-calls -1",
                "check --connect-timeout 5x",
                "check --max-time 99999999999h",
                "check --base-url graph.microsoft.com/rp/scim",
                "check --base-url https://graph.microsoft.com/rp/scim?x=y",
                "check --base-url https://u:p@graph.microsoft.com/rp/scim",
                "check --token-file nosuch",
                "check --client-secret-file nosuch",
                "check --simulate --cacert nosuch",
                "check --simulate --cacert pom.xml",
                "check --simulate --output-file no/such/folder",
                "check --simulate --ignore frob",
                "check --simulate --fail-on maybe",
                "check --token-file pom.xml --proxy frob://x",
                "check --token-file pom.xml --proxy http://u:p@:::",
                "permissions frob",
                "permissions --for frob",
                "permissions --for - --token-file -",
                "permissions --token-file nosuch",
                "watch GET",
                "watch GET /users /groups",
                "watch --interval 0s",
                "watch --interval x",
                "watch --budget-usd much",
                "watch --until-fail 0",
                "watch --listen nowhere",
                "watch --listen 99999",
                "watch --listen 1.2.3.4.5:80",
                "watch --listen host.example:80",
                "watch --listen [1:2:3:4:5:6:7:8:9]:80",
                "watch --resume last",
                "watch POST /users",
                "watch --simulate=frob",
                "watch -o short --max-calls -1",
                "explain frobnicate",
                "explain 999",
                "explain throttled --output-file .",
                "simulate frob",
                "simulate --port 99999",
                "simulate --rate 2",
                "version extra"
            })
    void wrong_usage_is_one_sentence_and_ends_with_2(String line) throws IOException {
        CommandRun plain = CommandRun.of(line.split(" "));
        List<String> withJson = new ArrayList<>(List.of(line.split(" ")));
        withJson.add("-o");
        withJson.add("json");
        CommandRun json = CommandRun.of(withJson.toArray(new String[0]));

        assertThat(plain.code()).as(plain.err()).isEqualTo(ExitCode.USAGE);
        assertThat(plain.err()).matches("scimdoctor: [^\\n]*[^.?][.?]\\n").doesNotContain("Exception");
        assertThat(json.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Json.read(json.out()).path("kind").asText()).isEqualTo("Error");
        assertThat(Json.read(json.out()).path("error").path("exitCode").asInt()).isEqualTo(2);
        assertThat(json.schemaErrors()).isEmpty();
    }

    @Test
    void an_input_without_a_token_ends_with_3() throws IOException {
        CommandRun run = CommandRun.with().in(" \n").run("token", "inspect", "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.schemaErrors()).isEmpty();
    }

    @Test
    void an_empty_and_a_binary_capture_end_with_3_and_say_so() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, 3, (byte) 0xFE, 0, 0, 9});

        CommandRun first = CommandRun.of("classify", empty.toString());
        CommandRun second = CommandRun.of("classify", binary.toString());

        assertThat(first.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(first.out()).contains("empty");
        assertThat(second.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(second.out()).contains("binary data");
    }

    @Test
    void a_refused_connection_leads_even_when_no_credential_is_configured() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        CommandRun run = CommandRun.of("check", "--base-url", "http://127.0.0.1:" + port + "/rp/scim", "-o", "json");

        JsonNode verdict = Json.read(run.out()).path("verdict");
        assertThat(verdict.path("id").asText()).isEqualTo("connection-refused");
        assertThat(verdict.path("status").asText()).isEqualTo("fail");
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void a_host_that_only_begins_like_loopback_is_none() throws IOException {
        CommandRun run = CommandRun.of("check", "--base-url", "http://127.0.0.1.example/rp/scim", "-o", "json");

        JsonNode report = Json.read(run.out());
        assertThat(report.path("findings").findValuesAsText("id")).contains("base-url-invalid");
        assertThat(report.path("requests").size()).isZero();
    }

    @Test
    void a_typo_in_the_path_of_the_base_url_is_named() throws IOException {
        CommandRun run = CommandRun.with()
                .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                .run(
                        "check",
                        "--base-url",
                        "https://graph.microsoft.com/rp/scmi",
                        "-o",
                        "json",
                        "--max-calls",
                        "0",
                        "--max-time",
                        "0s");

        assertThat(Json.read(run.out()).path("verdict").path("id").asText()).isEqualTo("wrong-base-url");
    }

    @Test
    void a_used_up_budget_is_no_verdict() {
        CommandRun calls = CommandRun.with().realClock().run("check", "--simulate", "--max-calls", "1", "-o", "short");
        CommandRun time = CommandRun.with().realClock().run("check", "--simulate", "--max-time", "0s", "-o", "short");

        assertThat(calls.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(calls.out()).contains("call-budget-exhausted");
        assertThat(time.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(time.out()).contains("deadline-exceeded");
    }

    @Test
    void fail_on_and_ignore_decide_the_code_and_not_the_finding() {
        CommandRun never = expired("--fail-on", "never");
        CommandRun ignored = expired("--ignore", "token-expired");
        CommandRun other = expired("--ignore", "throttled");

        assertThat(never.out()).contains("token-expired").isEqualTo(ignored.out());
        assertThat(never.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(ignored.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(other.code()).isEqualTo(ExitCode.PROBLEM);
    }

    private static CommandRun expired(String option, String value) {
        return CommandRun.with().realClock().run("check", "--simulate=token-expired", "-o", "short", option, value);
    }

    @ParameterizedTest
    @CsvSource({
        "check --token-fiel my.jwt, --token-file",
        "check --client-secret-fil=x, --client-secret-file",
        "check --secret-file x, --client-secret-file",
        "env --client-secret-flie x, --client-secret-file",
        "profile set a --client-secret-varable x, --client-secret-variable"
    })
    void a_misspelt_option_for_a_file_is_no_leaked_secret(String line, String meant) {
        assertThat(CommandRun.of(line.split(" ")).err()).contains("did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --client-secret=Zq7",
                "check --client-secret Zq7",
                "check --bearer Zq7",
                "check --password Zq7",
                "profile set p client-secret=Zq7",
                "check --secret-value=Zq7"
            })
    void a_secret_on_the_command_line_is_warned_of_and_not_repeated(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("secrets do not belong on the command line");
        assertThat(run.all()).doesNotContain("Zq7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "token inspect", "lint request", "ticket new --from"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows a process its memory as a file")
    void an_input_that_breaks_off_is_not_taken_for_a_full_disk(String command) {
        CommandRun run = CommandRun.of((command + " /proc/self/mem").split(" "));

        assertThat(run.err()).contains("an input cannot be read to its end").doesNotContain("written");
        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
    }

    @Test
    void who_asks_for_help_about_help_gets_it() {
        assertThat(CommandRun.of("help", "help")).isEqualTo(CommandRun.of("--help"));
    }
}
