package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterResult;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH of a group does to its members.
 *
 * @param operations how many operations the request has
 * @param additions how many of them add members
 * @param removals how many of them remove members
 */
record MembershipChange(int operations, int additions, int removals, List<String> added, List<String> removed) {
    private static final int MAX_ADDED = 20;

    MembershipChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    static MembershipChange of(List<PatchOperation> operations) {
        int additions = 0;
        int removals = 0;
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (PatchOperation operation : operations) {
            if (concerns(operation) && operation.isRemove()) {
                removals++;
                removed.addAll(removedIds(operation));
            } else if (concerns(operation)) {
                additions++;
                added.addAll(ids(values(operation)));
            }
        }
        return new MembershipChange(operations.size(), additions, removals, added, removed);
    }

    /** A path of {@code members}, or a value without a path that has such a key. */
    static boolean concerns(PatchOperation operation) {
        String path = operation.path().toLowerCase(Locale.ROOT);
        return path.equals("members")
                || path.startsWith("members[")
                || path.startsWith("members.")
                || (path.isEmpty() && Nodes.get(operation.value(), "members") != null);
    }

    /** What is wrong with the change; the order of the rules is ours, their contents are the documentation's. */
    @Nullable
    Refusal fault(Directory directory, String groupId) {
        if (removals > 1 || removed.size() > 1) {
            return Refusal.scim("invalidValue", "Only one member can be removed per request.");
        }
        if (removals == 1 && operations > 1) {
            return Refusal.scim("invalidSyntax", "The removal of a member must be the only operation of a request.");
        }
        if (additions > 1) {
            return Refusal.scim("invalidSyntax", "All members to add must be in one operation.");
        }
        if (additions == 1 && operations > 1) {
            return Refusal.scim("invalidSyntax", "Adding members cannot be combined with other operations.");
        }
        if (added.size() > MAX_ADDED) {
            return Refusal.graph(
                    400, "Request_BadRequest", "A resource cannot contain more than " + MAX_ADDED + " link changes");
        }
        if ((additions == 1 && added.isEmpty()) || (removals == 1 && removed.isEmpty())) {
            return Refusal.scim("invalidValue", "The operation on 'members' names no member.");
        }
        return unknownMember(directory, groupId);
    }

    private @Nullable Refusal unknownMember(Directory directory, String groupId) {
        for (String id : added) {
            if (!ScimUrl.isGuid(id)) {
                return Refusal.scim("invalidValue", "The member id '" + id + "' is not a valid object id.");
            }
            if (!directory.has(ResourceKind.USERS, id)) {
                return Refusal.missing(400, id);
            }
        }
        for (String id : removed) {
            // The sentence names the group, although the group exists. Observed 2026-08-25.
            if (!directory.isMember(groupId, id)) {
                return Refusal.missing(404, groupId);
            }
        }
        return null;
    }

    void apply(Directory directory, String groupId) {
        added.forEach(id -> directory.addMember(groupId, id));
        removed.forEach(id -> directory.removeMember(groupId, id));
    }

    private static JsonNode values(PatchOperation operation) {
        JsonNode nested = Nodes.get(operation.value(), "members");
        return operation.path().isEmpty() && nested != null ? nested : operation.value();
    }

    /** The current form is {@code members[value eq "…"]}; the form of February 2026 lists them in the value. */
    private static List<String> removedIds(PatchOperation operation) {
        if (FilterParser.parse(operation.path()) instanceof FilterResult.Parsed parsed
                && parsed.filter() instanceof Filter.ValuePath path
                && path.inner() instanceof Filter.Comparison comparison
                && comparison.operator() == Filter.Operator.EQ
                && comparison.value() != null) {
            return List.of(comparison.value().text());
        }
        return ids(operation.value());
    }

    private static List<String> ids(JsonNode value) {
        List<String> ids = new ArrayList<>();
        for (JsonNode member : value.isArray() ? value : Nodes.array().add(value)) {
            JsonNode id = member.isObject() ? Nodes.get(member, "value") : member;
            if (id != null && !id.isMissingNode() && !id.isNull()) {
                ids.add(id.asText());
            }
        }
        return ids;
    }
}
