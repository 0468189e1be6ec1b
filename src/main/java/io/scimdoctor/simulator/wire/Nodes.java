package io.scimdoctor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.Schemas;
import java.util.List;
import java.util.Objects;

/** Builds, finds and writes JSON trees. */
public final class Nodes {
    private Nodes() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array(String... values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List.of(values).forEach(array::add);
        return array;
    }

    /** What the service gives every user and group. */
    public static ObjectNode resource(ResourceKind kind, String id) {
        ObjectNode resource = object();
        resource.set(
                "schemas",
                array(Schemas.load().of(kind).stream().map(Schema::id).toArray(String[]::new)));
        resource.put("id", id)
                .putObject("meta")
                .put("resourceType", kind == ResourceKind.USERS ? "user" : "group")
                .put("location", "/" + kind.segment() + "/" + id);
        return resource;
    }

    /** The key as the object spells it, or as it is given. */
    public static String key(JsonNode object, String key) {
        return Objects.requireNonNullElse(First.of(object::fieldNames, key::equalsIgnoreCase), key);
    }
}
