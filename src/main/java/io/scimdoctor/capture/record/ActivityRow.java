package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.stream.Stream;
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

    /**
     * Ids count here whatever they look like. The user agent is left out: with it the request would seem to be recorded,
     * and its other header fields, which no log row holds, to be missing.
     */
    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        Draft draft = CallRecord.draft(node);
        draft.id = column(node, "RequestId");
        draft.headers.clear();
        RecordValues.add(draft.headers, "request-id", draft.id);
        RecordValues.add(draft.headers, "client-request-id", column(node, "ClientRequestId"));
        draft.application = column(node, "AppId");
        draft.tenant = column(node, "AadTenantId");
        // In the table this is the workspace of the log; where the diagnostic setting writes it, it is the tenant.
        if (draft.tenant == null && node.has("category")) {
            draft.tenant = RecordValues.string(node.path("tenantId"));
        }
        intake.exchange(draft);
    }

    /** The value of a column, whose name differs in its first letter's case between the exports. */
    private static @Nullable String column(JsonNode node, String name) {
        return Stream.of(node, node.path("properties"))
                .map(holder -> RecordValues.string(Json.field(holder, name)))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
