package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;

/** The body of an answer without anything around it. */
public final class BareBody implements Form<JsonNode> {
    @Override
    public boolean matches(JsonNode node) {
        return BodyShape.of(node) == BodyShape.ERROR;
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        Draft draft = new Draft();
        draft.body = JsonWriter.compactText(node);
        intake.exchange(draft);
    }

    /** Whether an object may be the body of an answer, so that it is judged as it was written. */
    public static boolean is(JsonNode node) {
        boolean document = Json.hasAny(node, "schemas", "error", "odata.error", "error_description", "errorCode");
        return document && !node.path("request").isObject() && CallRecord.of(node) == null;
    }
}
