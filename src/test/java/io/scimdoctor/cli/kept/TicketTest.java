package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A support ticket from recorded runs and from captures. */
final class TicketTest {
    private static final String CAPTURE = """
            {"id":"a","startedAt":"2026-09-15T09:30:00Z","durationMs":30210,"request":{"method":"GET",\
            "url":"https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22jane.doe@contoso.com%22",\
            "headers":{"Accept":"application/json","Authorization":"Bearer abcdefghijklmnop","User-Agent":"curl/8.5.0"}},\
            "status":504,"headers":{"request-id":"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b",\
            "client-request-id":"0b7f6a1d-3c4e-4f50-9a8b-1c2d3e4f5a6b","Date":"Tue, 15 Sep 2026 09:30:30 GMT",\
            "x-ms-ags-diagnostic":"{\\"ServerInfo\\":{\\"DataCenter\\":\\"West Europe\\",\\"Ring\\":\\"5\\",\
            \\"ScaleUnit\\":\\"004\\",\\"RoleInstance\\":\\"AM2PEPF0001BE1C\\"}}"},\
            "body":"{\\"schemas\\":[\\"urn:ietf:params:scim:api:messages:2.0:Error\\"],\
            \\"detail\\":\\"The SCIM service didn't respond within the expected time.\\",\\"status\\":\\"504\\"}"}
            {"id":"b","startedAt":"2026-09-15T09:40:00Z","request":{"method":"GET",\
            "url":"https://graph.microsoft.com/rp/scim/groups?count=1","headers":{"Accept":"application/json"}},\
            "status":200,"headers":{},"body":"{\\"Resources\\":[]}"}
            """;

    @TempDir
    private Path folder;

    private CommandRun.Setup setup() {
        return CommandRun.with().realClock().variable("XDG_STATE_HOME", folder.toString());
    }

    private Path capture(String text) throws IOException {
        return Files.writeString(folder.resolve("capture.ndjson"), text);
    }

    private CommandRun fromCapture(String... options) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("ticket", "new", "--from", capture(CAPTURE).toString()));
        words.addAll(List.of(options));
        return setup().run(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "filter-unsupported, BadRequest, 400",
        "feature-not-enabled, BadRequest, 400",
        "accept-missing, BadRequest, 400",
        "token-rejected, InvalidAuthenticationToken, 401",
        "permission-missing, InsufficientPrivileges, 403",
        "object-not-found, ResourceNotFound, 404",
        "urn-unknown, ResourceNotFound, 404",
        "service-fault, InternalServerException, 500",
        "service-timeout, GatewayTimeout, 504"
    })
    void a_ticket_of_each_row_of_the_table_holds_what_can_be_known(String scenario, String error, int status)
            throws IOException {
        setup().run("check", "--simulate=" + scenario, "-q");

        CommandRun run = setup().run("ticket", "new", "-o", "json");

        JsonNode ticket = Json.read(run.out());
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(unknown(ticket.path("place"))).containsExactly("TLS certificate issuer", "TLS version");
        assertThat(names(ticket.path("token"))).contains("aud", "exp", "iat", "idtyp", "oid", "roles", "tid", "uti");
        JsonNode problem = ticket.path("problems").path(0);
        assertThat(problem.path("finding").path("id").asText()).isEqualTo(scenario);
        assertThat(problem.path("finding").path("error").asText()).isEqualTo(error);
        assertThat(problem.path("finding").path("httpStatus").asInt()).isEqualTo(status);
        assertThat(problem.path("seen").path("count").asInt()).isPositive();
        assertThat(problem.path("seen").path("firstSeen").asText()).startsWith("20");
        assertThat(problem.path("seen").path("lastSeen").asText()).endsWith("Z");
        assertCalls(problem, status);
        assertThat(ticket.path("ruledOut")).isNotEmpty();
        assertThat(ticket.path("tried").path(0).asText()).contains("SIMULATED", scenario);
        assertThat(ticket.path("subject").path("simulated").asBoolean()).isTrue();
        assertThat(names(ticket.path("missing"), "field")).last().asString().startsWith("what was tried");
        assertThat(run.err()).contains("still missing for support: ");
    }

    private static void assertCalls(JsonNode problem, int status) {
        JsonNode sample = problem.path("samples").path(0);
        assertThat(sample.path("request").path("url").asText()).startsWith("http://127.0.0.1:");
        assertThat(sample.path("request").path("headers")).isNotEmpty();
        assertThat(sample.path("answer").path("status").asInt()).isEqualTo(status);
        assertThat(sample.path("answer").path("headers")).isNotEmpty();
        assertThat(sample.path("answer").path("body").asText()).startsWith("{");
        assertThat(names(sample.path("answerFacts")))
                .contains("status", "error shape", "answered by", "request-id", "client-request-id", "Date", "phases");
        assertThat(sample.path("actual").asText()).contains(String.valueOf(status));
        for (String language : List.of("curl", "powershell", "http")) {
            assertThat(sample.path("reproduce").path(language).asText())
                    .contains("127.0.0.1")
                    .doesNotContain("eyJ");
        }
        assertThat(problem.path("attempts")).isNotEmpty().allSatisfy(attempt -> {
            assertThat(attempt.path("requestId").asText()).hasSize(36);
            assertThat(attempt.path("clientRequestId").asText()).hasSize(36);
            assertThat(attempt.path("at").asText()).endsWith("Z");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'Accept header is missing', accept-missing",
        "400, 'No ''scimapiconsumptions'' resource found for TenantId', feature-not-enabled",
        "400, 'The filter is not supported', filter-unsupported",
        "401, 'Access token is empty or invalid', token-rejected",
        "403, 'Insufficient privileges to complete the operation', permission-missing",
        "404, 'Resource does not exist', object-not-found",
        "500, 'The service failed to process the request', service-fault",
        "504, 'The service did not respond within the expected time', service-timeout"
    })
    void a_ticket_of_a_bare_answer_names_what_is_missing(String status, String detail, String finding)
            throws IOException {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"detail\":\"" + detail
                + "\",\"status\":\"" + status + "\"}";

        CommandRun run = setup().in(body).run("ticket", "new", "--from", "-", "-o", "json");

        JsonNode ticket = Json.read(run.out());
        assertThat(ticket.path("problems").path(0).path("finding").path("id").asText())
                .startsWith(finding.substring(0, 5));
        assertThat(names(ticket.path("missing"), "field"))
                .contains(
                        "method and full URL of the call",
                        "time of the call in UTC",
                        "request-id",
                        "response headers",
                        "tenant id",
                        "application (client) id",
                        "name and version of the client");
        assertThat(unknown(ticket.path("place"))).contains("tenant id", "proxy", "Java", "operating system");
        assertThat(ticket.path("problems")
                        .path(0)
                        .path("seen")
                        .path("firstSeen")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_ticket_of_several_failures_is_about_the_one_that_support_can_mend() throws IOException {
        String log = """
                {"request":{"method":"GET","url":"https://graph.microsoft.com/rp/scim/users"},"status":401,"body":{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}}
                {"request":{"method":"GET","url":"https://graph.microsoft.com/rp/scim/groups"},"status":504,"headers":{"request-id":"7d0c2f3a-5b1e-4c6d-8f90-a1b2c3d4e5f6"},"body":{"error":{"code":"UnknownError","message":""}}}
                """;

        CommandRun ticket = setup().in(log).run("ticket", "new", "--from", "-");

        assertThat(ticket.out().lines().limit(8)).anyMatch(line -> line.contains("504"));
    }

    @Test
    void the_text_of_a_capture_stays_as_it_is() throws IOException {
        CommandRun run = fromCapture("--case-id", "2411250030001234", "--note", "We asked the network team.");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.length() > 80 && !line.strip().contains("https:")))
                .isEmpty();
        Golden.assertMatches("ticket-text", run.out());
    }

    @Test
    void the_preview_of_a_capture_stays_as_it_is_and_leaves_nothing_behind() throws IOException {
        Path capture = capture(CAPTURE);

        CommandRun run = setup().run("ticket", "preview", "--from", capture.toString());

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(folder.resolve("scimdoctor")).doesNotExist();
        Golden.assertMatches("ticket-preview", run.out());
        assertThat(setup().run("ticket", "preview", "--from", capture.toString(), "-o", "json")
                        .schemaErrors())
                .isEmpty();
    }

    @Test
    void markdown_of_a_capture_stays_as_it_is() throws IOException {
        Golden.assertMatches("ticket-markdown", fromCapture("-o", "markdown").out());
    }

    @Test
    void a_proxy_is_ruled_out_by_the_ids_of_microsoft_graph_and_open_without_them() throws IOException {
        String bare = CAPTURE.replaceAll("\"headers\":\\{\"request-id\".*?\\}\\}\"\\}", "\"headers\":{}");

        JsonNode with = Json.read(fromCapture("-o", "json").out());
        JsonNode without =
                Json.read(setup().run("ticket", "new", "--from", capture(bare).toString(), "-o", "json")
                        .out());

        assertThat(with.path("ruledOut").toString()).contains("proxy-fault").contains("West Europe");
        assertThat(without.path("ruledOut").toString()).doesNotContain("proxy-fault");
        assertThat(without.path("notRuledOut").toString()).contains("proxy-fault");
    }

    @Test
    void a_wrong_tenant_is_not_ruled_out_by_a_status() {
        setup().run("check", "--simulate=feature-not-enabled", "-q");

        assertThat(setup().run("ticket", "new", "-o", "json").out())
                .containsSubsequence("notRuledOut", "token-wrong-tenant");
    }

    @Test
    void what_microsoft_cannot_fix_is_said_at_the_top() {
        setup().run("check", "--simulate=permission-missing", "-q");
        String theirs = setup().run("ticket", "new").out();
        setup().run("check", "--simulate=service-fault", "-q");
        String ours = setup().run("ticket", "new").out();

        assertThat(theirs).containsSubsequence("Privileged Role Administrator", "not for", "WHO AND WHERE");
        assertThat(ours).doesNotContain("send the ticket back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html"})
    void every_format_says_that_it_is_simulated(String format) {
        setup().run("check", "--simulate=service-fault", "-q");

        assertThat(setup().run("ticket", "new", "-o", format).out())
                .contains(format.equals("json") ? "\"simulated\": true" : "SIMULATED: this")
                .contains("SIMULATED: Microsoft");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_500, 2_500, 4_000, 9_000})
    void the_text_is_never_longer_than_it_may_be(int length) throws IOException {
        String text = fromCapture("--max-length", String.valueOf(length)).out();

        assertThat(text.length()).isBetween(length / 3, length);
        assertThat(text)
                .startsWith("Microsoft Entra ID SCIM API: 504 GatewayTimeout")
                .contains("\nrequest-id: ");
        assertThat(text.contains("Cut to fit; left out: ") || text.contains("Cut to fit. "))
                .isEqualTo(length < 9_000);
    }

    @Test
    void several_runs_and_a_capture_become_one_ticket() throws IOException {
        setup().run("check", "--simulate=service-timeout", "-q");
        setup().run("check", "--simulate=healthy", "-q");
        Path runs = folder.resolve("scimdoctor").resolve("runs");
        try (Stream<Path> files = Files.list(runs)) {
            // Both have the first id of a fresh process.
            Path first = files.sorted().findFirst().orElseThrow();
            String other = first.getFileName().toString().replaceFirst("_0", "_1");
            Files.writeString(
                    runs.resolve(other), Files.readString(first).replace("\"00000000-0000", "\"10000000-0000"));
            Files.delete(first);
        }

        JsonNode ticket = Json.read(fromCapture("0", "1", "00", "-o", "json").out());

        assertThat(ticket.path("runs")).hasSize(3);
        assertThat(ticket.path("problems")
                        .path(0)
                        .path("seen")
                        .path("firstSeen")
                        .asText())
                .isEqualTo("2026-09-15T09:30:00Z");
        assertThat(ticket.path("problems").path(0).path("attempts").size()).isGreaterThan(1);
    }

    @Test
    void the_claims_of_a_token_that_is_handed_over_are_added() throws IOException {
        Path token = Files.writeString(
                folder.resolve("token"),
                "eyJhbGciOiJub25lIn0." + encoded("{\"tid\":\"5c1d0c70-1111-4222-8333-444455556666\",\"idtyp\":\"app\"}")
                        + ".x");

        CommandRun run = fromCapture("--token-file", token.toString(), "-o", "json");

        assertThat(names(Json.read(run.out()).path("token"))).contains("tid", "idtyp");
        assertThat(run.all()).doesNotContain("eyJ");
    }

    @Test
    void a_gap_counts_only_when_completeness_is_required() throws IOException {
        assertThat(fromCapture("--require-complete").code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(fromCapture("-q").err()).isEmpty();
    }

    @Test
    void without_anything_to_go_by_there_is_no_ticket() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThat(setup().run("ticket", "new").code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(CommandRun.of("ticket", "new").code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(setup().run("ticket", "new", "0000").code()).isEqualTo(ExitCode.USAGE);
        assertThat(setup().run("ticket", "new", "--from", "nowhere").code()).isEqualTo(ExitCode.USAGE);
        assertThat(setup().run("ticket", "new", "--from", empty.toString()).code())
                .isEqualTo(ExitCode.NO_VERDICT);
        assertThat(setup().run("ticket", "new", "--max-length", "10").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void the_capture_is_never_written_over() throws IOException {
        Path capture = capture(CAPTURE);

        CommandRun run = fromCapture("--output-file", capture.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(capture).hasContent(CAPTURE);
    }

    @Test
    void strict_hides_tenant_application_and_objects_and_keeps_the_ids_of_calls() {
        setup().run("check", "--simulate=object-not-found", "-q");

        String ticket =
                setup().run("ticket", "new", "-o", "json", "--redact", "strict").out();

        assertThat(ticket).doesNotContain("5c1d0c70-").contains("\"id-1\"").contains("\"redaction\": \"strict\"");
        assertThat(ticket).containsPattern("\"requestId\": \"[0-9a-f]{8}-[0-9a-f-]{27}\"");
        assertThat(ticket).doesNotContain("00000000-5c1d-4000-8000-000000000000");
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() throws IOException {
        String page = fromCapture("-o", "html").out();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"en\"", "prefers-color-scheme: dark", "@media print");
        assertThat(page).doesNotContain("<script", "<img", "<link", "@import", "url(", "src=");
        assertThat(count(page, "<h1>")).isOne();
        assertThat(count(page, "<section")).isEqualTo(count(page, "</section>"));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static List<String> names(JsonNode list) {
        return names(list, "name");
    }

    private static List<String> names(JsonNode list, String key) {
        List<String> names = new ArrayList<>();
        list.forEach(item -> names.add(item.path(key).asText()));
        return names;
    }

    private static Set<String> unknown(JsonNode facts) {
        Set<String> names = new TreeSet<>();
        for (JsonNode fact : facts) {
            if (fact.path("value").isNull()) {
                names.add(fact.path("name").asText());
            }
        }
        return names;
    }

    private static String encoded(String json) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_capture_of_the_token_request_tells_tenant_and_application_and_how_long_it_took() throws IOException {
        String tenant = "5c1d0c70-1111-4222-8333-444455556666";
        String client = "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff";
        Path capture = Files.writeString(
                folder.resolve("capture.json"),
                "{\"request\":{\"method\":\"POST\",\"url\":\"https://login.microsoftonline.com/" + tenant
                        + "/oauth2/v2.0/token\",\"body\":\"grant_type=client_credentials&client_id=" + client
                        + "&client_secret=zqx-Zorblax-1\"},\"status\":401,\"durationMs\":321,\"body\":"
                        + "\"{\\\"error\\\":\\\"invalid_client\\\",\\\"error_description\\\":\\\"AADSTS7000215: x\\\"}\"}");

        CommandRun run = CommandRun.of("ticket", "new", "--from", capture.toString(), "-o", "markdown");

        assertThat(run.out())
                .contains("`" + tenant + "`", "`" + client + "`", "321 ms")
                .doesNotContain("Zorblax");
    }
}
