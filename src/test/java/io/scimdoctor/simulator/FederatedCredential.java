package io.scimdoctor.simulator;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;

/**
 * Whose tokens an application trusts. Source: "Important considerations and restrictions for federated identity
 * credentials": issuer, subject and audience have to match exactly, case included.
 *
 * @param names issuer, subject and audience
 * @param key what the real service would fetch from the issuer
 */
public record FederatedCredential(Names names, RSAPublicKey key, InstantSource clock) implements ToIntFunction<String> {
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** What has to match. */
    public record Names(String issuer, String subject, String audience) {}

    @Override
    public int applyAsInt(String assertion) {
        DecodedJWT token = JWT.decode(assertion);
        Instant now = clock.instant();
        if (!names.issuer().equals(token.getIssuer())) {
            return 700_211;
        }
        if (!token.getAudience().contains(names.audience())) {
            return 700_212;
        }
        if (!names.subject().equals(token.getSubject())) {
            return 700_213;
        }
        try {
            Algorithm.RSA256(key, null).verify(token);
        } catch (SignatureVerificationException e) {
            return 7_000_272;
        }
        return now.isBefore(token.getExpiresAtAsInstant().plus(SKEW)) ? 0 : 700_024;
    }
}
