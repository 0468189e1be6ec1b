package io.scimdoctor.simulator.scenario;

import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.login.TokenShape;
import io.scimdoctor.simulator.wire.Reply;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what a scenario differs from a healthy service.
 *
 * @param roles the application roles in the token
 * @param clockOffset how far the server's clock is ahead of the local one
 * @param network answers before the service sees the request, for an edge, a proxy or a broken wire
 * @param service answers once the token has been accepted
 * @param delivery how the service's answers travel, those of the token endpoint excepted
 * @param tokenRefusal the AADSTS number with which the token endpoint refuses whatever is sent, or 0
 * @param stripsAuthorization whether the Authorization header gets lost on the way
 */
public record Behaviour(
        TokenShape token,
        Set<String> roles,
        Duration clockOffset,
        @Nullable ScriptedAnswer network,
        @Nullable ScriptedAnswer service,
        Reply.Delivery delivery,
        int tokenRefusal,
        boolean stripsAuthorization) {
    static final Behaviour HEALTHY = new Behaviour(
            TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, null, null, Reply.Delivery.WHOLE, 0, false);

    public Behaviour {
        roles = Set.copyOf(roles);
    }

    static Behaviour token(TokenShape shape) {
        return new Behaviour(shape, SampleTenant.ROLES, Duration.ZERO, null, null, Reply.Delivery.WHOLE, 0, false);
    }

    public static Behaviour roles(String... roles) {
        return new Behaviour(TokenShape.GOOD, Set.of(roles), Duration.ZERO, null, null, Reply.Delivery.WHOLE, 0, false);
    }

    static Behaviour clock(Duration offset) {
        return new Behaviour(TokenShape.GOOD, SampleTenant.ROLES, offset, null, null, Reply.Delivery.WHOLE, 0, false);
    }

    static Behaviour network(ScriptedAnswer network) {
        return new Behaviour(
                TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, network, null, Reply.Delivery.WHOLE, 0, false);
    }

    static Behaviour service(ScriptedAnswer service) {
        return new Behaviour(
                TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, null, service, Reply.Delivery.WHOLE, 0, false);
    }

    static Behaviour delivery(Reply.Delivery delivery) {
        return new Behaviour(TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, null, null, delivery, 0, false);
    }

    static Behaviour tokenRefusal(int number) {
        return new Behaviour(
                TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, null, null, Reply.Delivery.WHOLE, number, false);
    }

    static Behaviour strippingAuthorization() {
        return new Behaviour(
                TokenShape.GOOD, SampleTenant.ROLES, Duration.ZERO, null, null, Reply.Delivery.WHOLE, 0, true);
    }
}
