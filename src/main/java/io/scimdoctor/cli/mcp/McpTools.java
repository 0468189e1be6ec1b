package io.scimdoctor.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.First;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tools, a row of {@code mcp.json} each: a command line, and where each argument goes in it. What ends with {@code -} takes
 * it from standard input; a name in braces is replaced; {@code word} is a word of its own. No value becomes a word that the
 * command could take for the name of a file.
 */
public final class McpTools {
    private static final int LARGEST_RESULT = 256 * 1024;
    private static final String FILE = "file";
    private static final Pattern QUOTED = Pattern.compile("'([^']*+)'");

    private final JsonNode data = Resource.json(McpTools.class, "mcp.json");
    private final McpHost host;
    private final @Nullable McpFolder folder;

    /** @param folder whose files may be named instead of a text, or null */
    public McpTools(McpHost host, @Nullable McpFolder folder) {
        this.host = host;
        this.folder = folder;
        for (JsonNode tool : data.path("tools")) {
            if (folder != null && input(tool) != null && schema(tool) instanceof ObjectNode schema) {
                schema.remove("required");
                schema.withObjectProperty("properties")
                        .putObject(FILE)
                        .put("type", "string")
                        .put("description", "A file below the allowed folder, by its name there, instead of a text.");
            }
        }
    }

    /** What a tool says. */
    record Called(String text, boolean failed) {}

    JsonNode data() {
        return data;
    }

    /** What a client is told of each tool or prompt. */
    List<JsonNode> listed(String kind) {
        List<JsonNode> listed = new ArrayList<>();
        data.path(kind).forEach(row -> listed.add(row.path("listed")));
        return listed;
    }

    /** The row of that name, or null. */
    @Nullable
    JsonNode row(String kind, String name) {
        return First.of(
                data.path(kind), row -> row.path("listed").path("name").asText().equals(name));
    }

    private static JsonNode schema(JsonNode tool) {
        return tool.path("listed").path("inputSchema");
    }

    /** Where the text goes that the command reads from standard input, or null when it reads none. */
    private static @Nullable String input(JsonNode tool) {
        return First.of(Json.strings(tool.path("to")), to -> to.endsWith("-"));
    }

    /** Runs a tool; what is wrong with its arguments is said in the result, where a model can read it. */
    Called call(JsonNode tool, JsonNode arguments) {
        String wrong = wrong(tool, arguments);
        List<String> words =
                new ArrayList<>(List.of(tool.path("command").asText().split(" ")));
        Map<String, InputStream> inputs = new HashMap<>();
        if (wrong == null && folder != null && arguments.has(FILE)) {
            InputStream content = folder.open(arguments.path(FILE).asText());
            if (content == null) {
                return new Called("'file' leads to no file below the allowed folder", true);
            }
            inputs.put("-", content);
            words.add(String.valueOf(input(tool)));
        }
        tool.path("to").properties().forEach(argument -> {
            String name = argument.getKey();
            JsonNode value = arguments.has(name)
                    ? arguments.path(name)
                    : schema(tool).path("properties").path(name).path("default");
            for (JsonNode each : value.isValueNode() ? List.of(value) : value) {
                add(argument.getValue().asText(), each.asText(), words, inputs);
            }
        });
        return wrong == null ? run(words, inputs) : new Called(wrong, true);
    }

    private static void add(String to, String value, List<String> words, Map<String, InputStream> inputs) {
        if (to.endsWith("-file") || to.endsWith("-")) {
            String name = to.endsWith("-") ? "-" : "argument:" + to;
            inputs.put(name, new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)));
            words.add(to.endsWith("-") ? to : to + "=" + name);
        } else if (to.startsWith("{")) {
            Collections.replaceAll(words, to, value);
        } else if (to.equals("word")) {
            words.add(value);
        } else if (!value.equals("false")) {
            words.add(value.equals("true") ? to : to + "=" + value);
        }
    }

    /** Runs a command that writes one document, which comes back in one line. */
    Called run(List<String> words, Map<String, InputStream> inputs) {
        McpHost.Ended ended = host.run(words, inputs);
        try {
            JsonNode document = Json.read(ended.out());
            if (!document.isObject() || document.path("error").isObject()) {
                return new Called(masked(ended.err().strip()), true);
            }
            // A script finds its entry by the id that it gave; a model gets it only where it can name nobody.
            for (JsonNode source : document.findValues("source")) {
                if (source instanceof ObjectNode place && place.path("id").isTextual()) {
                    place.put("id", Redactor.identifier(place.path("id").asText()));
                }
            }
            String text = JsonWriter.compactText(document);
            return text.length() > LARGEST_RESULT
                    ? new Called("the result is larger than 256 KiB; ask for less, or for the summary alone", true)
                    : new Called(text, ended.code() != ExitCode.HEALTHY && ended.code() != ExitCode.PROBLEM);
        } catch (JsonProcessingException e) {
            return new Called(masked(ended.err().strip()), true);
        }
    }

    /** A message that repeats a word of the client in quotes, which may be a name. */
    static String masked(String message) {
        return QUOTED.matcher(message)
                .replaceAll(quoted -> Matcher.quoteReplacement("'" + Redactor.text(quoted.group(1)) + "'"));
    }

    /** What does not fit the tool, in a sentence, or null. */
    private static @Nullable String wrong(JsonNode tool, JsonNode arguments) {
        JsonNode known = schema(tool).path("properties");
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            JsonNode schema = known.path(argument.getKey());
            if (!fits(argument.getValue(), schema)) {
                return schema.isMissingNode()
                        ? masked("there is no argument '" + argument.getKey() + "'; the arguments are ")
                                + String.join(", ", (Iterable<String>) known::fieldNames)
                        : "'" + argument.getKey() + "' does not fit " + JsonWriter.compactText(schema);
            }
        }
        List<String> needs = Json.strings(tool.path("needs"));
        if (arguments.has(FILE)) {
            return arguments.has("text") ? "either 'text' or 'file' is enough" : null;
        }
        boolean enough = needs.isEmpty() || needs.stream().anyMatch(arguments::has);
        return enough ? null : "it needs '" + String.join("' or '", needs) + "'";
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        List<String> words = Json.strings(schema.path("enum"));
        return switch (schema.path("type").asText()) {
            case "array" -> value.isArray() && !Any.of(value, each -> !fits(each, schema.path("items")));
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.isIntegralNumber()
                        && value.doubleValue() >= schema.path("minimum").intValue()
                        && value.doubleValue() <= schema.path("maximum").intValue();
            default ->
                value.isTextual()
                        && !schema.isMissingNode()
                        && (words.isEmpty() || words.contains(value.asText()))
                        && value.asText().matches(schema.path("pattern").asText("(?s).*"));
        };
    }
}
