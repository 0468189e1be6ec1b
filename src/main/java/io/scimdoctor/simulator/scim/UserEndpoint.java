package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;
import java.util.List;
import java.util.Objects;

/** Creates and changes users. */
final class UserEndpoint {
    private final Directory directory;
    private final UserRules rules;
    private final UserPatch patch;

    UserEndpoint(Directory directory) {
        this.directory = directory;
        this.rules = new UserRules(directory);
        this.patch = new UserPatch(rules);
    }

    Reply write(Turn turn, ObjectNode body) {
        return turn.is("POST") ? create(turn, body) : change(turn, body);
    }

    private Reply create(Turn turn, ObjectNode body) {
        Refusal refusal = rules.creation(body);
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        ObjectNode user = Nodes.object();
        user.set("schemas", Nodes.array(Attributes.CORE_USER, Attributes.ENTERPRISE_USER, Attributes.ENTRA_USER));
        String id = turn.chance().guid();
        user.put("id", id);
        body.remove(List.of("id", "meta", "schemas", "password", "groups"));
        user.setAll(body);
        deriveNickname(user);
        user.set("meta", Nodes.object().put("resourceType", "user").put("location", "/users/" + id));
        Refusal values = rules.values(user);
        if (values != null) {
            return turn.answers().refuse(values);
        }
        directory.put(ResourceKind.USERS, user);
        return turn.answers().scim(201, user).with("Location", "/users/" + id);
    }

    /** Optional since August 2026: derived from what stands before the first at sign. */
    private static void deriveNickname(ObjectNode user) {
        JsonNode extension = user.path(Attributes.ENTRA_USER);
        if (extension.path("mailNickname").asText("").isEmpty()) {
            ObjectNode entra = extension.isObject() ? (ObjectNode) extension : user.putObject(Attributes.ENTRA_USER);
            String userName = user.path("userName").asText();
            int at = userName.indexOf('@');
            entra.put("mailNickname", at < 0 ? userName : userName.substring(0, at));
        }
    }

    private Reply change(Turn turn, ObjectNode body) {
        String id = Objects.requireNonNullElse(turn.url().id(), "");
        ObjectNode user = directory.find(ResourceKind.USERS, id);
        if (user == null) {
            return turn.answers().refuse(RequestRules.notFound(turn.url()));
        }
        // All or nothing: the copy replaces the original only when every operation succeeded.
        ObjectNode copy = user.deepCopy();
        for (AppliedOperation operation : AppliedOperation.of(body)) {
            Refusal refusal = patch.apply(operation, copy);
            if (refusal != null) {
                return turn.answers().refuse(refusal);
            }
        }
        Refusal values = rules.values(copy);
        if (values != null) {
            return turn.answers().refuse(values);
        }
        directory.put(ResourceKind.USERS, copy);
        return turn.answers().empty(204);
    }
}
