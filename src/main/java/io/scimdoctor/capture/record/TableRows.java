package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table in parts, as Log Analytics, Kusto and Application Insights answer: the columns first, then rows of values. */
public final class TableRows implements Form<JsonNode> {
    @Override
    public boolean matches(JsonNode node) {
        return !names(node).isEmpty() && Json.field(node, "rows").isArray();
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        List<String> names = names(node);
        for (JsonNode row : Json.field(node, "rows")) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < names.size() && i < row.size(); i++) {
                record.set(names.get(i), row.path(i));
            }
            if (!intake.record(record)) {
                intake.unused(record, "this row has no response status code");
            }
        }
    }

    private static List<String> names(JsonNode table) {
        List<String> names = new ArrayList<>();
        for (JsonNode column : Json.field(table, "columns")) {
            JsonNode name = column.has("ColumnName") ? column.path("ColumnName") : column.path("name");
            names.add(column.isTextual() ? column.textValue() : name.asText());
        }
        return names;
    }
}
