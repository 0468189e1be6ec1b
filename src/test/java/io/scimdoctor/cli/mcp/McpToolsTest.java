package io.scimdoctor.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.PlantedSecrets;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools: what they say, what they refuse, and what never comes back from them. */
final class McpToolsTest extends PlantedSecrets {
    private static final String ANSWER = "HTTP/1.1 403 Forbidden\nrequest-id: 6c1d5f0e-35c4-4a8e-9f9a-0c7d2b1e4a10\n\n"
            + "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the"
            + " operation.\"}}";

    @Test
    void each_tool_says_what_it_takes_and_that_it_only_reads() throws JsonProcessingException {
        JsonNode tools = McpSession.answer(McpSession.request(1, "tools/list", Map.of()))
                .path("result")
                .path("tools");

        assertThat(tools.findValuesAsText("name"))
                .containsExactly("classify", "token_inspect", "lint", "explain", "permissions", "ticket_preview");
        for (JsonNode tool : tools) {
            JsonNode schema = tool.path("inputSchema");
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("properties")).isNotEmpty().allSatisfy(argument -> {
                assertThat(argument.path("description").asText()).isNotBlank();
                assertThat(argument.has("to")).isFalse();
            });
            assertThat(schema.path("properties").has("file")).isFalse();
            assertThat(tool.path("annotations").path("readOnlyHint").asBoolean())
                    .isTrue();
            assertThat(tool.path("annotations").path("openWorldHint").asBoolean(true))
                    .isFalse();
            assertThat(tool.path("description").asText()).isNotBlank();
        }
    }

    @Test
    void each_tool_answers_with_the_document_of_its_command() throws JsonProcessingException {
        String url = "https://graph.microsoft.com/rp/scim/users";
        JsonNode classified = McpSession.document(
                "classify", Map.of("text", ANSWER, "method", "GET", "url", url, "token", token, "summary", false));
        JsonNode bare = McpSession.document("classify", Map.of("text", "{\"error\":{}}", "status", 504));
        JsonNode inspected = McpSession.document("token_inspect", Map.of("text", token, "cloud", "global"));
        JsonNode filter =
                McpSession.document("lint", Map.of("kind", "filter", "text", "userName sw \"a\"", "resource", "users"));
        JsonNode request = McpSession.document("lint", Map.of("text", "curl " + url));
        JsonNode explained = McpSession.document("explain", Map.of("about", "AADSTS7000215"));
        JsonNode searched = McpSession.document("explain", Map.of("search", "quota"));
        JsonNode roles = McpSession.document(
                "permissions", Map.of("requests", List.of("PATCH /groups/{id} members", "GET /users"), "token", token));
        JsonNode read = McpSession.document("permissions", Map.of("text", "curl -X DELETE " + url + "/1"));
        JsonNode preview = McpSession.document(
                "ticket_preview",
                Map.of("text", ANSWER, "case_id", "2411250030001234", "notes", List.of("It worked on Monday.")));

        assertThat(classified.path("kind").asText()).isEqualTo("DiagnosisReport");
        assertThat(classified.findValuesAsText("id")).contains("permission-missing");
        assertThat(classified.toString()).contains("User.Read.All");
        assertThat(bare.findValuesAsText("id")).contains("service-timeout");
        assertThat(inspected.path("kind").asText()).isEqualTo("TokenReport");
        assertThat(filter.findValuesAsText("rule")).contains("filter-operator");
        assertThat(request.findValuesAsText("rule")).contains("accept-missing");
        assertThat(explained.path("conditions")).hasSize(1);
        assertThat(searched.path("conditions")).isNotEmpty();
        assertThat(Json.strings(roles.path("missing"))).isEqualTo(List.of("GroupMember.ReadWrite.All"));
        assertThat(read.findValuesAsText("id")).contains("delete-user");
        assertThat(McpSession.document("permissions", Map.of()).path("operations"))
                .hasSizeGreaterThan(10);
        assertThat(preview.path("kind").asText()).isEqualTo("TicketPreview");
    }

    @Test
    void what_does_not_fit_is_said_where_the_model_reads_it() throws JsonProcessingException {
        assertThat(McpSession.wrong("classify", Map.of())).isEqualTo("it needs 'text'");
        assertThat(McpSession.wrong("explain", Map.of())).isEqualTo("it needs 'about' or 'search'");
        assertThat(McpSession.wrong("classify", Map.of("text", ANSWER, "colour", "red")))
                .contains("no argument '", "text, status");
        assertThat(McpSession.wrong("classify", Map.of("text", 7))).startsWith("'text' does not fit");
        assertThat(McpSession.wrong("classify", Map.of("text", ANSWER, "status", 42)))
                .contains("\"minimum\":100");
        assertThat(McpSession.wrong("classify", Map.of("text", ANSWER, "summary", "yes")))
                .contains("boolean");
        assertThat(McpSession.wrong("lint", Map.of("text", "x", "kind", "curl")))
                .contains("\"filter\"");
        assertThat(McpSession.wrong("permissions", Map.of("requests", List.of("everything"))))
                .contains("'requests' does not fit");
        assertThat(McpSession.wrong("explain", Map.of("about", "no-such-finding")))
                .contains("nothing in the catalogue");
        assertThat(McpSession.wrong("classify", Map.of("text", "hello"))).contains("holds no answer");
        assertThat(McpSession.wrong("ticket_preview", Map.of("text", ANSWER, "case_id", "x y")))
                .contains("--case-id");
    }

    @Test
    void no_argument_is_taken_for_a_file_or_an_option() throws IOException {
        Path file = Files.writeString(folder.resolve("answer.txt"), ANSWER);
        String name = file.toString();

        for (String value : List.of(name, "@" + name, "-", "--help", "--output-file=" + name + ".out")) {
            McpSession.wrong("classify", Map.of("text", value));
            McpSession.wrong("explain", Map.of("about", value));
            McpSession.wrong("explain", Map.of("search", name + value));
            McpSession.wrong("permissions", Map.of("requests", List.of(value)));
            McpSession.wrong("permissions", Map.of("text", value));
            McpSession.wrong("permissions", Map.of("token", value));
            McpSession.wrong("ticket_preview", Map.of("text", value));
            McpSession.wrong("classify", Map.of("text", "x", "url", value, "tenant", value));
            McpSession.wrong("classify", Map.of("text", ANSWER, "file", name));
            assertThat(McpSession.document("token_inspect", Map.of("text", name + ".eyJh.x", "tenant", "x" + value))
                            .path("claims"))
                    .isEmpty();
            assertThat(McpSession.document("lint", Map.of("kind", "filter", "text", value))
                            .path("results"))
                    .hasSize(1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void files_are_read_below_the_allowed_folder_only() throws IOException {
        Path root = folder.resolve("allowed");
        Path allowed = Files.createDirectories(root.resolve("inner"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), ANSWER);
        Files.writeString(allowed.resolve("answer.txt"), ANSWER);
        Files.createSymbolicLink(allowed.resolve("link.txt"), outside);
        Files.createSymbolicLink(allowed.resolve("folder"), folder);
        List<String> options = List.of("--allow-files", root.toString());

        for (String name : List.of("inner/answer.txt", "./inner/../inner/answer.txt", allowed + "/answer.txt")) {
            String said = McpSession.said(one(options, "classify", Map.of("file", name)), false);
            assertThat(said).contains("permission-missing").doesNotContain("answer.txt");
        }
        for (String name : List.of(
                "../outside.txt",
                outside.toString(),
                "inner/link.txt",
                "inner/folder/outside.txt",
                "inner",
                "",
                "none",
                "/etc/passwd",
                "a\u0000b")) {
            assertThat(McpSession.said(one(options, "classify", Map.of("file", name)), true))
                    .isEqualTo("'file' leads to no file below the allowed folder");
        }
        assertThat(McpSession.said(one(options, "classify", Map.of("file", "x", "text", "x")), true))
                .contains("either");
        assertThat(CommandRun.of("mcp", "--allow-files", outside.toString()).code())
                .isEqualTo(ExitCode.USAGE);
    }

    private static JsonNode one(List<String> options, String tool, Map<String, ?> arguments)
            throws JsonProcessingException {
        return McpSession.answers(CommandRun.with(), options, McpSession.call(tool, arguments))
                .get(0);
    }

    @Test
    void a_result_too_large_for_a_model_is_refused() throws JsonProcessingException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            log.append("{\"id\":\"").append(i).append("\",\"status\":504}\n");
        }

        assertThat(McpSession.wrong("classify", Map.of("text", log.toString()))).contains("summary");
        assertThat(McpSession.document("classify", Map.of("text", log.toString(), "summary", true))
                        .findValuesAsText("count"))
                .contains("3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "token_inspect", "lint", "permissions", "ticket_preview"})
    void nothing_planted_comes_back_from_a_text(String tool) throws IOException {
        String named = exchange.replace("\"x1\"", "\"" + one(3) + "\"");
        for (String text :
                List.of(exchange, named, token, kinds(), "Bearer " + token, "POST " + url() + "\n\n" + kinds())) {
            assertNothing(McpSession.call(tool, Map.of("text", text)));
        }
        for (String kind : List.of("filter", "query", "user", "group", "patch")) {
            String body = "{\"userName\":\"" + one(3) + "\",\"password\":\"" + one(2) + "\",\"" + one(4) + "\":1}";
            assertNothing(McpSession.call("lint", Map.of("kind", kind, "text", body)));
            assertNothing(McpSession.call("lint", Map.of("kind", kind, "text", "userName eq \"" + one(3) + "\" x")));
        }
    }

    @Test
    void nothing_planted_comes_back_from_other_arguments_and_messages() throws IOException {
        assertNothing(McpSession.call(
                "classify", Map.of("text", ANSWER, "url", url(), "tenant", one(4), "token", token, "method", "GET")));
        assertNothing(McpSession.call("classify", Map.of("text", ANSWER, "token", one(0), "tenant", one(3))));
        assertNothing(McpSession.call("token_inspect", Map.of("text", token, "tenant", one(4), "client_id", one(5))));
        assertNothing(McpSession.call("permissions", Map.of("token", token)));
        assertNothing(
                McpSession.call("permissions", Map.of("requests", List.of("GET /users/" + one(3) + " " + one(4)))));
        assertNothing(McpSession.call(
                "ticket_preview",
                Map.of("text", exchange, "token", token, "url", url(), "notes", List.of(kinds()), "case_id", one(4))));
        assertNothing(
                McpSession.call("ticket_preview", Map.of("text", exchange, "token", token, "notes", List.of(kinds()))));
        for (int kind = 0; kind < KINDS.size(); kind++) {
            assertNothing(McpSession.call("explain", Map.of("search", one(kind))));
            assertNothing(McpSession.call("explain", Map.of("about", one(kind))));
            assertNothing(McpSession.call("classify", Map.of("text", "x", one(kind), one(kind), "status", one(kind))));
            assertNothing(McpSession.call(one(kind), Map.of()));
            assertNothing(McpSession.request(1, one(kind), Map.of()));
            assertNothing(McpSession.request(1, "resources/read", Map.of("uri", "scimdoctor://findings/" + one(kind))));
            assertNothing(McpSession.request(1, "initialize", Map.of("protocolVersion", one(kind))));
            assertNothing(McpSession.request(
                    1,
                    "tools/list",
                    Map.of(
                            "_meta",
                            Map.of("io.modelcontextprotocol/protocolVersion", one(kind)),
                            "cursor",
                            one(kind))));
            assertNothing(one(kind));
        }
        for (String name : List.of("triage_paste", "prepare_ticket", one(4))) {
            assertNothing(McpSession.request(
                    1, "prompts/get", Map.of("name", name, "arguments", Map.of("paste", exchange, one(4), one(4)))));
        }
    }

    /** Nor when a person sits there, and whatever the environment says. */
    private void assertNothing(String line) {
        for (CommandRun.Setup setup : List.of(
                CommandRun.with(),
                CommandRun.with().variable("CI", "false").variable("SCIMDOCTOR_TOKEN", token),
                CommandRun.with().variable("HOME", folder.resolve("home").toString()))) {
            CommandRun run = setup.in(line).run("mcp");

            assertClean(new CommandRun(run.code(), run.out() + run.err(), ""));
            assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
