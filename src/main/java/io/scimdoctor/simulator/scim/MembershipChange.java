package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a PATCH of a group does to its members. */
record MembershipChange(List<String> added, List<String> removed) {
    static MembershipChange of(List<PatchChange> changes, Set<String> members) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (PatchChange change : changes) {
            if (change.isMembers() && change.is("remove")) {
                removed.addAll(removedIds(change));
            } else if (change.isMembers()) {
                added.addAll(ids(change.value()));
            }
            if (change.isMembers() && change.is("replace")) {
                Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                kept.addAll(added);
                members.stream().filter(id -> !kept.contains(id)).forEach(removed::add);
            }
        }
        return new MembershipChange(added, removed);
    }

    /** Whether each id is that of a user, or of a member; the form of the change is judged by the rules. */
    @Nullable
    Refusal unknownMember(Directory directory, String groupId) {
        String stranger = First.of(added, id -> directory.find(ResourceKind.USERS, id) == null);
        if (stranger != null) {
            return Refusal.of("missing", stranger);
        }
        // The sentence names the group, although the group exists. Observed 2026-08-25.
        return directory.members(groupId).containsAll(removed) ? null : Refusal.of("not-found", groupId);
    }

    void apply(Directory directory, String groupId) {
        directory.members(groupId).addAll(added);
        removed.forEach(directory.members(groupId)::remove);
    }

    /** The current form is {@code members[value eq "…"]}; the form of February 2026 lists them in the value. */
    private static List<String> removedIds(PatchChange change) {
        if (FilterParser.parse(change.path()).valid() instanceof Filter.ValuePath path
                && path.inner() instanceof Filter.Comparison comparison
                && comparison.operator() == Filter.Operator.EQ
                && comparison.value() != null) {
            return List.of(comparison.value().text());
        }
        return ids(change.value());
    }

    private static List<String> ids(JsonNode value) {
        List<String> ids = new ArrayList<>();
        for (JsonNode member : value.isArray() ? value : Nodes.array().add(value)) {
            JsonNode id = member.isObject() ? Json.field(member, "value") : member;
            if (!id.isMissingNode() && !id.isNull()) {
                ids.add(id.asText());
            }
        }
        return ids;
    }
}
