package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        ObjectNode group = Nodes.object();
        group.set("schemas", Nodes.array(Attributes.CORE_GROUP, Attributes.ENTRA_GROUP));
        String id = turn.chance().guid();
        group.put("id", id);
        body.remove(List.of("id", "meta", "schemas", "members"));
        group.setAll(body);
        ObjectNode meta = Nodes.object().put("resourceType", "group");
        meta.put(
                "created",
                turn.answers().moment().at().truncatedTo(ChronoUnit.SECONDS).toString());
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
        List<AppliedOperation> operations = AppliedOperation.of(body);
        MembershipChange change = MembershipChange.of(operations, directory.members(id));
        Refusal refusal = change.unknownMember(directory, id);
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        ObjectNode copy = group.deepCopy();
        for (AppliedOperation operation : operations) {
            if (!MembershipChange.concerns(operation)) {
                property(operation, copy);
            }
        }
        change.apply(directory, id);
        directory.put(ResourceKind.GROUPS, copy);
        return turn.answers().empty(204);
    }

    private void property(AppliedOperation operation, ObjectNode group) {
        if (!operation.path().isEmpty()) {
            set(operation, operation.path(), operation.value(), group);
            return;
        }
        for (Map.Entry<String, JsonNode> field : operation.value().properties()) {
            boolean extension = field.getKey().equalsIgnoreCase(Attributes.ENTRA_GROUP)
                    && field.getValue().isObject();
            if (extension) {
                for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
                    set(operation, Attributes.ENTRA_GROUP + ":" + inner.getKey(), inner.getValue(), group);
                }
            } else {
                set(operation, field.getKey(), field.getValue(), group);
            }
        }
    }

    private void set(AppliedOperation operation, String path, JsonNode value, ObjectNode group) {
        SchemaAttribute attribute = schemas.resolve(ResourceKind.GROUPS, path);
        if (attribute == null) {
            return;
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
    }
}
