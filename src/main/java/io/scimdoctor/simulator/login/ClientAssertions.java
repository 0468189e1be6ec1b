package io.scimdoctor.simulator.login;

import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Verifies client assertions: those that the application signs with the key of a registered certificate, and through
 * somebody else tokens of another identity provider. Source: "Application authentication certificate credentials" and
 * "Workload identity federation"; nothing documents that a jti may come only once, so none is refused for that.
 */
public final class ClientAssertions {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256");
    private static final int MALFORMED = 50_027;
    private static final int OTHER_SUBJECT = 50_048;
    private static final int OTHER_AUDIENCE = 700_023;
    private static final int OUT_OF_TIME = 700_024;
    private static final int UNKNOWN_CERTIFICATE = 700_027;
    private static final int FEDERATED_ISSUER = 700_211;
    private static final int FEDERATED_AUDIENCE = 700_212;
    private static final int FEDERATED_SUBJECT = 700_213;
    private static final int ALGORITHM = 5_002_738;
    private static final int UNKNOWN_ISSUER_KEY = 7_000_272;

    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    /** Without somebody who judges its tokens, no other issuer is trusted. */
    private volatile ToIntFunction<String> others = token -> FEDERATED_ISSUER;

    public void register(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** @param judge gives the number of what is wrong with a token of another issuer, or 0 */
    public void trust(ToIntFunction<String> judge) {
        others = judge;
    }

    /**
     * The number of what is wrong with an assertion, or 0.
     *
     * @param endpoint the address that it was sent to
     */
    int fault(String assertion, String endpoint, Instant now) {
        DecodedJWT decoded = AccessTokens.decode(assertion);
        if (decoded == null || decoded.getIssuer() == null) {
            return MALFORMED;
        }
        if (!ALGORITHMS.contains(decoded.getAlgorithm())) {
            return ALGORITHM;
        }
        return SampleTenant.CLIENT_ID.equalsIgnoreCase(decoded.getIssuer())
                ? ownFault(decoded, endpoint, now)
                : others.applyAsInt(assertion);
    }

    /** What the sentence of a refusal quotes from the assertion, or null when it quotes nothing. */
    static @Nullable String named(int number, String assertion) {
        DecodedJWT decoded = AccessTokens.decode(assertion);
        if (decoded == null) {
            return null;
        }
        return switch (number) {
            case FEDERATED_ISSUER -> decoded.getIssuer();
            case FEDERATED_AUDIENCE -> String.join(" ", audiences(decoded));
            case FEDERATED_SUBJECT -> decoded.getSubject();
            case ALGORITHM -> decoded.getAlgorithm();
            case UNKNOWN_ISSUER_KEY -> decoded.getKeyId();
            default -> null;
        };
    }

    private int ownFault(DecodedJWT assertion, String endpoint, Instant now) {
        if (certificates.stream().noneMatch(certificate -> isSignedWith(certificate, assertion, now))) {
            return UNKNOWN_CERTIFICATE;
        }
        if (!assertion.getIssuer().equals(assertion.getSubject())) {
            return OTHER_SUBJECT;
        }
        List<String> audiences = audiences(assertion);
        if (audiences.size() != 1 || !audiences.get(0).equalsIgnoreCase(endpoint)) {
            return OTHER_AUDIENCE;
        }
        return isCurrent(assertion, now) ? 0 : OUT_OF_TIME;
    }

    private static List<String> audiences(DecodedJWT token) {
        List<String> audiences = token.getAudience();
        return audiences == null ? List.of() : audiences;
    }

    /** The header names the certificate by its thumbprint; one whose end has passed counts as not registered. */
    private static boolean isSignedWith(X509Certificate certificate, DecodedJWT assertion, Instant now) {
        String sha256 = assertion.getHeaderClaim("x5t#S256").asString();
        String sha1 = assertion.getHeaderClaim("x5t").asString();
        boolean named = thumbprint(certificate, "SHA-256").equals(sha256)
                || (sha256 == null && thumbprint(certificate, "SHA-1").equals(sha1));
        boolean over = certificate.getNotAfter().toInstant().isBefore(now);
        return named && !over && certificate.getPublicKey() instanceof RSAPublicKey key && isSignedWith(key, assertion);
    }

    private static boolean isSignedWith(RSAPublicKey key, DecodedJWT assertion) {
        boolean probabilistic = "PS256".equals(assertion.getAlgorithm());
        Algorithm algorithm = probabilistic ? Algorithm.RSA256PSS(key, null) : Algorithm.RSA256(key, null);
        return AccessTokens.verifies(algorithm, assertion);
    }

    private static String thumbprint(X509Certificate certificate, String hash) {
        try {
            return AccessTokens.digest(hash, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCurrent(DecodedJWT assertion, Instant now) {
        Instant expires = assertion.getExpiresAtAsInstant();
        Instant notBefore = assertion.getNotBeforeAsInstant();
        return expires != null
                && now.isBefore(expires.plus(SKEW))
                && (notBefore == null || !now.isBefore(notBefore.minus(SKEW)));
    }
}
