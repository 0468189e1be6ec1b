package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a token's claims into the facts that narrow a 401 or 403. */
public final class TokenFacts {
    private TokenFacts() {}

    /** The claims of the request's own token, if it was recorded and can be read. */
    public static @Nullable Claims ofRequest(SentRequest request) {
        String authorization = request.headers().first("authorization").orElse("");
        return !authorization.isEmpty()
                        && TokenReading.of(PastedToken.of(authorization).token())
                                instanceof TokenReading.Decoded decoded
                ? decoded.claims()
                : null;
    }

    /** The facts at the moment of the call, which is the expectation's time. */
    static Set<TokenFact> of(Claims claims, TokenExpectation expected) {
        Set<TokenFact> facts = EnumSet.noneOf(TokenFact.class);
        for (TokenIssue issue : TokenJudge.judge(new TokenReading.Decoded(claims.json(), claims), expected)) {
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
        return facts;
    }
}
