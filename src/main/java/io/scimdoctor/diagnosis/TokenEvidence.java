package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the token says beside a refusal.
 *
 * @param claims the claims of the token that was used, or null when it is not known or the answer is no refusal
 * @param dated whether the time of the call is known; without it the token's times are judged by today's clock
 */
record TokenEvidence(@Nullable Claims claims, Set<TokenFact> facts, boolean dated) {
    private static final TokenEvidence NONE = new TokenEvidence(null, Set.of(), false);

    static TokenEvidence of(Exchange exchange, DiagnosisContext context) {
        Answered answer = exchange.answer();
        int told = answer == null ? 0 : answer.status();
        int status = answer == null || told != 0
                ? told
                : ErrorBody.parse(answer.body()).usualStatus();
        if (answer == null || (status != 401 && status != 403)) {
            return NONE;
        }
        Claims own = Claims.of(exchange.request());
        Claims claims = own == null ? context.token() : own;
        // The service judges by its own clock.
        Instant served = answer.headers().date("Date");
        Instant at = served == null ? When.of(exchange) : served;
        if (claims == null || isChallenge(answer)) {
            return new TokenEvidence(claims, Set.of(), at != null);
        }
        TokenExpectation expected = expectation(exchange.request(), context, at);
        Set<TokenFact> facts = facts(claims, exchange.request(), expected, status);
        boolean untimely = facts.contains(TokenFact.EXPIRED) || facts.contains(TokenFact.NOT_YET_VALID);
        if (at != null && untimely) {
            // Another token of the application was sent then, and it may have held fewer roles.
            facts.remove(TokenFact.ROLES_SUFFICIENT);
        }
        return new TokenEvidence(claims, facts, at != null);
    }

    /** The service has read the token and asks for more: nothing that is wrong with the token explains that better. */
    private static boolean isChallenge(Answered answer) {
        return answer.headers().fields().stream()
                .anyMatch(field -> field.name().equalsIgnoreCase("www-authenticate")
                        && field.value().contains("insufficient_claims"));
    }

    boolean has(TokenFact fact) {
        return facts.contains(fact);
    }

    /** Whether the token that is known was not yet expired when the call was made. */
    boolean outlivesCall() {
        return dated && claims != null && !has(TokenFact.EXPIRED);
    }

    /** The roles that the service saw, or null when nothing is known of them: those for another service say nothing. */
    @Nullable
    Set<String> roles() {
        return claims == null || has(TokenFact.WRONG_AUDIENCE) ? null : claims.roles();
    }

    private static TokenExpectation expectation(SentRequest request, DiagnosisContext context, @Nullable Instant at) {
        String url = request.url();
        Cloud cloud = url == null ? null : Cloud.ofGraphHost(ScimUrl.parse(url).host());
        return new TokenExpectation(at == null ? context.now() : at, null, cloud, context.tenant(), null);
    }

    private static Set<TokenFact> facts(Claims claims, SentRequest request, TokenExpectation expectation, int status) {
        Set<TokenFact> facts = EnumSet.noneOf(TokenFact.class);
        for (TokenIssue issue : TokenJudge.judge(new TokenReading.Decoded(claims.json(), claims), expectation)) {
            for (TokenFact fact : TokenFact.values()) {
                if (issue.id().equals("token-" + fact.slug())) {
                    facts.add(fact);
                }
            }
        }
        if (claims.roles().isEmpty() && !claims.isDelegated()) {
            facts.add(TokenFact.NO_ROLES);
        }
        if (claims.text("oid") == null) {
            facts.add(TokenFact.NO_OBJECT_ID);
        }
        if (status == 403 && facts.contains(TokenFact.WRONG_AUDIENCE)) {
            // Graph has read another token, or none: who stands behind this one, and its roles, explain nothing.
            facts.removeAll(EnumSet.of(TokenFact.DELEGATED, TokenFact.WRONG_TENANT, TokenFact.NO_ROLES));
            return facts;
        }
        List<Need> needs = Need.of(request);
        if (needs.stream().anyMatch(need -> need.standing(claims.roles()) == Standing.DENIED)) {
            facts.add(TokenFact.ROLES_INSUFFICIENT);
        } else if (!needs.isEmpty()
                && !facts.contains(TokenFact.WRONG_TENANT)
                && needs.stream().allMatch(need -> need.standing(claims.roles()) == Standing.ALLOWED)) {
            facts.add(TokenFact.ROLES_SUFFICIENT);
        }
        return facts;
    }
}
