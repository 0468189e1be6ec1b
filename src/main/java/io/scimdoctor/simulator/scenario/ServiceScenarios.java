package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.scenario.Scenario.Kind;
import io.scimdoctor.simulator.scim.Nodes;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service or its gateway is in trouble, or is not what it used to be. */
final class ServiceScenarios {
    private ServiceScenarios() {}

    static List<Scenario> all() {
        return List.of(
                scenario(
                        "throttled", "Too many requests; the answer says how long to wait", ServiceScenarios::throttle),
                scenario(
                        "service-fault",
                        "The service fails with 500",
                        turn -> turn.answers().scimError(500, "Service failed to process the request.")),
                scenario(
                        "gateway-fault",
                        "The gateway fails with 502",
                        turn -> turn.answers().graphError(502, "UnknownError", "")),
                scenario(
                        "service-busy",
                        "The service is unavailable for a while",
                        turn -> turn.answers()
                                .graphError(503, "serviceNotAvailable", "The service is temporarily unavailable.")
                                .with("Retry-After", "30")),
                scenario("service-timeout", "Every call ends with 504", ServiceScenarios::timeOut),
                scenario(
                                "intermittent-504",
                                "Some calls end with 504",
                                turn -> turn.chance().happens(turn.settings().intermittentRate())
                                        ? timeOut(turn)
                                        : null)
                        .leadingTo("service-timeout"),
                scenario("schema-drift", "The schemas are not those that the program knows", ServiceScenarios::drifted)
                        .provokedBy(Provocations.get("/schemas")));
    }

    private static Scenario scenario(String name, String title, ScriptedAnswer responder) {
        return new Scenario(name, title, Kind.SERVICE, Behaviour.service(responder));
    }

    private static Reply throttle(Turn turn) {
        return turn.answers()
                .graphError(
                        429,
                        "TooManyRequests",
                        "Too many requests from Identifier:" + SampleTenant.CLIENT_ID
                                + " under category:aadgraph.app.tenant_medium. Please try again later.")
                .with("Retry-After", "10")
                .with("x-ms-throttle-limit-percentage", "1.2")
                .with(
                        "x-ms-throttle-scope",
                        "Tenant_Application/Read/" + SampleTenant.CLIENT_ID + "/" + SampleTenant.TENANT_ID)
                .with("x-ms-throttle-information", "ResourceUnitLimitExceeded");
    }

    private static Reply timeOut(Turn turn) {
        return turn.answers().graphError(504, "UnknownError", "");
    }

    /** One attribute has gone and another has come. */
    private static @Nullable Reply drifted(Turn turn) {
        if (turn.url().kind() != ResourceKind.SCHEMAS || turn.url().isObject() || !turn.is("GET")) {
            return null;
        }
        ArrayNode resources = Nodes.array();
        for (Schema schema : Schemas.load().all()) {
            ObjectNode copy = schema.resource().deepCopy();
            if (schema.id().equals(Attributes.CORE_USER)) {
                ArrayNode attributes = copy.withArray("/attributes");
                for (int i = attributes.size() - 1; i >= 0; i--) {
                    if (attributes.path(i).path("name").asText().equals("title")) {
                        attributes.remove(i);
                    }
                }
                attributes
                        .addObject()
                        .put("name", "pronouns")
                        .put("type", "string")
                        .put("multiValued", false);
            }
            resources.add(copy);
        }
        ObjectNode list = Nodes.object();
        list.set("schemas", Nodes.array(Attributes.LIST_RESPONSE));
        list.put("totalResults", resources.size());
        list.set("Resources", resources);
        return turn.answers().scim(200, list);
    }
}
