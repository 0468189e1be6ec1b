package io.scimdoctor.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server answers to lines. */
final class McpSession {
    private McpSession() {}

    static List<JsonNode> answers(CommandRun.Setup setup, List<String> options, String... lines)
            throws JsonProcessingException {
        List<String> words = new ArrayList<>(options);
        words.add(0, "mcp");

        CommandRun run = setup.in(String.join("\n", lines)).run(words.toArray(new String[0]));

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.err()).isEmpty();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            answers.add(Json.read(line));
            assertThat(answers.get(answers.size() - 1).path("jsonrpc").asText()).isEqualTo("2.0");
        }
        return answers;
    }

    static List<JsonNode> answers(String... lines) throws JsonProcessingException {
        return answers(CommandRun.with(), List.of(), lines);
    }

    static JsonNode answer(String line) throws JsonProcessingException {
        List<JsonNode> answers = answers(line);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    static String request(Object id, String method, Map<String, ?> params) {
        return JsonWriter.compactText(
                Fields.tree(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params)));
    }

    static String call(String tool, Map<String, ?> arguments) {
        return request(1, "tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** What a tool says, as text. */
    static String said(JsonNode answer, boolean failed) {
        JsonNode result = answer.path("result");
        assertThat(result.path("isError").asBoolean()).as(answer.toString()).isEqualTo(failed);
        return result.path("content").path(0).path("text").asText();
    }

    static JsonNode document(String tool, Map<String, ?> arguments) throws JsonProcessingException {
        return Json.read(said(answer(call(tool, arguments)), false));
    }

    static String wrong(String tool, Map<String, ?> arguments) throws JsonProcessingException {
        return said(answer(call(tool, arguments)), true);
    }
}
