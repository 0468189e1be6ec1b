package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.scenario.Scenario.Kind;
import io.scimdoctor.simulator.scenario.Scenario.Provocation;
import io.scimdoctor.simulator.scim.Nodes;
import io.scimdoctor.simulator.scim.Refusal;
import io.scimdoctor.simulator.scim.SeedDirectory;
import java.util.ArrayList;
import java.util.List;

/** Faults of writing requests; those that the simulator's rules cannot produce are played from a script. */
final class WriteScenarios {
    private static final int TOO_MANY = 21;

    private WriteScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(creating());
        all.addAll(changing());
        all.addAll(scripted());
        return all;
    }

    private static List<Scenario> creating() {
        ObjectNode nameless = Provocations.newUser();
        nameless.remove("userName");
        ObjectNode twin = Provocations.newUser().put("userName", SeedDirectory.userName(SeedDirectory.MEMBER));
        ObjectNode weak = Provocations.newUser().put("password", "simulated");
        ObjectNode stranger = Provocations.newUser().put("userName", "scimdoctor.probe@unverified.example");
        ObjectNode overlong = Provocations.newUser();
        overlong.putObject(Attributes.ENTERPRISE_USER).put("employeeNumber", "12345678901234567");
        String cutOff = "{\"schemas\":[\"" + Attributes.CORE_USER + "\"],\"userName\":";
        return List.of(
                scenario(
                        "required-attribute-missing", "A new user without userName", Provocations.createUser(nameless)),
                scenario("duplicate-value", "A new user whose userName is taken", Provocations.createUser(twin)),
                scenario("password-policy", "A new user with a weak password", Provocations.createUser(weak)),
                scenario("domain-not-verified", "A new user in a foreign domain", Provocations.createUser(stranger)),
                scenario("value-invalid", "A new user with a value out of bounds", Provocations.createUser(overlong)),
                scenario("payload-unreadable", "A body that is cut off", Provocations.write("POST", "/users", cutOff)),
                scenario(
                        "content-type-wrong",
                        "A body that calls itself plain text",
                        new Provocation(
                                "POST",
                                "/users",
                                Headers.of("Accept", "application/json", "Content-Type", "text/plain"),
                                Nodes.write(Provocations.newUser()))));
    }

    private static List<Scenario> changing() {
        String[] many = new String[TOO_MANY];
        for (int i = 0; i < TOO_MANY; i++) {
            many[i] = SampleTenant.userId(i + SeedDirectory.MEMBER);
        }
        String removal = "members[value eq \"" + SampleTenant.userId(SeedDirectory.LONER) + "\"]";
        ObjectNode disable = Provocations.operation("replace", "active").put("value", false);
        return List.of(
                scenario(
                        "too-many-members",
                        "21 members added in one request",
                        Provocations.patchGroup(Provocations.addMembers(many))),
                scenario(
                        "reference-not-found",
                        "A member added that does not exist",
                        Provocations.patchGroup(Provocations.addMembers(SampleTenant.UNKNOWN_ID))),
                scenario(
                        "not-a-member",
                        "A user removed from a group that he is not in",
                        Provocations.patchGroup(Provocations.operation("remove", removal))),
                new Scenario(
                                "target-is-administrator",
                                "A change of an administrator, although the roles suffice for everybody else",
                                Kind.ACCESS,
                                Behaviour.HEALTHY)
                        .provokedBy(Provocations.patchUser(SeedDirectory.ADMINISTRATOR, disable)));
    }

    private static List<Scenario> scripted() {
        return List.of(
                script("bad-request", "A 400 that nothing narrows", Refusal.scim(400, "The request is not valid.")),
                script(
                        "member-already-present",
                        "A member added twice, as Microsoft Graph refuses it",
                        Refusal.graph(
                                400,
                                "Request_BadRequest",
                                "One or more added object references already exist for the following modified properties:"
                                        + " 'members'.")),
                script(
                        "concurrent-update",
                        "Two changes of one object at the same time",
                        Refusal.graph(
                                409,
                                "Directory_ConcurrencyViolation",
                                "Due to concurrent update of one or more resources, the operation could not be completed.")),
                script(
                        "precondition-failed",
                        "A change that depends on a stale version",
                        Refusal.graph(412, "preconditionFailed", "A provided precondition was not met.")));
    }

    private static Scenario scenario(String name, String title, Provocation provocation) {
        return new Scenario(name, title, Kind.REQUEST, Behaviour.HEALTHY).provokedBy(provocation);
    }

    private static Scenario script(String name, String title, Refusal refusal) {
        Behaviour behaviour =
                Behaviour.service(turn -> turn.is("PATCH") ? turn.answers().refuse(refusal) : null);
        Provocation add = Provocations.patchGroup(Provocations.addMembers(SampleTenant.userId(SeedDirectory.MEMBER)));
        return new Scenario(name, title, Kind.REQUEST, behaviour).provokedBy(Provocations.replayed(add));
    }
}
