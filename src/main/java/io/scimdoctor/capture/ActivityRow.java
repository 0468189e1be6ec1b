package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.capture.text.Times;
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
        // In the table this is the workspace of the log; where the diagnostic setting writes it, it is the tenant.
        if (draft.tenant == null && node.has("category")) {
            draft.tenant = Records.string(node.path("tenantId"));
        }
        return draft;
    }

    /**
     * Takes one column; names differ in their first letter's case between the exports. The user agent is left out: with
     * it the request would seem to be recorded, and its other header fields, which no log row holds, to be missing.
     */
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
            case "appid" -> draft.application = value;
            case "aadtenantid" -> draft.tenant = value;
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
