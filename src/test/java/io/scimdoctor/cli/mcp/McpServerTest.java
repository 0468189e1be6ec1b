package io.scimdoctor.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol: revisions, methods, and what is no message. */
final class McpServerTest {
    private static final String ID = "io.modelcontextprotocol/";
    private static final Map<String, Object> META =
            Map.of(ID + "protocolVersion", "2026-07-28", ID + "clientCapabilities", Map.of());

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2024-11-05, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "nonsense, 2025-11-25"
    })
    void a_handshake_agrees_on_a_revision_that_has_one(String asked, String agreed) throws JsonProcessingException {
        Map<String, Object> params =
                Map.of("protocolVersion", asked, "capabilities", Map.of(), "clientInfo", Map.of("name", "x"));

        JsonNode result =
                McpSession.answer(McpSession.request(1, "initialize", params)).path("result");

        assertThat(result.path("protocolVersion").asText()).isEqualTo(agreed);
        assertThat(result.path("serverInfo").path("name").asText()).isEqualTo("scimdoctor");
        assertThat(result.path("capabilities").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("tools", "resources", "prompts");
        assertThat(result.has("resultType")).isFalse();
    }

    @Test
    void the_newest_revision_needs_no_handshake() throws JsonProcessingException {
        JsonNode found = McpSession.answer(McpSession.request(1, "server/discover", Map.of("_meta", META)))
                .path("result");
        JsonNode list = McpSession.answer(McpSession.request("a", "tools/list", Map.of("_meta", META)));
        JsonNode called = McpSession.answer(McpSession.request(
                2, "tools/call", Map.of("_meta", META, "name", "explain", "arguments", Map.of("about", "throttled"))));

        assertThat(Json.strings(found.path("supportedVersions"))).startsWith("2026-07-28", "2025-11-25");
        for (JsonNode result : List.of(found, list.path("result"))) {
            assertThat(result.path("resultType").asText()).isEqualTo("complete");
            assertThat(result.path("ttlMs").asInt()).isPositive();
            assertThat(result.path("cacheScope").asText()).isEqualTo("public");
            assertThat(result.path("_meta")
                            .path(ID + "serverInfo")
                            .path("version")
                            .asText())
                    .isNotEmpty();
        }
        assertThat(list.path("id").asText()).isEqualTo("a");
        assertThat(called.path("result").path("resultType").asText()).isEqualTo("complete");
        assertThat(called.path("result").has("ttlMs")).isFalse();
    }

    @Test
    void a_request_of_the_newest_revision_says_which_it_is() throws JsonProcessingException {
        Map<String, Object> other = Map.of(ID + "protocolVersion", "1900-01-01", ID + "clientCapabilities", Map.of());
        Map<String, Object> bare = Map.of(ID + "protocolVersion", "2026-07-28");

        JsonNode refused = McpSession.answer(McpSession.request(1, "tools/list", Map.of("_meta", other)));

        assertThat(code(refused)).isEqualTo(-32022);
        assertThat(refused.path("error").path("data").path("requested").asText())
                .isEqualTo("1900-01-01");
        assertThat(Json.strings(refused.path("error").path("data").path("supported")))
                .contains("2026-07-28");
        assertThat(code(McpSession.answer(McpSession.request(1, "tools/list", Map.of("_meta", bare)))))
                .isEqualTo(-32602);
        assertThat(code(McpSession.answer(McpSession.request(1, "server/discover", Map.of()))))
                .isEqualTo(-32602);
        assertThat(code(McpSession.answer(McpSession.request(1, "ping", Map.of("_meta", META)))))
                .isEqualTo(-32601);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage | -32700",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\" | -32700",
                "{} {} | -32700",
                "[] | -32600",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | -32600",
                "7 | -32600",
                "{} | -32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sampling/createMessage\"} | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"lint\",\"arguments\":[]}}"
                        + " | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"2\"}} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}}"
                        + " | -32002",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{\"name\":\"triage_paste\"}} | -32602"
            })
    void what_is_no_request_is_refused_and_ends_nothing(String line, int code) throws JsonProcessingException {
        List<JsonNode> answers = McpSession.answers(line, McpSession.request(9, "ping", Map.of()));

        assertThat(answers).hasSize(2);
        assertThat(code(answers.get(0))).isEqualTo(code);
        assertThat(answers.get(0).has("id")).isTrue();
        assertThat(answers.get(1).path("result").isObject()).isTrue();
        assertThat(answers.get(1).path("id").asInt()).isEqualTo(9);
    }

    @Test
    void a_line_of_any_length_and_depth_ends_nothing() throws JsonProcessingException {
        String huge = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"x\":\"" + "y".repeat(17 << 20) + "\"}";

        List<JsonNode> answers =
                McpSession.answers(huge, "[".repeat(100_000), "\u0000\uFFFD", McpSession.request(2, "ping", Map.of()));

        assertThat(answers).hasSize(4);
        assertThat(code(answers.get(0))).isEqualTo(-32600);
        assertThat(code(answers.get(1))).isEqualTo(-32700);
        assertThat(code(answers.get(2))).isEqualTo(-32700);
        assertThat(answers.get(3).path("result").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"nonsense\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "  \r",
                ""
            })
    void a_notification_is_not_answered(String line) throws JsonProcessingException {
        assertThat(McpSession.answers(line)).isEmpty();
    }

    @Test
    void the_last_line_needs_no_end_and_a_carriage_return_is_none() throws JsonProcessingException {
        String ping = McpSession.request(1, "ping", Map.of());

        assertThat(McpSession.answers(ping + "\r", ping)).hasSize(2);
    }

    @Test
    void the_catalogue_is_there_to_be_read() throws JsonProcessingException {
        JsonNode list = McpSession.answer(McpSession.request(1, "resources/list", Map.of()))
                .path("result")
                .path("resources");
        JsonNode template = McpSession.answer(McpSession.request(1, "resources/templates/list", Map.of()))
                .path("result")
                .path("resourceTemplates")
                .path(0);
        JsonNode content = McpSession.answer(
                        McpSession.request(1, "resources/read", Map.of("uri", "scimdoctor://findings/throttled")))
                .path("result")
                .path("contents")
                .path(0);

        assertThat(list).hasSize(Catalog.load().conditions().size());
        assertThat(list.findValuesAsText("uri")).contains("scimdoctor://findings/permission-missing");
        assertThat(template.path("uriTemplate").asText()).isEqualTo("scimdoctor://findings/{id}");
        assertThat(content.path("uri").asText()).isEqualTo("scimdoctor://findings/throttled");
        assertThat(Json.read(content.path("text").asText())
                        .path("conditions")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("throttled");
        assertThat(code(McpSession.answer(McpSession.request(
                        1, "resources/read", Map.of("_meta", META, "uri", "scimdoctor://findings/none")))))
                .isEqualTo(-32602);
    }

    @Test
    void a_prompt_holds_the_report_and_not_the_paste() throws JsonProcessingException {
        String paste = "HTTP/1.1 404 Not Found\n\n{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":"
                + "\"Resource 'zorblax@fabrikam.example' does not exist\"}}";
        List<String> names = new ArrayList<>();
        for (JsonNode prompt : McpSession.answer(McpSession.request(1, "prompts/list", Map.of()))
                .path("result")
                .path("prompts")) {
            names.add(prompt.path("name").asText());
            Map<String, Object> params =
                    Map.of("name", names.get(names.size() - 1), "arguments", Map.of("paste", paste));

            JsonNode message = McpSession.answer(McpSession.request(1, "prompts/get", params))
                    .path("result")
                    .path("messages")
                    .path(0);

            assertThat(prompt.has("text")).isFalse();
            assertThat(message.path("role").asText()).isEqualTo("user");
            assertThat(message.path("content").path("text").asText())
                    .contains("\"kind\":", "404")
                    .doesNotContain("zorblax");
        }
        assertThat(names).containsExactly("triage_paste", "prepare_ticket");
    }

    @Test
    void whoever_starts_it_by_hand_learns_what_it_waits_for() {
        CommandRun run = CommandRun.with().terminal().run("mcp");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("waiting for the messages of an assistant");
    }

    private static int code(JsonNode answer) {
        return answer.path("error").path("code").asInt();
    }
}
