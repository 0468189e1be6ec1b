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
import java.util.Objects;
import java.util.Optional;

/** The numbers that the token endpoint prints as {@code AADSTS<n>}, each a condition of its own. */
final class AadstsTable {
    static final String PREFIX = "AADSTS";
    private static final String REFERENCE = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";

    private final Map<String, JsonNode> rows = new LinkedHashMap<>();

    AadstsTable(JsonNode json) {
        for (JsonNode row : json.path("rows")) {
            rows.put(PREFIX + row.path("code").asText(), row);
        }
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        rows.forEach((id, row) -> conditions.add(condition(id, row)));
        return conditions;
    }

    Optional<Condition> find(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        String full = upper.startsWith(PREFIX) ? upper : PREFIX + upper;
        JsonNode row = rows.get(full);
        return row == null ? Optional.empty() : Optional.of(condition(full, row));
    }

    Explanation explain(Condition condition) {
        JsonNode row = Objects.requireNonNull(rows.get(condition.id()), "the catalogue has no such row");
        String code = row.path("code").asText();
        List<Explanation.LookAlike> lookAlikes = new ArrayList<>();
        for (JsonNode related : row.path("related")) {
            JsonNode other = rows.get(PREFIX + related.asText());
            if (other != null) {
                lookAlikes.add(new Explanation.LookAlike(
                        PREFIX + related.asText(), other.path("title").asText()));
            }
        }
        return new Explanation(
                row.path("cause").asText(),
                List.of("The token endpoint answers " + condition.id() + " and issues no token."),
                Json.strings(row.path("steps")),
                List.of("https://login.microsoftonline.com/error?code=" + code, REFERENCE),
                Resource.basis(row.path("basis")),
                example(row, condition),
                lookAlikes);
    }

    private static Condition condition(String id, JsonNode row) {
        ObjectNode json = row.deepCopy();
        json.put("error", "TokenEndpointError");
        json.putArray("statuses").add(status(row));
        return Row.condition(json, id);
    }

    private static int status(JsonNode row) {
        return row.path("error").asText().equals("invalid_client") ? 401 : 400;
    }

    private static JsonNode example(JsonNode row, Condition condition) {
        String error = row.path("error").asText("");
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("error", error.isEmpty() ? "invalid_request" : error)
                .put("error_description", condition.id() + ": " + condition.title() + ".");
        body.putArray("error_codes").add(row.path("code").asInt());
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        example.putObject("request")
                .put("method", "POST")
                .put("url", "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token");
        return example.put("status", status(row)).put("body", JsonWriter.compactText(body));
    }
}
