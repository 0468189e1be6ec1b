package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The numbers that the token endpoint prints as {@code AADSTS<n>}, each a condition of its own. */
final class AadstsTable {
    static final String PREFIX = "AADSTS";
    private static final String REFERENCE = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final Map<String, JsonNode> rows;

    private AadstsTable(Map<String, JsonNode> rows) {
        this.rows = rows;
    }

    static AadstsTable of(JsonNode json) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (JsonNode row : json.path("rows")) {
            rows.put(PREFIX + row.path("code").asText(), row);
        }
        return new AadstsTable(rows);
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> row : rows.entrySet()) {
            conditions.add(condition(row.getKey(), row.getValue()));
        }
        return conditions;
    }

    Optional<Condition> find(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        String full = upper.startsWith(PREFIX) ? upper : PREFIX + upper;
        JsonNode row = rows.get(full);
        return row == null ? Optional.empty() : Optional.of(condition(full, row));
    }

    Explanation explain(Condition condition) {
        JsonNode row = rows.get(condition.id());
        if (row == null) {
            throw new IllegalArgumentException("the catalogue has no row " + condition.id());
        }
        List<String> links = new ArrayList<>();
        links.add("https://login.microsoftonline.com/error?code="
                + row.path("code").asText());
        links.add(REFERENCE);
        List<Explanation.LookAlike> lookAlikes = new ArrayList<>();
        for (JsonNode related : row.path("related")) {
            String id = PREFIX + related.asText();
            JsonNode other = rows.get(id);
            if (other != null) {
                lookAlikes.add(new Explanation.LookAlike(id, other.path("title").asText()));
            }
        }
        return new Explanation(
                row.path("cause").asText(),
                List.of("The token endpoint answers " + condition.id() + " and issues no token."),
                Json.strings(row.path("steps")),
                links,
                Resource.basis(row.path("basis")),
                example(row, condition),
                lookAlikes);
    }

    private static Condition condition(String id, JsonNode row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.setAll((ObjectNode) row);
        json.put("error", "TokenEndpointError");
        json.putArray("statuses").add(status(row));
        return Row.condition(json, id);
    }

    private static int status(JsonNode row) {
        return row.path("error").asText().equals("invalid_client") ? UNAUTHORIZED : BAD_REQUEST;
    }

    private static JsonNode example(JsonNode row, Condition condition) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String error = row.path("error").asText("");
        body.put("error", error.isEmpty() ? "invalid_request" : error);
        body.put("error_description", condition.id() + ": " + condition.title() + ".");
        body.putArray("error_codes").add(row.path("code").asInt());
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        example.putObject("request")
                .put("method", "POST")
                .put("url", "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token");
        example.put("status", status(row));
        example.put("body", JsonWriter.compactText(body));
        return example;
    }
}
