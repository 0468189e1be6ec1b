package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request of the user's choice. */
final class ProbeTest {
    private static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"zorblax@contoso.example",
             "password":"Zqx-Horse-Battery-9","name":{"givenName":"Zorb","familyName":"Lax"},"active":true,
             "displayName":"Zorb Lax"}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"probe GET /users?count=1 --simulate", "probe --simulate GET /users?count=1"})
    void a_read_is_sent_and_shown_without_anything_personal(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "The request succeeded",
                        "GET http://127.0.0.1:",
                        "HTTP 200",
                        "\"userName\": \"user-1@domain-1\"")
                .contains("Authorization      Bearer [masked]", "1 call to the simulator")
                .doesNotContain("contoso");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oversized-body", "gzip-bomb", "truncated-body"})
    void an_answer_that_was_given_up_shows_its_status(String scenario) {
        assertThat(CommandRun.of("probe", "GET", "/users?count=1", "--simulate=" + scenario)
                        .out())
                .contains("HTTP 200, cut off")
                .doesNotContain("no answer");
    }

    @Test
    void monitoring_is_told_in_its_own_form_that_nothing_was_sent() {
        CommandRun run = CommandRun.of("probe", "GET", "/users?filter=foo eq 1", "--simulate", "-o", "nagios");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.out()).startsWith("SCIM UNKNOWN - ").contains("breaks a rule", "--force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void what_was_sent_and_answered_stands_on_a_page_too(String format) {
        CommandRun run = CommandRun.of("probe", "GET", "/users?count=1", "--simulate", "-o", format);

        assertThat(run.out())
                .contains("The request succeeded", "user-1@domain-1")
                .doesNotContain("contoso");
    }

    @Test
    void as_json_it_is_a_check_report_with_the_one_request() throws IOException {
        CommandRun run = CommandRun.of("probe", "GET", "/groups?count=0", "--force", "--simulate", "-o", "json");
        JsonNode report = Json.read(run.out());

        assertThat(run.schemaErrors()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(report.path("verdict").path("id").asText()).isEqualTo("count-invalid");
        assertThat(report.path("requests")).hasSize(1);
        assertThat(report.path("requests").path(0).path("id").asText()).isEqualTo("request");
        assertThat(report.path("requests")
                        .path(0)
                        .path("attempts")
                        .path(0)
                        .path("requestId")
                        .asText())
                .hasSize(36);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '/users?count =1', query-whitespace",
        "GET, /users/nobody, id-not-guid",
        "GET, /users/5c1d0c70-0000-4000-8000-000000000000, object-not-found",
        "GET, '/users?filter=displayName co \"a\"', filter-unsupported",
        "DELETE, /users/5c1d0c70-0000-4000-8000-000000000000, object-not-found",
        "PUT, /users/5c1d0c70-0000-4000-8000-000000000000, put-not-supported"
    })
    void the_answer_is_diagnosed(String method, String path, String finding) {
        CommandRun run = CommandRun.of("probe", method, path, "--simulate", "--yes", "--force", "-o", "short");

        assertThat(run.out()).startsWith("SIMULATED fail " + finding + ":");
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void without_its_accept_header_or_its_token_a_read_fails_for_that() {
        CommandRun accept = CommandRun.of("probe", "GET", "/users", "--no-accept", "--simulate", "-o", "short");
        CommandRun token = CommandRun.of("probe", "GET", "/users", "--without-token", "--simulate", "-o", "short");

        assertThat(accept.out()).contains("accept-missing");
        assertThat(token.out()).contains("token-missing");
    }

    @Test
    void a_delete_with_a_json_accept_header_fails_for_that() {
        CommandRun run = CommandRun.of(
                "probe",
                "DELETE",
                "/users/5c1d0c70-0000-4000-8000-000000000000",
                "--accept",
                "application/json",
                "--yes",
                "--force",
                "--simulate",
                "-o",
                "short");

        assertThat(run.out()).contains("accept-invalid-on-delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /users", "PATCH /users/5c1d0c70-0000-4000-8000-000000000000", "DELETE /groups/x"})
    void a_write_is_not_sent_without_consent(String request) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CommandRun run = serving(seen, number -> new String[] {"200", "{}"}, base -> {
            String[] words = request.split(" ");
            return CommandRun.with()
                    .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                    .run("probe", words[0], words[1], "--base-url", base, "--force");
        });

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("would ", "nothing undoes it", "--yes");
        assertThat(seen).isEmpty();
    }

    @Test
    void a_created_object_comes_with_the_way_to_be_rid_of_it_and_its_password_nowhere() throws IOException {
        Path body = Files.writeString(folder.resolve("user.json"), USER);
        CommandRun run = CommandRun.with()
                .variable("XDG_STATE_HOME", folder.resolve("state").toString())
                .run("probe", "POST", "/users", "--data", body.toString(), "--yes", "--simulate", "-v", "--debug");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).contains("HTTP 201", "scimdoctor probe DELETE /users/");
        assertThat(run.all()).doesNotContain("Zqx-Horse", "zorblax", "Zorb");
        assertThat(stored())
                .hasSize(1)
                .allSatisfy(text -> assertThat(text)
                        .contains("\"password\\\":\\\"[masked]")
                        .doesNotContain("Zqx-Horse", "zorblax", "Zorb"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /users/5c1d0c70-0000-4000-8000-000000000000, PATCH",
        "GET, /users/nobody, GUID",
        "GET, '/users?filter=displayName co \"a\"', filter"
    })
    void what_breaks_a_rule_is_explained_and_not_sent(String method, String path, String said) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CommandRun run = serving(
                seen,
                number -> new String[] {"200", "{}"},
                base -> CommandRun.with()
                        .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                        .run("probe", method, path, "--yes", "--base-url", base));

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).contains(said);
        assertThat(run.err()).contains("nothing was sent", "--force");
        assertThat(seen).isEmpty();
    }

    @Test
    void as_json_a_refusal_is_a_lint_report() throws IOException {
        CommandRun run = CommandRun.of("probe", "GET", "/users?count=0", "--simulate", "-o", "json");

        assertThat(Json.read(run.out()).path("kind").asText()).isEqualTo("LintReport");
        assertThat(run.schemaErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Authorization: Bearer abc", "cookie: a=b", "X-Secret-Token: abc", "no colon here", "X-Bad: a\rb"
            })
    void a_header_with_a_secret_or_without_a_form_is_refused_and_not_repeated(String field) {
        CommandRun run = CommandRun.of("probe", "GET", "/users", "--header", field, "--simulate");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.all()).contains("--header").doesNotContain("abc", "a=b");
    }

    @Test
    void a_second_id_of_the_call_is_refused_because_support_would_look_for_the_wrong_one() {
        CommandRun run = CommandRun.of(
                "probe",
                "GET",
                "/users",
                "--header",
                "Client-Request-Id: 5c1d0c70-7777-4666-8555-444433332222",
                "--simulate");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("client-request-id", "fresh one");
    }

    @Test
    void a_dry_run_prints_the_request_and_sends_none() throws IOException {
        Path body = Files.writeString(folder.resolve("user.json"), USER);
        CommandRun run = CommandRun.with()
                .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                .run("probe", "POST", "/users", "--data", body.toString(), "--dry-run");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out())
                .contains("POST https://graph.microsoft.com/rp/scim/users", "Content-Type: application/scim+json")
                .contains("\"userName\":\"[masked]\"", "1 call", "is changed.")
                .doesNotContain("Zqx-Horse", "zorblax");
    }

    @Test
    void a_url_elsewhere_is_not_called() {
        CommandRun run = CommandRun.of("probe", "GET", "https://evil.example/users", "--simulate");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("does not lie below");
    }

    @Test
    void a_comparison_shows_both_answers_side_by_side() throws IOException {
        CommandRun run = CommandRun.of("probe", "GET", "/users?count=1", "--compare-accept", "--simulate");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        Golden.assertMatches(
                "probe-compare",
                Golden.settled(run.out())
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "GUID")
                        .replaceAll("N ms  +", "N ms  "));
    }

    @Test
    void repeated_requests_go_out_one_after_the_other_and_each_has_its_line() {
        CommandRun run = CommandRun.of("probe", "GET", "/users?count=1", "--repeat", "4", "--simulate");

        assertThat(run.out())
                .contains("Calls", "0 of 4 failed", "4 calls to the simulator")
                .contains("  4  200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Wed, 25 Nov 2020 09:00:00 GMT"})
    void a_busy_service_is_asked_again_after_the_wait_it_names_and_every_attempt_is_listed(String retryAfter) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CommandRun run = serving(
                seen,
                number -> number == 1
                        ? new String[] {"503", "{\"error\":{\"code\":\"serviceNotAvailable\"}}", retryAfter}
                        : new String[] {
                            "200",
                            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0}"
                        },
                base -> CommandRun.with()
                        .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                        .run("probe", "GET", "/users", "--base-url", base, "--retries", "2"));

        assertThat(run.out()).contains("HTTP 200", "Attempts", "1  ", "HTTP 503", "Retry-After 0 s", "2  ");
        assertThat(run.out()).contains("[intermittent-failure]", "1 of 2 calls failed");
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(seen).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"POST, 504, 1", "PATCH, 502, 1", "DELETE, 504, 2", "GET, 504, 2", "GET, 401, 1", "GET, 404, 1"})
    void only_what_can_be_sent_twice_without_harm_is_repeated(String method, String status, int sent) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        serving(
                seen,
                number -> new String[] {status, "{\"error\":{\"code\":\"UnknownError\",\"message\":\"\"}}", "0"},
                base -> CommandRun.with()
                        .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU")
                        .run("probe", method, "/users/x", "--base-url", base, "--retries", "1", "--yes", "--force"));

        assertThat(seen).hasSize(sent);
    }

    private List<String> stored() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".json")) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    private interface Client {
        CommandRun run(String base);
    }

    /** Status, body and perhaps Retry-After by the number of the call; the ids that were sent are noted. */
    private static CommandRun serving(List<String> seen, IntFunction<String[]> answers, Client client) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", call -> {
                seen.add(call.getRequestHeaders().getFirst("client-request-id"));
                String[] answer = answers.apply(seen.size());
                byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().set("Content-Type", "application/json");
                if (answer.length > 2) {
                    call.getResponseHeaders().set("Retry-After", answer[2]);
                }
                call.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
                call.getResponseBody().write(body);
                call.close();
            });
            server.start();
            try {
                return client.run("http://127.0.0.1:" + server.getAddress().getPort());
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
