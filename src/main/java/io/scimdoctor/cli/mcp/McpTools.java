package io.scimdoctor.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * The tools, a row of {@code mcp.json} each: a command line, and where an argument goes in it. What ends with {@code -} takes
 * it from standard input; a name in braces is replaced; {@code word} is a word of its own. No value becomes a word that the
 * command could take for the name of a file.
 *
 * @param folder whose files may be named instead of a text, or null
 */
public record McpTools(McpHost host, @Nullable McpFolder folder) {
    private static final int LARGEST_RESULT = 256 * 1024;
    private static final String FILE = "file";
    private static final Pattern QUOTED = Pattern.compile("'([^']*+)'");

    /** What a tool says. */
    record Called(String text, boolean failed) {}

    static JsonNode data() {
        return Resource.json(McpTools.class, "mcp.json");
    }

    /** The row of that name among the tools or the prompts, or null. */
    static @Nullable JsonNode row(String kind, String name) {
        for (JsonNode row : data().path(kind)) {
            if (row.path("name").asText().equals(name)) {
                return row;
            }
        }
        return null;
    }

    /** All tools, as a client gets to know them. */
    ArrayNode listed() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode tool : data().path("tools")) {
            ObjectNode listed = list.addObject();
            for (String key : List.of("name", "title", "description")) {
                listed.set(key, tool.path(key));
            }
            ObjectNode schema = listed.putObject("inputSchema").put("type", "object");
            schema.set("properties", properties(tool));
            if (tool.path("needs").size() == 1 && !takesFile(tool)) {
                schema.set("required", tool.path("needs"));
            }
            schema.put("additionalProperties", false);
            listed.putObject("annotations")
                    .put("readOnlyHint", true)
                    .put("destructiveHint", false)
                    .put("idempotentHint", true)
                    .put("openWorldHint", false);
        }
        return list;
    }

    private ObjectNode properties(JsonNode tool) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        tool.path("arguments").properties().forEach(argument -> {
            ObjectNode schema = argument.getValue().deepCopy();
            schema.remove("to");
            properties.set(argument.getKey(), schema);
        });
        if (takesFile(tool)) {
            properties
                    .putObject(FILE)
                    .put("type", "string")
                    .put("description", "A file below the allowed folder, by its name there, instead of a text.");
        }
        return properties;
    }

    private boolean takesFile(JsonNode tool) {
        return folder != null && !input(tool).isEmpty();
    }

    /** Where the text goes that the command reads from standard input; empty when it reads none. */
    private static String input(JsonNode tool) {
        for (JsonNode argument : tool.path("arguments")) {
            if (argument.path("to").asText().endsWith("-")) {
                return argument.path("to").asText();
            }
        }
        return "";
    }

    /** Runs a tool; what is wrong with its arguments is said in the result, where a model can read it. */
    Called call(JsonNode tool, JsonNode arguments) {
        String wrong = wrong(tool, arguments);
        if (wrong != null) {
            return new Called(wrong, true);
        }
        List<String> words =
                new ArrayList<>(List.of(tool.path("command").asText().split(" ")));
        Map<String, InputStream> inputs = new HashMap<>();
        if (arguments.has(FILE) && folder != null) {
            InputStream content = folder.open(arguments.path(FILE).asText());
            if (content == null) {
                return new Called("'file' leads to no file below the allowed folder", true);
            }
            inputs.put("-", content);
            words.add(input(tool));
        }
        tool.path("arguments").properties().forEach(argument -> {
            JsonNode schema = argument.getValue();
            JsonNode given = arguments.path(argument.getKey());
            JsonNode value = given.isMissingNode() ? schema.path("default") : given;
            for (JsonNode each : value.isContainerNode() || value.isMissingNode() ? value : List.of(value)) {
                add(schema.path("to").asText(), each.asText(), words, inputs);
            }
        });
        return run(words, inputs);
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
        String text = ended.err().strip();
        try {
            JsonNode document = Json.read(ended.out());
            JsonNode error = document.path("error");
            if (error.isObject()) {
                String hint = error.path("hint").asText("");
                text = masked(error.path("message").asText() + (hint.isEmpty() ? "" : "; " + hint));
            } else if (document.isObject()) {
                // A script finds its entry by the id that it gave; a model gets it only where it can name nobody.
                for (JsonNode source : document.findValues("source")) {
                    if (source instanceof ObjectNode place && place.path("id").isTextual()) {
                        place.put("id", Redactor.identifier(place.path("id").asText()));
                    }
                }
                text = JsonWriter.compactText(document);
            }
        } catch (JsonProcessingException e) {
            return new Called(masked(text), true);
        }
        return text.length() > LARGEST_RESULT
                ? new Called("the result is larger than 256 KiB; ask for less, or for the summary alone", true)
                : new Called(text, ended.isFailure());
    }

    /** A message that repeats a word of the client in quotes, which may be a name. */
    static String masked(String message) {
        return QUOTED.matcher(message)
                .replaceAll(quoted -> Matcher.quoteReplacement("'" + Redactor.text(quoted.group(1)) + "'"));
    }

    /** What does not fit the tool, in a sentence, or null. */
    private @Nullable String wrong(JsonNode tool, JsonNode arguments) {
        ObjectNode known = properties(tool);
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            JsonNode schema = known.path(argument.getKey());
            if (schema.isMissingNode()) {
                List<String> names = new ArrayList<>();
                known.fieldNames().forEachRemaining(names::add);
                return masked("there is no argument '" + argument.getKey() + "'; it takes ") + String.join(", ", names);
            }
            if (!fits(argument.getValue(), schema)) {
                return "'" + argument.getKey() + "' does not fit " + JsonWriter.compactText(schema);
            }
        }
        List<String> needs = new ArrayList<>(Json.strings(tool.path("needs")));
        if (takesFile(tool) && !needs.isEmpty()) {
            needs.add(FILE);
        }
        if (arguments.has(FILE) && arguments.has("text")) {
            return "either 'text' or 'file' is enough";
        }
        return needs.isEmpty() || needs.stream().anyMatch(arguments::has)
                ? null
                : "it needs '" + String.join("' or '", needs) + "'";
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> value.isArray() && all(value, schema.path("items"));
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.canConvertToInt()
                        && value.isIntegralNumber()
                        && value.intValue() >= schema.path("minimum").intValue()
                        && value.intValue() <= schema.path("maximum").intValue();
            default ->
                value.isTextual()
                        && (!schema.has("enum")
                                || Json.strings(schema.path("enum")).contains(value.asText()))
                        && (!schema.has("pattern")
                                || value.asText().matches(schema.path("pattern").asText()));
        };
    }

    private static boolean all(JsonNode values, JsonNode schema) {
        for (JsonNode value : values) {
            if (!fits(value, schema)) {
                return false;
            }
        }
        return true;
    }
}
