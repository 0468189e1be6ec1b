package io.scimdoctor.lint.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths and forms of single attributes, as far as they are known. */
final class Constraints {
    private final List<Row> rows;

    /** What one attribute demands of its texts. */
    private record Row(
            String attribute, int longest, @Nullable Pattern form, String message) {}

    private Constraints(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static Constraints load() {
        return Table.CONSTRAINTS;
    }

    void check(String name, JsonValue value, Findings findings) {
        for (Row row : rows) {
            if (!row.attribute().equalsIgnoreCase(name) || value.text().isEmpty()) {
                continue;
            }
            if (value.text().length() > row.longest()) {
                findings.add("value-length", value.place(), row.message());
            } else if (row.form() != null && !row.form().matcher(value.text()).matches()) {
                findings.add("value-format", value.place(), row.message());
            }
        }
    }

    /** Read on first use. */
    private static final class Table {
        static final Constraints CONSTRAINTS = read();

        private static Constraints read() {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row :
                    Resource.json(Constraints.class, "constraints.json").path("values")) {
                String form = row.path("form").textValue();
                rows.add(new Row(
                        row.path("attribute").asText(),
                        row.path("longest").asInt(Integer.MAX_VALUE),
                        form == null ? null : Pattern.compile(form),
                        row.path("message").asText()));
            }
            return new Constraints(rows);
        }
    }
}
