package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.scenario.Scenario.Provocation;
import io.scimdoctor.simulator.scim.Nodes;

/** Builds the requests that show scenarios which plain reading does not. */
public final class Provocations {
    static final Headers READING = Headers.of("Accept", "application/json");
    static final Headers WRITING = READING.plus("Content-Type", "application/scim+json");

    private Provocations() {}

    static Provocation get(String path) {
        return new Provocation("GET", path, READING, null);
    }

    static Provocation write(String method, String path, String body) {
        return new Provocation(method, path, WRITING, body);
    }

    /** The same request, answered from a script because no rule can produce the answer. */
    static Provocation replayed(Provocation request) {
        return new Provocation(request.method(), request.path(), request.headers(), request.body());
    }

    static String userPath(int number) {
        return "/users/" + SampleTenant.userId(number);
    }

    static String groupPath(int number) {
        return "/groups/" + SampleTenant.groupId(number);
    }

    /** A user that the service accepts, to be spoiled in one place. */
    public static ObjectNode newUser() {
        ObjectNode user = Nodes.object();
        user.set("schemas", Nodes.array(Attributes.CORE_USER, Attributes.ENTERPRISE_USER, Attributes.ENTRA_USER));
        user.put("userName", "scimdoctor.probe@" + SampleTenant.DOMAIN);
        user.put("displayName", "Scimdoctor Probe");
        user.put("active", false);
        user.put("password", "Simulated-4711-only");
        user.putObject("name").put("givenName", "Scimdoctor").put("familyName", "Probe");
        return user;
    }

    static Provocation createUser(ObjectNode user) {
        return write("POST", "/users", Nodes.write(user));
    }

    static Provocation patchUser(int number, ObjectNode operation) {
        return write("PATCH", userPath(number), patch(operation));
    }

    static Provocation patchGroup(ObjectNode operation) {
        return write("PATCH", groupPath(0), patch(operation));
    }

    static ObjectNode operation(String op, String path) {
        return Nodes.object().put("op", op).put("path", path);
    }

    /** An operation that adds users to a group. */
    static ObjectNode addMembers(String... ids) {
        ObjectNode operation = operation("add", "members");
        ArrayNode values = operation.putArray("value");
        for (String id : ids) {
            values.addObject().put("value", id);
        }
        return operation;
    }

    private static String patch(ObjectNode operation) {
        ObjectNode body = Nodes.object();
        body.set("schemas", Nodes.array(Attributes.PATCH_OP));
        body.putArray("Operations").add(operation);
        return Nodes.write(body);
    }
}
