package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates and changes groups. */
final class GroupEndpoint {
    private final Directory directory;
    private final Schemas schemas;

    GroupEndpoint(Directory directory, Schemas schemas) {
        this.directory = directory;
        this.schemas = schemas;
    }

    Reply write(Turn turn, ObjectNode body) {
        return turn.is("POST") ? create(turn, body) : change(turn, body);
    }

    private Reply create(Turn turn, ObjectNode body) {
        JsonNode name = Nodes.get(body, "displayName");
        if (name == null || name.asText("").isEmpty()) {
            return turn.answers().refuse(Refusal.scim("invalidValue", "Attribute 'displayName' is required."));
        }
        ObjectNode group = Nodes.object();
        group.set("schemas", Nodes.array(Attributes.CORE_GROUP, Attributes.ENTRA_GROUP));
        String id = turn.chance().guid();
        group.put("id", id);
        body.remove(List.of("id", "meta", "schemas", "members"));
        group.setAll(body);
        ObjectNode meta = Nodes.object().put("resourceType", "group");
        meta.put("created", turn.answers().moment().at().toString());
        group.set("meta", meta.put("location", "/groups/" + id));
        directory.put(ResourceKind.GROUPS, group);
        return turn.answers().scim(201, group).with("Location", "/groups/" + id);
    }

    private Reply change(Turn turn, ObjectNode body) {
        String id = Objects.requireNonNullElse(turn.url().id(), "");
        ObjectNode group = directory.find(ResourceKind.GROUPS, id);
        if (group == null) {
            return turn.answers().refuse(RequestRules.notFound(turn.url()));
        }
        Refusal envelope = PatchOperation.envelopeFault(body);
        if (envelope != null) {
            return turn.answers().refuse(envelope);
        }
        List<PatchOperation> operations = PatchOperation.of(body);
        MembershipChange change = MembershipChange.of(operations);
        Refusal refusal = change.fault(directory, id);
        ObjectNode copy = group.deepCopy();
        for (PatchOperation operation : operations) {
            if (refusal == null && !MembershipChange.concerns(operation)) {
                refusal = property(operation, copy);
            }
        }
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        change.apply(directory, id);
        directory.put(ResourceKind.GROUPS, copy);
        return turn.answers().empty(204);
    }

    private @Nullable Refusal property(PatchOperation operation, ObjectNode group) {
        if (!operation.path().isEmpty()) {
            return set(operation, operation.path(), operation.value(), group);
        }
        for (Map.Entry<String, JsonNode> field : operation.value().properties()) {
            boolean extension = field.getKey().equalsIgnoreCase(Attributes.ENTRA_GROUP)
                    && field.getValue().isObject();
            Refusal refusal = extension
                    ? extension(operation, field.getValue(), group)
                    : set(operation, field.getKey(), field.getValue(), group);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal extension(PatchOperation operation, JsonNode values, ObjectNode group) {
        for (Map.Entry<String, JsonNode> field : values.properties()) {
            String path = Attributes.ENTRA_GROUP + ":" + field.getKey();
            Refusal refusal = set(operation, path, field.getValue(), group);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal set(PatchOperation operation, String path, JsonNode value, ObjectNode group) {
        SchemaAttribute attribute = schemas.resolve(ResourceKind.GROUPS, path);
        if (attribute == null) {
            return Refusal.scim("invalidPath", "Attribute '" + path + "' is not part of the schema.");
        }
        if (!attribute.mutability().equals("readWrite")) {
            return Refusal.scim("mutability", "Attribute '" + path + "' cannot be changed.");
        }
        int colon = path.lastIndexOf(':');
        ObjectNode holder = colon < 0 || !(group.path(path.substring(0, colon)) instanceof ObjectNode extension)
                ? group
                : extension;
        if (operation.isRemove() || value.isNull()) {
            holder.remove(attribute.name());
        } else {
            holder.set(attribute.name(), value);
        }
        return null;
    }
}
