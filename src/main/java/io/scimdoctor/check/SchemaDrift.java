package io.scimdoctor.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares the service's schemas with the known ones; a difference means that this tool's rules may be out of date. */
final class SchemaDrift {
    private static final int MOST_SHOWN = 8;
    private static final String SECURITY_ATTRIBUTES = "customsecurityattributes";

    private SchemaDrift() {}

    /** What is different, in words; empty when the schemas are the known ones. */
    static List<Told> differences(JsonNode answer) {
        List<Told> differences = new ArrayList<>();
        Set<String> served = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode schema : Json.field(answer, "resources")) {
            String id = schema.path("id").asText("");
            served.add(id);
            compare(id, schema, differences);
        }
        for (Schema known : Schemas.load().all()) {
            if (!served.contains(known.id())) {
                differences.add(Told.own("missing " + known.id()));
            }
        }
        return differences;
    }

    static Finding finding(CheckContext context, List<Told> differences) {
        int more = differences.size() - MOST_SHOWN;
        Told shown = Told.joined(differences.subList(0, Math.min(MOST_SHOWN, differences.size())), "; ");
        return context.finding(
                "schema-drift", "differences", shown.between("", more > 0 ? "; and " + more + " more" : ""));
    }

    private static void compare(String id, JsonNode schema, List<Told> differences) {
        Schema known = Schemas.load().schema(id);
        if (known == null) {
            // A tenant's own security attributes are no drift.
            if (!id.toLowerCase(Locale.ROOT).contains(SECURITY_ATTRIBUTES)) {
                differences.add(Redactor.told(id).between("unknown schema ", ""));
            }
            return;
        }
        Set<String> served = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode attribute : schema.path("attributes")) {
            String name = attribute.path("name").asText("");
            served.add(name);
            SchemaAttribute expected = known.attribute(name);
            String type = attribute.path("type").asText("");
            if (expected == null) {
                differences.add(Redactor.told(name).between("new attribute " + known.name() + ".", ""));
            } else if (!type.isEmpty() && !type.equalsIgnoreCase(expected.type())) {
                differences.add(
                        Redactor.told(type).between(known.name() + "." + name + " is ", ", not " + expected.type()));
            }
        }
        for (SchemaAttribute expected : known.attributes()) {
            if (!served.contains(expected.name())) {
                differences.add(Told.own("attribute gone " + known.name() + "." + expected.name()));
            }
        }
    }
}
