package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Headers;
import java.util.List;
import java.util.Map;

/** Reads the object that Postman's console copies behind the line of a request: its sections are fields. */
public final class PostmanTree {
    private PostmanTree() {}

    public static boolean matches(JsonNode node) {
        return node.has("Response Headers") || node.has("Response Body");
    }

    public static void read(JsonNode node, Draft draft) {
        headers(node.path("Request Headers"), draft.requestHeaders);
        headers(node.path("Response Headers"), draft.headers);
        draft.body = text(node.path("Response Body"));
        String sent = text(node.path("Request Body"));
        draft.requestBody = sent.isEmpty() ? draft.requestBody : sent;
    }

    private static void headers(JsonNode object, List<Headers.Field> fields) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Records.add(fields, field.getKey(), field.getValue().asText());
        }
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
