package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.simulator.wire.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts resources down to what a request selects. Filter targets and passwords are not in the stored resources at all, so
 * nothing can bring them back.
 */
record Projection(List<String> attributes, List<String> excluded) {
    private static final Set<String> ALWAYS = Set.of("schemas", "id", "meta");

    static Projection of(ScimUrl url) {
        return new Projection(ListQuery.names(url, "attributes"), ListQuery.names(url, "excludedAttributes"));
    }

    ObjectNode apply(ObjectNode resource) {
        if (attributes.isEmpty() && excluded.isEmpty()) {
            return resource;
        }
        ObjectNode result = Nodes.object();
        for (Map.Entry<String, JsonNode> field : resource.properties()) {
            String name = field.getKey();
            JsonNode kept = ALWAYS.contains(name) ? field.getValue() : cut(name, field.getValue());
            if (kept != null && !(kept.isObject() && kept.isEmpty())) {
                result.set(name, kept);
            }
        }
        return result;
    }

    private @Nullable JsonNode cut(String name, JsonNode value) {
        if (selects(name)) {
            return attributes.isEmpty() ? null : value;
        }
        boolean schema = name.startsWith("urn:");
        boolean parted = schema || value.isObject();
        return parted ? inner(name + (schema ? ":" : "."), value) : attributes.isEmpty() ? value : null;
    }

    private JsonNode inner(String prefix, JsonNode value) {
        ObjectNode result = Nodes.object();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (selects(prefix + field.getKey()) != attributes.isEmpty()) {
                result.set(field.getKey(), field.getValue());
            }
        }
        return result;
    }

    /** Whether the one list that was given names the attribute, or a part of it that is not kept apart. */
    private boolean selects(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (String given : attributes.isEmpty() ? excluded : attributes) {
            String lower = Attributes.withoutCoreUrn(given).toLowerCase(Locale.ROOT);
            boolean part = lower.startsWith(wanted + ".") && !wanted.equals("name");
            if (lower.equals(wanted) || (part && !attributes.isEmpty())) {
                return true;
            }
        }
        return false;
    }
}
