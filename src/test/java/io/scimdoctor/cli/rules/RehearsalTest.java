package io.scimdoctor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run of requests, judged before it is made. */
final class RehearsalTest {
    private static final String BASE = "https://graph.microsoft.com/rp/scim";
    private static final String SECRET = "Canary-Zx81-Secret";
    private static final String ID = "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a%02d";
    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}";
    private static final String TOKEN_CALL =
            "{\"method\":\"POST\",\"url\":\"https://login.microsoftonline.com/t/oauth2/v2.0/token\",\"body\":\"a=b\"}";

    @TempDir
    Path folder;

    private static String request(int number) {
        String id = ID.formatted(number % 100);
        return switch (number % 5) {
            case 0 -> request("GET", "/users?count=" + (number % 2 == 0 ? 5 : 2000) + "&attributes=userName", "");
            case 1 -> request("GET", "/users?filter=userName%20sw%20%22ana" + SECRET + "%22", "");
            case 2 ->
                request(
                        "PATCH",
                        "/groups/" + id,
                        PATCH.formatted("{\"op\":\"add\",\"path\":\"members\",\"value\":["
                                + String.join(
                                        ",",
                                        IntStream.range(0, number % 3 == 0 ? 21 : 20)
                                                .mapToObj(i -> "{\"value\":\"" + ID.formatted(i) + "\"}")
                                                .toList())
                                + "]}"));
            case 3 ->
                request(
                        "POST",
                        "/users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ana.lima@contoso.com\","
                                + "\"password\":\"" + SECRET + "\"}");
            default ->
                request(
                        "PATCH",
                        "/users/" + (number % 4 == 0 ? "x" : id),
                        PATCH.formatted("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"));
        };
    }

    private static String request(String method, String path, String body) {
        String content = body.isEmpty() ? "" : ",\"body\":\"" + body.replace("\"", "\\\"") + "\"";
        return "{\"method\":\"" + method + "\",\"url\":\"" + BASE + path + "\",\"headers\":{\"Authorization\":\"Bearer "
                + SECRET + "\",\"Accept\":\"application/json\"}" + content + "}";
    }

    private static List<String> run(int size) {
        return IntStream.range(0, size).mapToObj(RehearsalTest::request).toList();
    }

    private static String har(List<String> requests) {
        return "{\"log\":{\"version\":\"1.2\",\"entries\":["
                + String.join(
                        ",",
                        requests.stream()
                                .map(one -> "{\"request\":" + one + "}")
                                .toList())
                + "]}}";
    }

    /** Every finding with its place in the request, and the rules with their counts. */
    private static List<String> findings(JsonNode report) {
        List<String> findings = new ArrayList<>();
        for (JsonNode result : report.path("results")) {
            for (JsonNode finding : result.path("findings")) {
                findings.add(findings.size() + " " + finding.path("rule") + finding.path("start")
                        + finding.path("message") + result.path("subject"));
            }
        }
        for (JsonNode rule : report.path("rules")) {
            findings.add(rule.path("rule") + " " + rule.path("findings") + rule.path("texts") + rule.path("messages"));
        }
        findings.add(report.path("summary").toString());
        return findings;
    }

    private static JsonNode report(String input, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("lint", "request", "-o", "json"));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.with().in(input).run(words.toArray(new String[0]));
        assertThat(run.schemaErrors()).isEmpty();
        return Json.read(run.out());
    }

    @Test
    void a_run_has_the_findings_of_its_single_files() throws IOException {
        List<String> run = run(500);
        for (int i = 0; i < run.size(); i++) {
            Files.writeString(folder.resolve(String.format("r%05d.json", i)), run.get(i));
        }

        List<String> single = findings(report("", folder.toString()));

        assertThat(single).hasSizeGreaterThan(500);
        assertThat(findings(report(String.join("\n", run)))).isEqualTo(single);
    }

    @Test
    void every_form_of_a_run_is_the_same_run() throws IOException {
        List<String> run = run(60);
        List<String> lines = findings(report(String.join("\n", run)));

        List<UnaryOperator<String>> forms = List.of(
                all -> "[" + String.join(",\n", run) + "]",
                all -> har(run),
                all -> String.join("\n", run).replace(",\"headers\"", ",\n\"headers\""),
                all -> String.join("\r\n", run));
        for (UnaryOperator<String> form : forms) {
            assertThat(findings(report(form.apply("")))).isEqualTo(lines);
        }
    }

    @Test
    void a_part_that_is_no_request_is_told_by_its_line_and_never_green() {
        String good = request("GET", "/users?count=5", "");

        CommandRun run = CommandRun.with()
                .in(good + "\n{\"method\":\n" + good + "\n{\"a\":1}\n")
                .run("lint", "request");
        CommandRun roles = CommandRun.with()
                .in(good + "\n{\"a\":1}\n" + request("PUT", "/users", "{}"))
                .variable("SCIMDOCTOR_TOKEN", PermissionsTest.token("User.ReadBasic.All", ""))
                .run("permissions", "--for", "-");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.out())
                .contains("input:2: this is broken JSON")
                .contains("input:4: this holds no request")
                .contains("2 texts; 2 pieces not understood");
        assertThat(roles.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(roles.out()).contains("2 pieces of what was asked for");
    }

    @Test
    void a_call_for_a_token_is_no_call_to_this_api() {
        CommandRun run = CommandRun.with()
                .in(TOKEN_CALL + "\n" + request("GET", "/users?count=5", ""))
                .run("lint", "request", "-o", "short");
        CommandRun alone = CommandRun.with().in(TOKEN_CALL).run("lint", "request");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).contains("1 call to other services skipped");
        assertThat(alone.code()).isEqualTo(ExitCode.NO_VERDICT);
    }

    @Test
    void what_the_simulator_masked_in_its_capture_is_not_judged() {
        String line = "{\"id\":\"1\",\"request\":{\"method\":\"PATCH\",\"url\":\"http://127.0.0.1:1/rp/scim/users/"
                + ID.formatted(11) + "\",\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer [masked]\"},"
                + "{\"name\":\"Accept\",\"value\":\"application/json\"},{\"name\":\"Content-Type\",\"value\":"
                + "\"application/scim+json\"}],\"body\":\""
                + PATCH.formatted(
                                "{\"op\":\"replace\",\"path\":\"urn:ietf:params:scim:schemas:extension:Microsoft:Entra"
                                        + ":2.0:User:usageLocation\",\"value\":\"[masked]\"}")
                        .replace("\"", "\\\"")
                + "\"},\"status\":204,\"headers\":[],\"body\":\"\"}";

        CommandRun run = CommandRun.with().in(line).run("lint", "request", "-o", "short");

        assertThat(run.out()).isEqualTo("0 errors, 0 warnings, 0 notes in 1 text\n");
    }

    @Test
    void a_large_run_tells_each_rule_once() {
        CommandRun run = CommandRun.with().in(String.join("\n", run(100))).run("lint", "request");

        assertThat(run.out())
                .containsOnlyOnce("error[filter-operator]")
                .contains("20 texts: input:2, input:7, input:12 and 17 more")
                .contains("'displayName' is required (20)")
                .contains("-v, -o short and -o json tell each");
        assertThat(CommandRun.with()
                        .in(String.join("\n", run(100)))
                        .run("lint", "request", "-v")
                        .out()
                        .split("\\[filter-operator]", -1))
                .hasSize(21);
    }

    @Test
    void the_summary_tells_roles_cost_and_limits() throws IOException {
        JsonNode run = report(String.join("\n", run(100)), "--summary", "--roles", "User.Read.All,User.Create");

        assertThat(run.path("results")).isEmpty();
        JsonNode sums = run.path("run");
        assertThat(Json.strings(sums.path("permissions").path("missing")))
                .containsExactlyInAnyOrder("GroupMember.ReadWrite.All", "User.EnableDisableAccount.All");
        assertThat(sums.path("permissions").path("findings").toString())
                .contains("dbaae8cf-10b5-4b86-a4a1-f871c94c6695=Role 3011c876-62b7-4ada-afa2-506cbbecc68c=Role");
        assertThat(sums.path("billing").path("calls").asInt()).isEqualTo(100);
        assertThat(sums.path("limits").toString())
                .contains("\"id\":\"members-added\",\"limit\":20,\"most\":21")
                .contains("\"id\":\"users-in-a-page\",\"limit\":999,\"most\":2000")
                .contains("\"id\":\"writes\",\"limit\":3000,\"most\":60");
        assertThat(run.path("exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void roles_alone_make_a_run_fail() {
        String list = request("GET", "/users?count=5", "");

        assertThat(CommandRun.with()
                        .in(list)
                        .run("lint", "request", "--summary", "--roles", "Group.Read.All")
                        .code())
                .isEqualTo(ExitCode.PROBLEM);
        assertThat(CommandRun.with()
                        .in(list)
                        .run("permissions", "--for", "-", "--roles", "User.Read.All")
                        .code())
                .isEqualTo(ExitCode.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "junit", "sarif", "github"})
    void no_format_of_the_summary_shows_a_secret(String format) {
        CommandRun run =
                CommandRun.with().in(String.join("\n", run(50))).run("lint", "request", "--summary", "-o", format);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.all()).doesNotContain(SECRET).doesNotContain("ana.lima");
    }
}
