package io.scimdoctor.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
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
    private static final Set<String> UNCACHED = Set.of("tools/call", "prompts/get");
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
                    ? written(NODES.nullNode(), refused(NO_REQUEST, "the message is larger than 16 MiB"))
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
            return written(NODES.nullNode(), refused(NO_JSON, "the message is not JSON"));
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
            return written(named ? id : NODES.nullNode(), refused(NO_REQUEST, why));
        }
        return named ? written(id, reply(method.asText(), message.path("params"))) : null;
    }

    private static String written(JsonNode id, Map<String, ?> reply) {
        ObjectNode answer = NODES.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        reply.forEach((name, content) -> answer.set(name, Fields.tree(content)));
        return JsonWriter.compactText(answer);
    }

    private static Map<String, Object> refused(int code, String message) {
        return Map.of("error", Map.of("code", code, "message", message));
    }

    private Map<String, Object> reply(String method, JsonNode params) {
        JsonNode meta = params.path("_meta");
        String version = meta.path(META + "protocolVersion").asText();
        boolean named = meta.has(META + "protocolVersion") && !method.equals("initialize");
        if ((!params.isMissingNode() && !params.isObject()) || (method.equals("server/discover") && !named)) {
            return refused(WRONG_PARAMETERS, "params is an object, with the _meta that the revision asks for");
        }
        if (named && !VERSIONS.contains(version)) {
            Map<String, Object> data = Map.of("supported", VERSIONS, "requested", Redactor.text(version));
            return Map.of(
                    "error", Map.of("code", OTHER_VERSION, "message", "Unsupported protocol version", "data", data));
        }
        boolean stateless = named && version.equals(STATELESS);
        if (stateless && !meta.path(META + "clientCapabilities").isObject()) {
            return refused(WRONG_PARAMETERS, "_meta lacks " + META + "clientCapabilities");
        }
        if (method.endsWith("/list") && params.hasNonNull("cursor")) {
            return refused(WRONG_PARAMETERS, "there is no such page: each list comes whole");
        }
        Map<String, Object> reply = called(method, params, stateless);
        if (!stateless || !(Fields.tree(reply.get("result")) instanceof ObjectNode result)) {
            return reply;
        }
        result.put("resultType", "complete").putObject("_meta").set(META + "serverInfo", server());
        if (!UNCACHED.contains(method)) {
            result.put("ttlMs", FRESH_MS).put("cacheScope", "public");
        }
        return Map.of("result", result);
    }

    /** @param stateless whether the handshake and what belongs to it are unknown */
    private Map<String, Object> called(String method, JsonNode params, boolean stateless) {
        return switch (stateless && method.equals("ping") ? "" : method) {
            case "initialize" -> initialized(params.path("protocolVersion"));
            case "server/discover" -> introduced("supportedVersions", VERSIONS);
            case "ping" -> Map.of("result", Map.of());
            case "tools/list" -> list("tools", tools.listed("tools"));
            case "tools/call" -> tool(params);
            case "resources/list" ->
                list(
                        "resources",
                        Catalog.load().conditions().stream()
                                .map(McpServer::entry)
                                .toList());
            case "resources/templates/list" ->
                list("resourceTemplates", tools.data().path("templates"));
            case "resources/read" -> resource(params.path("uri").asText(), stateless);
            case "prompts/list" -> list("prompts", tools.listed("prompts"));
            case "prompts/get" -> prompt(params);
            default -> refused(NO_METHOD, McpTools.masked("there is no method '" + method + "'"));
        };
    }

    private static Map<String, String> entry(Condition condition) {
        String id = condition.id();
        return Map.of("uri", FINDINGS + id, "name", id, "title", condition.title(), "mimeType", "application/json");
    }

    private static Map<String, Object> list(String name, Object elements) {
        return Map.of("result", Map.of(name, elements));
    }

    private Map<String, Object> initialized(JsonNode asked) {
        if (!asked.isTextual()) {
            return refused(WRONG_PARAMETERS, "protocolVersion is missing");
        }
        boolean known = VERSIONS.contains(asked.asText()) && !asked.asText().equals(STATELESS);
        return introduced("protocolVersion", known ? asked.asText() : HANDSHAKE);
    }

    private Map<String, Object> introduced(String versions, Object value) {
        ObjectNode said = tools.data().path("introduction").deepCopy();
        said.set(versions, Fields.tree(value));
        said.set("serverInfo", server());
        return Map.of("result", said);
    }

    private static JsonNode server() {
        return Fields.tree(Map.of("name", "scimdoctor", "version", Version.text()));
    }

    private Map<String, Object> tool(JsonNode params) {
        JsonNode row = tools.row("tools", params.path("name").asText());
        JsonNode arguments = params.path("arguments");
        if (row == null || !(arguments.isMissingNode() || arguments.isObject())) {
            return unknown("tool", row, params);
        }
        McpTools.Called called = tools.call(row, arguments);
        return Map.of("result", Map.of("content", List.of(text(called.text())), "isError", called.failed()));
    }

    private static Map<String, Object> unknown(String kind, @Nullable JsonNode row, JsonNode params) {
        String name = params.path("name").asText();
        return row == null
                ? refused(WRONG_PARAMETERS, McpTools.masked("there is no " + kind + " '" + name + "'"))
                : refused(WRONG_PARAMETERS, "the arguments do not fit the " + kind);
    }

    private static Map<String, String> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private Map<String, Object> resource(String uri, boolean stateless) {
        String id = uri.startsWith(FINDINGS) ? uri.substring(FINDINGS.length()) : "";
        if (Catalog.load().find(id).isEmpty()) {
            return refused(stateless ? WRONG_PARAMETERS : NO_RESOURCE, "there is no such resource");
        }
        String entry = tools.run(List.of("explain", id, "-o", "json"), Map.of()).text();
        return list("contents", List.of(Map.of("uri", uri, "mimeType", "application/json", "text", entry)));
    }

    /** What was pasted is diagnosed here, because the prompt goes to the model: the paste itself never does. */
    private Map<String, Object> prompt(JsonNode params) {
        JsonNode row = tools.row("prompts", params.path("name").asText());
        JsonNode paste = params.path("arguments").path("paste");
        JsonNode tool = row == null ? null : tools.row("tools", row.path("tool").asText());
        if (row == null || tool == null || !paste.isTextual()) {
            return unknown("prompt", row, params);
        }
        String document =
                tools.call(tool, NODES.objectNode().set("text", paste)).text();
        String text = row.path("text").asText().replace("{document}", document);
        return list("messages", List.of(Map.of("role", "user", "content", text(text))));
    }
}
