package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of Azure's MicrosoftGraphActivityLogs, from the table's columns or from the diagnostic setting's properties. */
final class ActivityRow {
    private ActivityRow() {}

    static boolean matches(JsonNode node) {
        if (node.has("ResponseStatusCode") || node.has("responseStatusCode")) {
            return true;
        }
        return node.path("category").asText().startsWith("MicrosoftGraphActivityLog")
                && node.path("properties").isObject();
    }

    static Draft read(JsonNode node) {
        Draft draft = new Draft();
        JsonNode properties = node.path("properties");
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            column(draft, field.getKey(), Records.string(field.getValue()));
        }
        if (properties.isObject()) {
            for (Map.Entry<String, JsonNode> field : properties.properties()) {
                column(draft, field.getKey(), Records.string(field.getValue()));
            }
        }
        return draft;
    }

    /** Takes one column; names differ in their first letter's case between the exports. */
    static void column(Draft draft, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        switch (plain(name)) {
            case "requestmethod" -> draft.method = value;
            case "requesturi" -> draft.url = value;
            case "responsestatuscode" -> draft.status = Texts.leadingStatus(value.trim());
            case "requestid" -> {
                draft.id = value;
                Records.add(draft.headers, "request-id", value);
            }
            case "clientrequestid" -> Records.add(draft.headers, "client-request-id", value);
            case "useragent" -> Records.add(draft.requestHeaders, "User-Agent", value);
            case "timegenerated", "time" -> {
                if (draft.at == null) {
                    draft.at = Times.parse(value);
                }
            }
            default -> {}
        }
    }

    /** The name in lower case, without the portal's {@code [UTC]}. */
    static String plain(String name) {
        int bracket = name.indexOf(" [");
        return Texts.lower(bracket > 0 ? name.substring(0, bracket) : name.trim());
    }
}
