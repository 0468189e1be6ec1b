package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.Turn;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates and changes users and groups. */
record WriteEndpoint(Directory directory) {
    Reply write(Turn turn, ObjectNode body) {
        if (turn.is("POST")) {
            return create(turn, body);
        }
        Refusal refusal = change(turn, body);
        return refusal == null ? turn.answers().empty(204) : turn.answers().refuse(refusal);
    }

    private Reply create(Turn turn, ObjectNode body) {
        UserRules rules = new UserRules(directory);
        ResourceKind kind = turn.url().kind();
        boolean user = kind == ResourceKind.USERS;
        Refusal refusal = user ? rules.creation(body) : null;
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        ObjectNode resource = Nodes.resource(kind, turn.chance().guid());
        body.remove(List.of("id", "meta", "schemas", "password", "groups", "members"));
        resource.setAll(body);
        ObjectNode meta = (ObjectNode) resource.path("meta");
        if (user) {
            deriveNickname(resource);
        } else {
            meta.put(
                    "created",
                    turn.answers().at().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        Refusal values = rules.values(resource);
        if (values != null) {
            return turn.answers().refuse(values);
        }
        directory.put(kind, resource);
        return turn.answers()
                .scim(201, resource)
                .with("Location", meta.path("location").asText());
    }

    /** Optional since August 2026: derived from what stands before the first at sign. */
    private static void deriveNickname(ObjectNode user) {
        JsonNode extension = user.path(Attributes.ENTRA_USER);
        if (extension.path("mailNickname").asText("").isEmpty()) {
            ObjectNode entra = extension.isObject() ? (ObjectNode) extension : user.putObject(Attributes.ENTRA_USER);
            entra.put("mailNickname", user.path("userName").asText().split("@", 2)[0]);
        }
    }

    private @Nullable Refusal change(Turn turn, ObjectNode body) {
        ResourceKind kind = turn.url().kind();
        String id = Objects.requireNonNullElse(turn.url().id(), "");
        ObjectNode resource = directory.find(kind, id);
        if (resource == null) {
            return Refusal.notFound(turn.url());
        }
        List<PatchChange> changes = PatchChange.of(body);
        MembershipChange members = MembershipChange.of(changes, directory.members(id));
        Refusal refusal = members.unknownMember(directory, id);
        // All or nothing: the copy replaces the original only when every operation succeeded.
        Patch patch = new Patch(new UserRules(directory), resource.deepCopy());
        for (PatchChange change : changes) {
            if (refusal == null && !change.isMembers()) {
                refusal = patch.apply(change);
            }
        }
        if (refusal == null) {
            refusal = patch.rules().values(patch.resource());
        }
        if (refusal == null) {
            members.apply(directory, id);
            directory.put(kind, patch.resource());
        }
        return refusal;
    }
}
