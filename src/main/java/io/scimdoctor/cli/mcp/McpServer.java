package io.scimdoctor.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a client of the Model Context Protocol, a message a line. Nothing is remembered from one message to the next: the
 * revision of 2026 has no handshake, and those before it change nothing by theirs. Each message is served as the revision
 * that it belongs to wants it (specification, Versioning and Compatibility, 2026-07-28).
 */
public record McpServer(McpTools tools) {
    /** The first revision whose requests say themselves which one they follow. */
    private static final String STATELESS = "2026-07-28";
    /** The newest of those that begin with a handshake. */
    private static final String HANDSHAKE = "2025-11-25";

    private static final List<String> VERSIONS = List.of(STATELESS, HANDSHAKE, "2025-06-18");
    private static final Set<String> CACHEABLE = Set.of(
            "server/discover",
            "tools/list",
            "prompts/list",
            "resources/list",
            "resources/templates/list",
            "resources/read");
    private static final String META = "io.modelcontextprotocol/";
    private static final String FINDINGS = "scimdoctor://findings/";
    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    private static final int FRESH_MS = 3_600_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int NO_JSON = -32700;
    private static final int NO_REQUEST = -32600;
    private static final int NO_METHOD = -32601;
    private static final int WRONG_PARAMETERS = -32602;
    private static final int NO_RESOURCE = -32002;
    private static final int OTHER_VERSION = -32022;

    /** A result, or why there is none. */
    private record Reply(int code, String message, JsonNode content) {
        static Reply of(JsonNode result) {
            return new Reply(0, "", result);
        }

        static Reply refused(int code, String message) {
            return new Reply(code, message, NODES.missingNode());
        }
    }

    /** Answers line by line until the input ends. */
    public void serve(InputStream in, Writer out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 || line.size() > 0; c = in.read()) {
            if (c >= 0 && c != '\n') {
                if (line.size() <= LONGEST_LINE) {
                    line.write(c);
                }
                continue;
            }
            String answer = line.size() > LONGEST_LINE
                    ? written(NODES.nullNode(), Reply.refused(NO_REQUEST, "the message is larger than 16 MiB"))
                    : answer(line.toString(StandardCharsets.UTF_8));
            line.reset();
            if (answer != null) {
                out.write(answer + "\n");
                out.flush();
            }
        }
    }

    /** The answer to a message, or null where none is due. */
    private @Nullable String answer(String line) {
        if (line.isBlank()) {
            return null;
        }
        JsonNode message;
        try {
            message = Json.read(line);
        } catch (JsonProcessingException | UncheckedIOException e) {
            return written(NODES.nullNode(), Reply.refused(NO_JSON, "the message is not JSON"));
        }
        JsonNode id = message.path("id");
        boolean named = id.isTextual() || id.isIntegralNumber();
        JsonNode method = message.path("method");
        if (!method.isTextual() && (message.has("result") || message.has("error"))) {
            return null;
        }
        if (!message.path("jsonrpc").asText().equals("2.0") || !method.isTextual() || (message.has("id") && !named)) {
            String why = message.isArray()
                    ? "batches are not part of the protocol"
                    : "a request has jsonrpc \"2.0\", a method, and an id that is a string or a whole number";
            return written(named ? id : NODES.nullNode(), Reply.refused(NO_REQUEST, why));
        }
        return named ? written(id, reply(method.asText(), message.path("params"))) : null;
    }

    private static String written(JsonNode id, Reply reply) {
        ObjectNode answer = NODES.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        if (reply.code() == 0) {
            answer.set("result", reply.content());
        } else {
            ObjectNode error = answer.putObject("error").put("code", reply.code());
            error.put("message", reply.message());
            if (!reply.content().isMissingNode()) {
                error.set("data", reply.content());
            }
        }
        return JsonWriter.compactText(answer);
    }

    private Reply reply(String method, JsonNode params) {
        JsonNode version = params.path("_meta").path(META + "protocolVersion");
        boolean stateless = !version.isMissingNode() && !method.equals("initialize");
        if ((!params.isMissingNode() && !params.isObject()) || (method.equals("server/discover") && !stateless)) {
            return Reply.refused(WRONG_PARAMETERS, "params is an object, with the _meta that the revision asks for");
        }
        if (stateless && !VERSIONS.contains(version.asText())) {
            Map<String, Object> data = Map.of("supported", VERSIONS, "requested", Redactor.text(version.asText()));
            return new Reply(OTHER_VERSION, "Unsupported protocol version", Fields.tree(data));
        }
        if (!version.asText().equals(STATELESS) || !stateless) {
            return called(method, params, false);
        }
        if (!params.path("_meta").path(META + "clientCapabilities").isObject()) {
            return Reply.refused(WRONG_PARAMETERS, "_meta lacks " + META + "clientCapabilities");
        }
        Reply reply = called(method, params, true);
        if (reply.content() instanceof ObjectNode result) {
            result.put("resultType", "complete");
            result.putObject("_meta").set(META + "serverInfo", server());
            if (CACHEABLE.contains(method)) {
                result.put("ttlMs", FRESH_MS).put("cacheScope", "public");
            }
        }
        return reply;
    }

    /** @param stateless whether the handshake and what belongs to it are unknown */
    private Reply called(String method, JsonNode params, boolean stateless) {
        if (method.endsWith("/list") && params.hasNonNull("cursor")) {
            return Reply.refused(WRONG_PARAMETERS, "there is no such page: each list comes whole");
        }
        return switch (stateless && Set.of("initialize", "ping").contains(method) ? "" : method) {
            case "initialize" -> initialized(params.path("protocolVersion"));
            case "server/discover" -> {
                ObjectNode said = introduced();
                said.set("supportedVersions", Fields.tree(VERSIONS));
                yield Reply.of(said);
            }
            case "ping" -> Reply.of(NODES.objectNode());
            case "tools/list" -> list("tools", tools.listed());
            case "tools/call" -> tool(params);
            case "resources/list" -> list("resources", resources());
            case "resources/templates/list" ->
                list("resourceTemplates", McpTools.data().path("templates"));
            case "resources/read" -> resource(params.path("uri").asText(), stateless);
            case "prompts/list" -> list("prompts", prompts());
            case "prompts/get" -> prompt(params);
            default -> Reply.refused(NO_METHOD, McpTools.masked("there is no method '" + method + "'"));
        };
    }

    private static Reply list(String name, JsonNode elements) {
        ObjectNode result = NODES.objectNode();
        result.set(name, elements);
        return Reply.of(result);
    }

    private static Reply initialized(JsonNode asked) {
        if (!asked.isTextual()) {
            return Reply.refused(WRONG_PARAMETERS, "protocolVersion is missing");
        }
        boolean known = VERSIONS.contains(asked.asText()) && !asked.asText().equals(STATELESS);
        ObjectNode said = introduced().put("protocolVersion", known ? asked.asText() : HANDSHAKE);
        said.set("serverInfo", server());
        return Reply.of(said);
    }

    private static ObjectNode introduced() {
        ObjectNode said = NODES.objectNode();
        ObjectNode capabilities = said.putObject("capabilities");
        List.of("tools", "resources", "prompts").forEach(capabilities::putObject);
        said.set("instructions", McpTools.data().path("instructions"));
        return said;
    }

    private static ObjectNode server() {
        return NODES.objectNode()
                .put("name", "scimdoctor")
                .put("title", "scimdoctor")
                .put("version", Version.text());
    }

    private Reply tool(JsonNode params) {
        JsonNode row = McpTools.row("tools", params.path("name").asText());
        JsonNode arguments = params.path("arguments");
        if (row == null || !(arguments.isMissingNode() || arguments.isObject())) {
            return unknown("tool", row, params);
        }
        McpTools.Called called = tools.call(row, arguments);
        ObjectNode result = NODES.objectNode();
        result.putArray("content").add(text(called.text()));
        return Reply.of(result.put("isError", called.failed()));
    }

    private static Reply unknown(String kind, @Nullable JsonNode row, JsonNode params) {
        String name = params.path("name").asText();
        return Reply.refused(
                WRONG_PARAMETERS,
                row != null
                        ? "the arguments do not fit the " + kind
                        : McpTools.masked("there is no " + kind + " '" + name + "'"));
    }

    private static ObjectNode text(String text) {
        return NODES.objectNode().put("type", "text").put("text", text);
    }

    private static ArrayNode resources() {
        ArrayNode resources = NODES.arrayNode();
        Catalog.load()
                .conditions()
                .forEach(condition -> resources
                        .addObject()
                        .put("uri", FINDINGS + condition.id())
                        .put("name", condition.id())
                        .put("title", condition.title())
                        .put("mimeType", "application/json"));
        return resources;
    }

    private Reply resource(String uri, boolean stateless) {
        String id = uri.startsWith(FINDINGS) ? uri.substring(FINDINGS.length()) : "";
        if (Catalog.load().find(id).isEmpty()) {
            return Reply.refused(stateless ? WRONG_PARAMETERS : NO_RESOURCE, "there is no such resource");
        }
        String entry = tools.run(List.of("explain", id, "-o", "json"), Map.of()).text();
        ObjectNode result = NODES.objectNode();
        result.putArray("contents")
                .addObject()
                .put("uri", uri)
                .put("mimeType", "application/json")
                .put("text", entry);
        return Reply.of(result);
    }

    private static ArrayNode prompts() {
        ArrayNode prompts = NODES.arrayNode();
        for (JsonNode row : McpTools.data().path("prompts")) {
            ObjectNode prompt = row.deepCopy();
            prompts.add(prompt.remove(List.of("tool", "text")));
        }
        return prompts;
    }

    /** What was pasted is diagnosed here, because the prompt goes to the model: the paste itself never does. */
    private Reply prompt(JsonNode params) {
        JsonNode row = McpTools.row("prompts", params.path("name").asText());
        JsonNode paste = params.path("arguments").path("paste");
        JsonNode tool =
                row == null ? null : McpTools.row("tools", row.path("tool").asText());
        if (row == null || tool == null || !paste.isTextual()) {
            return unknown("prompt", row, params);
        }
        ObjectNode arguments = NODES.objectNode();
        arguments.set("text", paste);
        String document = tools.call(tool, arguments).text();
        ObjectNode result = NODES.objectNode();
        result.set("description", row.path("description"));
        result.putArray("messages")
                .addObject()
                .put("role", "user")
                .set("content", text(row.path("text").asText().replace("{document}", document)));
        return Reply.of(result);
    }
}
