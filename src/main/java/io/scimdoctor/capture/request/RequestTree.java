package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Requests as JSON: one object, a list, lines, a batch of Microsoft Graph, a collection of Postman or Insomnia, a HAR file
 * without answers.
 */
public final class RequestTree {
    private static final int DEEPEST = 20;

    private final Names names = new Names(false);
    private final List<RequestText.Placed> found = new ArrayList<>();

    private int number;

    private RequestTree() {}

    static RequestText.Found read(String text) {
        JsonNode root = Json.readLeniently(text).node();
        if (Json.end(text, 0) == text.stripTrailing().length()) {
            return read(root);
        }
        RequestTree tree = new RequestTree();
        List<Integer> leftOut = tree.lines(text);
        return new RequestText.Found(tree.found, tree.found.isEmpty() ? List.of() : leftOut);
    }

    /** The requests of one value. */
    public static RequestText.Found read(JsonNode root) {
        RequestTree tree = new RequestTree();
        tree.variables(root, 0);
        tree.walk(root, false, 0);
        return new RequestText.Found(tree.found, List.of());
    }

    /** Returns the lines that hold something else. */
    private List<Integer> lines(String text) {
        List<Integer> leftOut = new ArrayList<>();
        int line = 0;
        for (String one : text.split("\r?\n", -1)) {
            int before = found.size();
            number = line++;
            walk(Json.readLeniently(one).node(), false, DEEPEST - 2);
            if (found.size() == before && !one.isBlank()) {
                leftOut.add(line);
            }
        }
        return leftOut;
    }

    /** Values that a collection or an environment gives to its variables. */
    private void variables(JsonNode node, int depth) {
        for (JsonNode variable : node.path("variable")) {
            names.put(variable.path("key").asText(), variable.path("value"));
        }
        boolean environment = node.path("_type").asText().equals("environment");
        JsonNode data = (environment ? node : node.path("environments")).path("data");
        data.properties().forEach(variable -> names.put(variable.getKey(), variable.getValue()));
        for (JsonNode child : node) {
            if (child.isContainerNode() && depth < DEEPEST) {
                variables(child, depth + 1);
            }
        }
    }

    /** @param bearer whether a folder above gives its requests a token */
    private void walk(JsonNode node, boolean bearer, int depth) {
        boolean token = bearer
                || isToken(node.path("auth").path("type"))
                || isToken(node.path("auth").path("authType"))
                || isToken(node.path("authentication").path("type"))
                || isToken(node.path("authenticationType"));
        if (isRequest(node)) {
            request(node, token);
            return;
        }
        if (isRequest(node.path("request")) && (node.path("response").isObject() || node.has("status"))) {
            sent(node);
            return;
        }
        String address = node.path("request").asText();
        if (Texts.isUrl(address) || address.startsWith("{{")) {
            request(JsonNodeFactory.instance.objectNode().put("method", "GET").put("url", address), token);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            // What a collection saves of its answers repeats its requests.
            boolean repeated = member.getKey().equals("response") && node.has("request");
            if (member.getValue().isContainerNode() && depth < DEEPEST && !repeated) {
                walk(member.getValue(), token, depth + 1);
            }
        }
        if (node.isArray() && depth < DEEPEST) {
            node.forEach(element -> walk(element, token, depth + 1));
        }
    }

    private static boolean isRequest(JsonNode node) {
        return node.path("method").isTextual() && Json.hasAny(node, "url", "uri", "endpoint");
    }

    /** A call that was made: what is not recorded of it may have been sent, and other addresses are none of ours. */
    private void sent(JsonNode node) {
        Draft draft = CallRecord.draft(node);
        number++;
        if (draft.url != null && ScimUrl.parse(draft.url).kind() != ResourceKind.OUTSIDE) {
            Sent sent = new Sent(draft, names);
            sent.added = true;
            found.add(sent.placed(number));
        }
    }

    private static boolean isToken(JsonNode auth) {
        return auth.asText().equals("bearer") || auth.asText().replace("-", "").equals("oauth2");
    }

    private void request(JsonNode node, boolean bearer) {
        if (node.has("status") || node.has("statusCode")) {
            sent(node);
            return;
        }
        Draft draft = CallRecord.request(node);
        Sent sent = new Sent(draft, names);
        draft.url = draft.url == null ? null : names.filled(draft.url);
        draft.requestHeaders.replaceAll(field -> new Headers.Field(field.name(), names.filled(field.value())));
        JsonNode body = node.path("body");
        boolean elsewhere = body.has("fileName") || (body.has("mode") && !body.has("raw"));
        String own = body.path("body").isNull() ? null : draft.requestBody;
        draft.requestBody = elsewhere ? "@" : own == null ? null : names.filled(own);
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        for (JsonNode one : node.path(node.has("parameters") ? "parameters" : "params")) {
            boolean on = one.path("enabled").asBoolean(one.path("active").asBoolean(true));
            String name = one.path("name").asText(one.path("key").asText());
            if (on
                    && !one.path("disabled").asBoolean()
                    && !one.path("type").asText().equals("path")) {
                query.put(name, names.filled(one.path("value").asText()));
            }
        }
        sent.take("params", query, false);
        if (bearer) {
            sent.headerUnlessKnown("Authorization", "Bearer {token}");
        }
        if (draft.url != null) {
            found.add(sent.placed(++number));
        }
    }
}
