package io.scimdoctor.simulator.scenario;

import io.scimdoctor.simulator.login.TokenShape;
import io.scimdoctor.simulator.scenario.Scenario.Kind;
import java.time.Duration;
import java.util.List;

/** Faults of the access token, of the clock, and of getting a token at all. */
final class TokenScenarios {
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(10);

    private TokenScenarios() {}

    static List<Scenario> all() {
        return List.of(
                token(
                        "token-missing",
                        "The Authorization header gets lost on the way",
                        Behaviour.strippingAuthorization()),
                token("token-unparseable", "A token that is cut off", TokenShape.UNPARSEABLE),
                token("token-expired", "A token that expired an hour ago", TokenShape.EXPIRED),
                token("token-not-yet-valid", "A token that is valid from the next hour on", TokenShape.NOT_YET_VALID),
                token("token-wrong-audience", "A token for another API", TokenShape.WRONG_AUDIENCE),
                token("token-wrong-tenant", "A token of another tenant", TokenShape.WRONG_TENANT),
                token("token-delegated", "A token of a signed-in user", TokenShape.DELEGATED),
                token("token-signature", "A token that somebody else signed", TokenShape.BAD_SIGNATURE),
                token(
                        "token-rejected",
                        "A good token that the service refuses all the same",
                        Behaviour.service(turn -> turn.answers()
                                .unauthorized(
                                        "Authentication_MissingOrMalformed", "Access Token missing or malformed."))),
                token(
                        "application-not-in-tenant",
                        "No service principal stands behind the token",
                        TokenShape.WITHOUT_PRINCIPAL),
                clock("clock-ahead", "The local clock is ten minutes ahead", CLOCK_ERROR.negated()),
                clock("clock-behind", "The local clock is ten minutes behind", CLOCK_ERROR),
                refusal(7_000_215, "The client secret is wrong"),
                refusal(7_000_222, "The client secret has expired"),
                refusal(700_016, "The application is not in the tenant"),
                refusal(7_000_112, "The application is disabled"),
                refusal(7_000_229, "The service principal is missing"),
                refusal(90_002, "The tenant does not exist"),
                refusal(500_011, "The scope names an unknown resource"),
                refusal(53_003, "Conditional Access blocks the token"),
                refusal(700_024, "The client assertion is out of time"),
                refusal(700_027, "The certificate is not registered"));
    }

    private static Scenario token(String name, String title, TokenShape shape) {
        return token(name, title, Behaviour.token(shape));
    }

    private static Scenario token(String name, String title, Behaviour behaviour) {
        return new Scenario(name, title, Kind.TOKEN, behaviour);
    }

    private static Scenario clock(String name, String title, Duration offset) {
        return new Scenario(name, title, Kind.CLOCK, Behaviour.clock(offset));
    }

    private static Scenario refusal(int number, String title) {
        return new Scenario("AADSTS" + number, title, Kind.TOKEN_ENDPOINT, Behaviour.tokenRefusal(number));
    }
}
