package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import java.io.IOException;
import java.util.Map;

/** An object around records, at whatever depth: the answer of a log's search, the report of a runner, a collection. */
public final class RecordList implements Form<JsonNode> {
    @Override
    public boolean matches(JsonNode node) {
        for (JsonNode child : node) {
            if (child.isObject() || (child.isArray() && child.path(0).isContainerNode())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        // A runner repeats the collection that it ran, and each failure, beside what happened.
        JsonNode ran = node.path("run").path("executions");
        if (ran.isArray()) {
            list(ran, intake);
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode child = member.getValue();
            if (child.isArray()) {
                list(child, intake);
            } else if (child.isObject() && BodyShape.of(node) != BodyShape.ERROR) {
                intake.record(child);
            }
        }
    }

    /** CloudWatch names the fields of each result in a list. */
    private static JsonNode fields(JsonNode list) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (JsonNode field : list) {
            record.set(field.path("field").asText(), field.path("value"));
        }
        return record;
    }

    /** What a program printed in several records is one text again. */
    private static void list(JsonNode list, Intake intake) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (JsonNode part : list) {
            JsonNode element = part.path(0).has("field") ? fields(part) : part;
            String text = element.isObject() && element.size() < 8 ? LogWrapper.text(element) : null;
            text = element.path(1).isTextual() && element.size() == 2
                    ? element.path(1).textValue()
                    : text;
            if (text != null && CallRecord.of(element) == null) {
                printed.append(text).append(text.endsWith("\n") ? "" : "\n");
            } else if (element.isObject()) {
                intake.text(printed.toString());
                printed.setLength(0);
                intake.record(element);
            }
        }
        intake.text(printed.toString());
    }
}
