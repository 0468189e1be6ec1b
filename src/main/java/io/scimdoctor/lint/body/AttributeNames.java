package io.scimdoctor.lint.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the names of a resource's attributes, and guesses what a name that is none of them was meant to be. */
public record AttributeNames(ResourceKind kind) {
    private static final JsonNode UNMAPPED =
            Resource.json(AttributeNames.class, "constraints.json").path("unmapped");

    public @Nullable SchemaAttribute find(String name) {
        return Schemas.load().resolve(kind, name);
    }

    /** The schema's own spelling of its URN when the name is one of this resource, or null. */
    public @Nullable String schemaUrn(String name) {
        Schema named = First.of(Schemas.load().of(kind), schema -> schema.id().equalsIgnoreCase(name));
        return named == null ? null : named.id();
    }

    /** Says of a name that no schema has what it may have been meant to be. */
    public void unknown(String name, Place place, String ruleId, Findings findings) {
        if (Json.strings(UNMAPPED.path(kind.segment())).stream().anyMatch(name::equalsIgnoreCase)) {
            findings.about("attribute-unmapped", place, name);
            return;
        }
        String full = elsewhere(name);
        if (full != null) {
            Remedy qualified = place.part() == Place.Part.BODY ? Remedy.write(full) : Remedy.replace(place, full);
            findings.about("attribute-misplaced", place, name, qualified);
            return;
        }
        String near = near(name);
        String hint = near == null ? "" : "; did you mean " + near + "?";
        findings.add(
                ruleId,
                place,
                "'" + name + "' is not a " + (kind == ResourceKind.USERS ? "user" : "group") + " attribute" + hint,
                near == null ? Remedy.NONE : Remedy.write(near));
    }

    /** The full name in an extension that a bare name means. */
    private @Nullable String elsewhere(String name) {
        List<Schema> schemas = name.indexOf(':') < 0 ? Schemas.load().of(kind) : List.of();
        Schema holder = First.of(schemas, schema -> find(schema.id() + ":" + name) != null);
        return holder == null ? null : holder.id() + ":" + name;
    }

    private @Nullable String near(String name) {
        String typed = Attributes.local(name);
        List<String> candidates = new ArrayList<>();
        for (Schema schema : Schemas.load().of(kind)) {
            for (SchemaAttribute attribute : schema.attributes()) {
                if (typed.indexOf('.') < 0) {
                    candidates.add(attribute.name());
                } else {
                    attribute.subAttributes().forEach(sub -> candidates.add(attribute.name() + "." + sub.name()));
                }
            }
        }
        return typed.length() < 3 ? null : Nearest.of(typed, candidates);
    }
}
