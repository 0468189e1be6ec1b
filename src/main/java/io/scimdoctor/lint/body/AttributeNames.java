package io.scimdoctor.lint.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the names of a resource's attributes, and guesses what a name that is none of them was meant to be. */
public final class AttributeNames {
    private final Schemas schemas;
    private final ResourceKind kind;
    private final Set<String> unmapped;

    private AttributeNames(Schemas schemas, ResourceKind kind, Set<String> unmapped) {
        this.schemas = schemas;
        this.kind = kind;
        this.unmapped = unmapped;
    }

    public static AttributeNames of(ResourceKind kind) {
        return switch (kind) {
            case USERS -> Both.USERS;
            case GROUPS -> Both.GROUPS;
            case SERVICE_PROVIDER_CONFIG, RESOURCE_TYPES, SCHEMAS, UNKNOWN, OUTSIDE ->
                new AttributeNames(Schemas.load(), kind, Set.of());
        };
    }

    ResourceKind kind() {
        return kind;
    }

    @Nullable
    public SchemaAttribute find(String name) {
        return schemas.resolve(kind, name);
    }

    /** The schema's own spelling of its URN when the name is one of this resource, or null. */
    @Nullable
    String schemaUrn(String name) {
        for (String urn : schemas.urns(kind)) {
            if (urn.equalsIgnoreCase(name)) {
                return urn;
            }
        }
        return null;
    }

    public boolean isSchema(String name) {
        return schemaUrn(name) != null;
    }

    /** Whether RFC 7643 defines the attribute but this API stores it nowhere. */
    boolean isUnmapped(String name) {
        return unmapped.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Says of a name that no schema has what it may have been meant to be. */
    public void unknown(String name, Place place, String ruleId, Findings findings) {
        if (isUnmapped(name)) {
            findings.about("attribute-unmapped", place, name);
            return;
        }
        String full = elsewhere(name);
        if (full != null) {
            findings.about(
                    "attribute-misplaced",
                    place,
                    name,
                    place.part() == Place.Part.BODY ? Remedy.write(full) : Remedy.replace(place, full));
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
        if (name.indexOf(':') >= 0) {
            return null;
        }
        for (String urn : schemas.urns(kind)) {
            SchemaAttribute attribute = schemas.resolve(kind, urn + ":" + name);
            if (attribute != null) {
                return urn + ":" + name;
            }
        }
        return null;
    }

    private @Nullable String near(String name) {
        int colon = name.lastIndexOf(':');
        String typed = name.substring(colon + 1);
        int dot = typed.indexOf('.');
        List<String> candidates = new ArrayList<>();
        for (String urn : schemas.urns(kind)) {
            Schema schema = schemas.schema(urn);
            if (schema != null) {
                schema.attributes().forEach(attribute -> candidates(attribute, dot >= 0, candidates));
            }
        }
        return typed.length() < 3 ? null : Nearest.of(typed, candidates);
    }

    private static void candidates(SchemaAttribute attribute, boolean inner, List<String> candidates) {
        if (!inner) {
            candidates.add(attribute.name());
            return;
        }
        for (SchemaAttribute sub : attribute.subAttributes()) {
            candidates.add(attribute.name() + "." + sub.name());
        }
    }

    /** Read on first use. */
    private static final class Both {
        static final AttributeNames USERS = create(ResourceKind.USERS);
        static final AttributeNames GROUPS = create(ResourceKind.GROUPS);

        private static AttributeNames create(ResourceKind kind) {
            Set<String> unmapped = new HashSet<>();
            JsonNode names = Resource.json(AttributeNames.class, "constraints.json")
                    .path("unmapped")
                    .path(kind.segment());
            names.forEach(name -> unmapped.add(name.asText().toLowerCase(Locale.ROOT)));
            return new AttributeNames(Schemas.load(), kind, unmapped);
        }
    }
}
