package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.PatchPath;
import io.scimdoctor.simulator.login.SampleTenant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies one PATCH operation, which keeps the rules, to a user. */
record UserPatch(UserRules rules) {
    private static final Set<String> PRIVILEGED = Set.of("active", "username", "phonenumbers", "emails");

    @Nullable
    Refusal apply(AppliedOperation operation, ObjectNode user) {
        if (!operation.path().isEmpty()) {
            return applyPath(operation, user);
        }
        // Without a path the value is a set of attributes; extensions nest theirs one level deeper.
        for (Map.Entry<String, JsonNode> field : operation.value().properties()) {
            boolean extension = field.getKey().toLowerCase(Locale.ROOT).startsWith("urn:")
                    && field.getValue().isObject();
            Refusal refusal = extension
                    ? applyAll(operation, field.getKey(), field.getValue(), user)
                    : applyPath(new AppliedOperation(operation.op(), field.getKey(), field.getValue()), user);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal applyAll(AppliedOperation operation, String urn, JsonNode values, ObjectNode user) {
        for (Map.Entry<String, JsonNode> field : values.properties()) {
            String path = urn + ":" + field.getKey();
            Refusal refusal = applyPath(new AppliedOperation(operation.op(), path, field.getValue()), user);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal applyPath(AppliedOperation operation, ObjectNode user) {
        String path = operation.path();
        if (path.toLowerCase(Locale.ROOT).startsWith(Attributes.SECURITY_ATTRIBUTES.toLowerCase(Locale.ROOT))) {
            return null;
        }
        PatchPath selection = null;
        String attribute = path;
        if (path.indexOf('[') >= 0) {
            if (!(PatchPath.parse(path) instanceof PatchPath.Parsed parsed)) {
                return null;
            }
            selection = parsed.path();
            attribute = Attributes.withoutCoreUrn(selection.attribute());
        }
        Refusal refusal = tenantFault(operation, attribute, user);
        if (refusal != null) {
            return refusal;
        }
        return selection == null ? set(operation, attribute, user) : setEntry(operation, attribute, selection, user);
    }

    private @Nullable Refusal tenantFault(AppliedOperation operation, String attribute, ObjectNode user) {
        String local = local(attribute);
        boolean administrator = user.path("id").asText().equals(SampleTenant.userId(SeedDirectory.ADMINISTRATOR));
        if (administrator && PRIVILEGED.contains(local)) {
            return Refusal.denied();
        }
        return switch (local) {
            case "username" ->
                rules.userName(operation.value().asText(""), user.path("id").asText());
            case "manager" -> operation.isRemove() ? null : rules.manager(operation.value());
            default -> null;
        };
    }

    /** The attribute's own name in lower case, without URN and sub-attribute. */
    private static String local(String attribute) {
        String name = attribute.substring(attribute.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static @Nullable Refusal set(AppliedOperation operation, String attribute, ObjectNode user) {
        int colon = attribute.lastIndexOf(':');
        ObjectNode holder = colon < 0 ? user : child(user, attribute.substring(0, colon));
        String local = attribute.substring(colon + 1);
        int dot = local.indexOf('.');
        if (dot > 0) {
            holder = child(holder, local.substring(0, dot));
            local = local.substring(dot + 1);
        }
        String key = Objects.requireNonNullElse(Nodes.key(holder, local), local);
        if (operation.isClearing()) {
            holder.remove(key);
        } else {
            holder.set(key, operation.value());
        }
        return null;
    }

    private static @Nullable Refusal setEntry(
            AppliedOperation operation, String attribute, PatchPath selection, ObjectNode user) {
        Filter filter = selection.filter();
        String type = filter == null ? null : type(filter);
        if (type == null) {
            return Refusal.scim("invalidFilter", "The filter in the path '" + operation.path() + "' is not supported.");
        }
        String key = Objects.requireNonNullElse(Nodes.key(user, attribute), attribute);
        JsonNode present = user.path(key);
        ArrayNode entries = present.isArray() ? (ArrayNode) present : user.putArray(key);
        int index = -1;
        for (int i = 0; i < entries.size(); i++) {
            index = entries.path(i).path("type").asText().equalsIgnoreCase(type) ? i : index;
        }
        if (operation.isClearing()) {
            if (index >= 0) {
                entries.remove(index);
            }
            return null;
        }
        ObjectNode entry = index >= 0
                ? (ObjectNode) entries.get(index)
                : entries.addObject().put("type", type);
        String sub = selection.subAttribute();
        entry.set(sub == null ? "value" : sub, operation.value());
        return null;
    }

    /** The type that a filter asks for, in its one or first clause. */
    private static @Nullable String type(Filter filter) {
        Filter first = filter instanceof Filter.And and ? and.terms().get(0) : filter;
        return first instanceof Filter.Comparison comparison
                        && comparison.attribute().equalsIgnoreCase("type")
                        && comparison.value() != null
                ? comparison.value().text()
                : null;
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        String key = Objects.requireNonNullElse(Nodes.key(parent, name), name);
        return parent.path(key) instanceof ObjectNode object ? object : parent.putObject(key);
    }
}
