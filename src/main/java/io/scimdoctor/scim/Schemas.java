package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas of users and groups as this API maps them. */
public final class Schemas {
    private final List<Schema> all;

    private Schemas(List<Schema> all) {
        this.all = List.copyOf(all);
    }

    /** The schemas that ship with the program; read once. */
    public static Schemas load() {
        return Loaded.SCHEMAS;
    }

    private static Schemas read() {
        List<Schema> schemas = new ArrayList<>();
        for (JsonNode resource : Resource.json(Schemas.class, "schemas.json").path("schemas")) {
            schemas.add(new Schema(
                    resource.path("id").asText(),
                    resource.path("name").asText(),
                    attributes(resource.path("attributes")),
                    resource));
        }
        return new Schemas(schemas);
    }

    /** Every schema, in the order of the service's own list. */
    public List<Schema> all() {
        return all;
    }

    /** The schema of that URN, without regard to case, or null. */
    public @Nullable Schema schema(String urn) {
        for (Schema schema : all) {
            if (schema.id().equalsIgnoreCase(urn)) {
                return schema;
            }
        }
        return null;
    }

    /** The URNs that a user's or a group's attributes may come from, the core schema first. */
    public List<String> urns(ResourceKind kind) {
        return switch (kind) {
            case USERS -> List.of(Attributes.CORE_USER, Attributes.ENTERPRISE_USER, Attributes.ENTRA_USER);
            case GROUPS -> List.of(Attributes.CORE_GROUP, Attributes.ENTRA_GROUP);
            case SERVICE_PROVIDER_CONFIG, RESOURCE_TYPES, SCHEMAS, UNKNOWN, OUTSIDE -> List.of();
        };
    }

    /**
     * Finds the attribute that a name such as {@code name.givenName} or {@code urn:…:User:department} means.
     *
     * @return the innermost attribute, or null when the schemas know no such name
     */
    public @Nullable SchemaAttribute resolve(ResourceKind kind, String path) {
        for (String urn : urns(kind)) {
            boolean core = urn.equals(urns(kind).get(0));
            String local = null;
            if (Attributes.startsWith(path, urn + ":")) {
                local = path.substring(urn.length() + 1);
            } else if (core && !Attributes.startsWith(path, "urn:")) {
                local = path;
            }
            Schema schema = local == null ? null : schema(urn);
            if (local != null && schema != null) {
                return resolve(schema, local);
            }
        }
        return null;
    }

    private static @Nullable SchemaAttribute resolve(Schema schema, String local) {
        int dot = local.indexOf('.');
        SchemaAttribute attribute = schema.attribute(dot < 0 ? local : local.substring(0, dot));
        return attribute == null || dot < 0 ? attribute : attribute.sub(local.substring(dot + 1));
    }

    private static List<SchemaAttribute> attributes(JsonNode nodes) {
        List<SchemaAttribute> attributes = new ArrayList<>();
        for (JsonNode node : nodes) {
            attributes.add(new SchemaAttribute(
                    node.path("name").asText(),
                    node.path("type").asText(),
                    node.path("multiValued").asBoolean(),
                    node.path("mutability").asText(),
                    node.path("returned").asText(),
                    attributes(node.path("subAttributes"))));
        }
        return attributes;
    }

    /** Read on first use. */
    private static final class Loaded {
        static final Schemas SCHEMAS = read();
    }
}
