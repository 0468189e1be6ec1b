package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH body.
 *
 * @param op add, remove or replace
 * @param path as written, or empty
 * @param value a missing node when there is none
 */
record PatchOperation(String op, String path, JsonNode value) {
    /** What is wrong with the envelope, or null; the operations themselves are judged by the resource. */
    static @Nullable Refusal envelopeFault(ObjectNode body) {
        JsonNode schemas = Nodes.get(body, "schemas");
        boolean patch = false;
        if (schemas != null) {
            for (JsonNode schema : schemas) {
                patch |= schema.asText().equalsIgnoreCase(Attributes.PATCH_OP);
            }
        }
        if (!patch) {
            return Refusal.scim("invalidSyntax", "The 'schemas' attribute must contain '" + Attributes.PATCH_OP + "'.");
        }
        List<PatchOperation> operations = of(body);
        if (operations.isEmpty()) {
            return Refusal.scim(
                    "invalidSyntax", "The 'Operations' attribute must be an array with one operation or more.");
        }
        for (PatchOperation operation : operations) {
            if (!List.of("add", "remove", "replace").contains(operation.op())) {
                return Refusal.scim("invalidSyntax", "The operation '" + operation.op() + "' is not supported.");
            }
            if (operation.op().equals("remove") && operation.path().isEmpty()) {
                return Refusal.scim("noTarget", "A 'remove' operation needs a 'path'.");
            }
        }
        return null;
    }

    static List<PatchOperation> of(ObjectNode body) {
        List<PatchOperation> operations = new ArrayList<>();
        JsonNode nodes = Nodes.get(body, "Operations");
        if (nodes != null && nodes.isArray()) {
            for (JsonNode node : nodes) {
                operations.add(new PatchOperation(
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
