package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * In what a scenario differs from a healthy service.
 *
 * @param roles the application roles in the token
 * @param clockOffset how far the server's clock is ahead of the local one
 * @param network answers before the service sees the request, for an edge, a proxy or a broken wire
 * @param service answers once the token has been accepted
 * @param drift a text of the service's answers and what stands in its place, or nothing
 * @param delivery how the service's answers travel, those of the token endpoint excepted
 * @param tokenRefusal the AADSTS number with which the token endpoint refuses whatever is sent, or 0
 * @param stripsAuthorization whether the Authorization header gets lost on the way
 */
public record Behaviour(
        TokenShape token,
        Set<String> roles,
        Duration clockOffset,
        ScriptedAnswer network,
        ScriptedAnswer service,
        List<String> drift,
        Reply.Delivery delivery,
        int tokenRefusal,
        boolean stripsAuthorization) {
    static Behaviour of(JsonNode row) {
        return new Behaviour(
                constant(TokenShape.class, row.path("token"), TokenShape.GOOD),
                row.has("roles") ? Set.copyOf(Json.strings(row.path("roles"))) : SampleTenant.ROLES,
                Duration.ofMinutes(row.path("clockMinutes").asInt()),
                new ScriptedAnswer(row.path("network")),
                new ScriptedAnswer(row.path("service")),
                Json.strings(row.path("drift")),
                constant(Reply.Delivery.class, row.path("delivery"), Reply.Delivery.WHOLE),
                row.path("tokenRefusal").asInt(),
                row.path("stripsAuthorization").asBoolean());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode slug, E otherwise) {
        return slug.isTextual() ? Json.constant(type, slug) : otherwise;
    }

    /** What the service answers, with the one word of it that the scenario changes. */
    public Reply drifted(Reply reply) {
        String body = drift.isEmpty() ? reply.body() : reply.body().replace(drift.get(0), drift.get(1));
        return new Reply(reply.status(), reply.headers(), body, reply.origin(), reply.delivery());
    }
}
