package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies changes, which keep the rules, to a user or a group. */
record Patch(UserRules rules, ObjectNode resource) {
    private static final Set<String> PRIVILEGED = Set.of("active", "username", "phonenumbers", "emails");

    @Nullable
    Refusal apply(PatchChange change) {
        String attribute = change.path();
        boolean entry = attribute.indexOf('[') >= 0;
        Filter.ValuePath selection = entry ? FilterParser.parsePath(attribute).valid() : null;
        if (Attributes.startsWith(attribute, Attributes.SECURITY_ATTRIBUTES)
                || attribute.equalsIgnoreCase("schemas")
                || (entry && selection == null)) {
            return null;
        }
        if (selection != null) {
            attribute = Attributes.withoutCoreUrn(selection.attribute());
        }
        Refusal refusal = tenantFault(change, attribute);
        if (refusal != null) {
            return refusal;
        }
        if (selection != null) {
            return setEntry(change, attribute, selection);
        }
        set(change, attribute);
        return null;
    }

    private @Nullable Refusal tenantFault(PatchChange change, String attribute) {
        String local = Attributes.local(attribute).toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        String id = resource.path("id").asText();
        if (id.equals(SampleTenant.userId(SeedDirectory.ADMINISTRATOR)) && PRIVILEGED.contains(local)) {
            return Refusal.of("denied", "");
        }
        return switch (local) {
            case "username" -> rules.userName(change.value().asText(""), id);
            case "manager" -> change.is("remove") ? null : rules.manager(change.value());
            default -> null;
        };
    }

    private void set(PatchChange change, String attribute) {
        int colon = attribute.lastIndexOf(':');
        ObjectNode holder = colon < 0 ? resource : child(resource, attribute.substring(0, colon));
        String local = attribute.substring(colon + 1);
        int dot = local.indexOf('.');
        if (dot > 0) {
            holder = child(holder, local.substring(0, dot));
            local = local.substring(dot + 1);
        }
        if (isClearing(change)) {
            holder.remove(Nodes.key(holder, local));
        } else {
            holder.set(Nodes.key(holder, local), change.value());
        }
    }

    private @Nullable Refusal setEntry(PatchChange change, String attribute, Filter.ValuePath selection) {
        String type = selection.type();
        if (type == null) {
            return Refusal.of("path-filter", change.path());
        }
        String key = Nodes.key(resource, attribute);
        ArrayNode entries = resource.path(key) instanceof ArrayNode present ? present : resource.putArray(key);
        int index = entries.size() - 1;
        while (index >= 0 && !entries.path(index).path("type").asText().equalsIgnoreCase(type)) {
            index--;
        }
        if (!isClearing(change)) {
            ObjectNode entry = index >= 0
                    ? (ObjectNode) entries.get(index)
                    : entries.addObject().put("type", type);
            entry.set(Objects.requireNonNullElse(selection.subAttribute(), "value"), change.value());
        } else if (index >= 0) {
            entries.remove(index);
        }
        return null;
    }

    /** Whether the value is absent, null or an empty text. */
    private static boolean isClearing(PatchChange change) {
        return change.is("remove")
                || (!change.value().isContainerNode()
                        && change.value().asText("").isEmpty());
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        String key = Nodes.key(parent, name);
        return parent.path(key) instanceof ObjectNode object ? object : parent.putObject(key);
    }
}
