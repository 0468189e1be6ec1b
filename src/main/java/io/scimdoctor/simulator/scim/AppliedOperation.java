package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One operation of a PATCH body.
 *
 * @param op add, remove or replace
 * @param path as written, or empty
 * @param value a missing node when there is none
 */
record AppliedOperation(String op, String path, JsonNode value) {
    static List<AppliedOperation> of(ObjectNode body) {
        List<AppliedOperation> operations = new ArrayList<>();
        JsonNode nodes = Nodes.get(body, "Operations");
        if (nodes != null && nodes.isArray()) {
            for (JsonNode node : nodes) {
                operations.add(new AppliedOperation(
                        text(node, "op").toLowerCase(Locale.ROOT),
                        Attributes.withoutCoreUrn(text(node, "path")),
                        Objects.requireNonNullElse(Nodes.get(node, "value"), MissingNode.getInstance())));
            }
        }
        return operations;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = Nodes.get(node, key);
        return value == null ? "" : value.asText("");
    }

    boolean isReplace() {
        return op.equals("replace");
    }

    boolean isRemove() {
        return op.equals("remove");
    }

    /** Whether the value is absent, null or an empty text. */
    boolean isClearing() {
        return isRemove()
                || value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty());
    }
}
