package io.scimdoctor.lint.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The length and the form that the texts of one attribute must have, as far as they are known. */
record Constraint(String attribute, int longest, @Nullable Pattern form, String message) {
    private static final List<Constraint> ALL = read();

    static void check(String name, JsonValue value, Findings findings) {
        for (Constraint constraint : ALL) {
            if (constraint.attribute.equalsIgnoreCase(name)) {
                constraint.check(value, findings);
            }
        }
    }

    private void check(JsonValue value, Findings findings) {
        if (value.text().length() > longest) {
            findings.add("value-length", value.place(), message);
        } else if (form != null
                && !value.text().isEmpty()
                && !form.matcher(value.text()).matches()) {
            findings.add("value-format", value.place(), message);
        }
    }

    private static List<Constraint> read() {
        List<Constraint> all = new ArrayList<>();
        for (JsonNode row : Resource.json(Constraint.class, "constraints.json").path("values")) {
            String form = row.path("form").textValue();
            all.add(new Constraint(
                    row.path("attribute").asText(),
                    row.path("longest").asInt(Integer.MAX_VALUE),
                    form == null ? null : Pattern.compile(form),
                    row.path("message").asText()));
        }
        return all;
    }
}
