package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of the simulated tenant, in memory. Whoever uses it holds its lock. */
final class Directory {
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final List<ObjectNode> deleted = new ArrayList<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> owners = new LinkedHashMap<>();

    Collection<ObjectNode> all(ResourceKind kind) {
        return List.copyOf(map(kind).values());
    }

    @Nullable
    ObjectNode find(ResourceKind kind, String id) {
        return map(kind).get(normal(id));
    }

    void put(ResourceKind kind, ObjectNode resource) {
        map(kind).put(normal(resource.path("id").asText()), resource);
    }

    /** A deleted user lies in the recycle bin and holds its names there, as in a tenant for 30 days. */
    void remove(ResourceKind kind, String id) {
        String key = normal(id);
        ObjectNode removed = map(kind).remove(key);
        if (kind == ResourceKind.USERS && removed != null) {
            deleted.add(removed);
        }
        members.remove(key);
        owners.remove(key);
        members.values().forEach(set -> set.remove(key));
        owners.values().forEach(set -> set.remove(key));
    }

    /** The ids of a group's members, for reading and changing. */
    Set<String> members(String groupId) {
        return ids(members, groupId);
    }

    /** The ids of a group's owners, for reading and changing. */
    Set<String> owners(String groupId) {
        return ids(owners, groupId);
    }

    private static Set<String> ids(Map<String, Set<String>> groups, String groupId) {
        return groups.computeIfAbsent(normal(groupId), key -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** Whether another user has that value in a property which must be unique. */
    boolean isTaken(String urn, String attribute, String value, @Nullable String exceptId) {
        return Stream.concat(users.values().stream(), deleted.stream())
                .filter(user -> !user.path("id").asText().equalsIgnoreCase(exceptId))
                .map(user -> urn.isEmpty() ? user : user.path(urn))
                .anyMatch(holder -> holder.path(attribute).asText("").equalsIgnoreCase(value));
    }

    private Map<String, ObjectNode> map(ResourceKind kind) {
        return kind == ResourceKind.GROUPS ? groups : users;
    }

    private static String normal(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
