package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.capture.text.Times;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of Azure's MicrosoftGraphActivityLogs, from the table's columns or from the diagnostic setting's properties. */
public final class ActivityRow implements Form<JsonNode> {
    @Override
    public boolean matches(JsonNode node) {
        if (node.has("ResponseStatusCode") || node.has("responseStatusCode")) {
            return !node.has("url") && !node.has("Url") && !node.has("uri") && !node.has("Uri");
        }
        return node.path("category").asText().startsWith("MicrosoftGraphActivityLog")
                && node.path("properties").isObject();
    }

    @Override
    public void read(JsonNode node, Intake intake) {
        Draft draft = new Draft();
        JsonNode properties = node.path("properties");
        for (JsonNode holder : new JsonNode[] {node, properties}) {
            for (Map.Entry<String, JsonNode> field : holder.properties()) {
                column(draft, field.getKey(), RecordValues.string(field.getValue()));
            }
        }
        // In the table this is the workspace of the log; where the diagnostic setting writes it, it is the tenant.
        if (draft.tenant == null && node.has("category")) {
            draft.tenant = RecordValues.string(node.path("tenantId"));
        }
        intake.exchange(draft);
    }

    /**
     * Takes one column; names differ in their first letter's case between the exports. The user agent is left out: with
     * it the request would seem to be recorded, and its other header fields, which no log row holds, to be missing.
     */
    private static void column(Draft draft, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        switch (Texts.lower(name)) {
            case "requestmethod" -> draft.method = value;
            case "requesturi" -> draft.url = value;
            case "responsestatuscode" -> draft.status = Texts.leadingStatus(value.trim());
            case "requestid" -> {
                draft.id = value;
                RecordValues.add(draft.headers, "request-id", value);
            }
            case "clientrequestid" -> RecordValues.add(draft.headers, "client-request-id", value);
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
}
