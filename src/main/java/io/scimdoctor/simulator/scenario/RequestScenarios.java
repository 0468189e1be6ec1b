package io.scimdoctor.simulator.scenario;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.scenario.Scenario.Kind;
import io.scimdoctor.simulator.scenario.Scenario.Provocation;
import io.scimdoctor.simulator.scim.Nodes;
import io.scimdoctor.simulator.scim.SeedDirectory;
import java.util.ArrayList;
import java.util.List;

/** Faults of reading requests, and of methods and headers; the service itself is healthy. */
final class RequestScenarios {
    private RequestScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(queries());
        all.addAll(paths());
        return all;
    }

    private static List<Scenario> queries() {
        return List.of(
                scenario(
                        "accept-missing",
                        "A GET without a JSON Accept header",
                        new Provocation("GET", "/users?count=1", Headers.of("Accept", "*/*"), null)),
                scenario(
                        "accept-invalid-on-delete",
                        "A DELETE with a JSON Accept header",
                        new Provocation("DELETE", Provocations.groupPath(0), Provocations.READING, null)),
                scenario(
                        "filter-unsupported",
                        "A filter outside the allow-list",
                        Provocations.get("/users?filter=displayName%20sw%20%22A%22&count=1")),
                scenario(
                        "query-whitespace",
                        "White space around the = of a query parameter",
                        Provocations.get("/users?filter=%20userName%20eq%20%22a%40contoso.example%22")),
                scenario("count-invalid", "A list with count=0", Provocations.get("/users?count=0")));
    }

    private static List<Scenario> paths() {
        return List.of(
                scenario("id-not-guid", "An id that is not a GUID", Provocations.get("/users/not-a-guid")),
                scenario(
                        "attribute-selection-invalid",
                        "Custom security attributes selected without a set",
                        Provocations.get("/users?attributes=" + Attributes.SECURITY_ATTRIBUTES)),
                scenario(
                        "object-not-found",
                        "A well-formed id that nothing bears",
                        Provocations.get("/users/" + SampleTenant.UNKNOWN_ID)),
                scenario(
                        "urn-unknown",
                        "A schema URN that does not exist",
                        Provocations.get("/schemas/urn:ietf:params:scim:schemas:core:2.0:Nope")),
                scenario(
                        "put-not-supported",
                        "A PUT, which the service does not know",
                        Provocations.write(
                                "PUT",
                                Provocations.userPath(SeedDirectory.MEMBER),
                                Nodes.write(Provocations.newUser()))),
                scenario(
                        "method-not-supported",
                        "A POST to one user",
                        Provocations.write(
                                "POST",
                                Provocations.userPath(SeedDirectory.MEMBER),
                                Nodes.write(Provocations.newUser()))),
                replayed("accept-not-served", "A format that the gateway does not serve", 406));
    }

    private static Scenario scenario(String name, String title, Provocation provocation) {
        return new Scenario(name, title, Kind.REQUEST, Behaviour.HEALTHY).provokedBy(provocation);
    }

    private static Scenario replayed(String name, String title, int status) {
        Behaviour behaviour =
                Behaviour.service(turn -> turn.is("GET") && turn.url().isObject()
                        ? turn.answers().graphError(status, "notAcceptable", "The requested format is not acceptable.")
                        : null);
        return new Scenario(name, title, Kind.REQUEST, behaviour)
                .provokedBy(Provocations.replayed(Provocations.get(Provocations.userPath(SeedDirectory.MEMBER))));
    }
}
