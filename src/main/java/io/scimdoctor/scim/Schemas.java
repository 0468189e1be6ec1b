package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas of users and groups as this API maps them. */
public final class Schemas {
    private static final Schemas SCHEMAS = new Schemas();

    private final List<Schema> all = new ArrayList<>();

    private Schemas() {
        for (JsonNode resource : Resource.json(Schemas.class, "schemas.json").path("schemas")) {
            all.add(new Schema(
                    resource.path("id").asText(),
                    resource.path("name").asText(),
                    attributes(resource.path("attributes")),
                    resource));
        }
    }

    /** The schemas that ship with the program; read once. */
    public static Schemas load() {
        return SCHEMAS;
    }

    /** Every schema, in the order of the service's own list. */
    public List<Schema> all() {
        return all;
    }

    /** The schema of that URN, without regard to case, or null. */
    public @Nullable Schema schema(String urn) {
        return First.of(all, schema -> schema.id().equalsIgnoreCase(urn));
    }

    /** The schemas that a user's or a group's attributes may come from, the core schema first. */
    public List<Schema> of(ResourceKind kind) {
        String end = kind == ResourceKind.USERS ? ":User" : ":Group";
        return kind.isDirectory()
                ? all.stream().filter(schema -> schema.id().endsWith(end)).toList()
                : List.of();
    }

    /**
     * Finds the attribute that a name such as {@code name.givenName} or {@code urn:…:User:department} means.
     *
     * @return the innermost attribute, or null when the schemas know no such name
     */
    public @Nullable SchemaAttribute resolve(ResourceKind kind, String path) {
        boolean bare = !Attributes.startsWith(path, "urn:");
        for (Schema schema : of(kind)) {
            if (bare || Attributes.startsWith(path, schema.id() + ":")) {
                return resolve(schema, bare ? path : path.substring(schema.id().length() + 1));
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
}
