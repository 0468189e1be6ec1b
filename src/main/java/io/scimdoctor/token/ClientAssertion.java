package io.scimdoctor.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * Signs what an application says about itself. Source: "Microsoft identity platform application authentication certificate
 * credentials": PS256, the SHA-256 thumbprint in {@code x5t#S256}, and a life of ten minutes at most.
 */
final class ClientAssertion {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private ClientAssertion() {}

    static String of(CertificateFile.Pair pair, ClientProof.TokenRequest request) {
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(pair.thumbprint("SHA-256"));
        return JWT.create()
                .withHeader(Map.of("x5t#S256", thumbprint))
                .withAudience(request.endpoint())
                .withIssuer(request.clientId())
                .withSubject(request.clientId())
                .withJWTId(request.id())
                .withIssuedAt(request.at())
                .withNotBefore(request.at())
                .withExpiresAt(request.at().plus(LIFE))
                .sign(Algorithm.RSA256PSS(null, pair.key()));
    }
}
