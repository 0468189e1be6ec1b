package io.scimdoctor.simulator.login;

import com.auth0.jwt.interfaces.DecodedJWT;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.simulator.wire.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the bearer token of a call in the order of Microsoft Graph's gateway. */
public record TokenGate(AccessTokens tokens) {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** Microsoft Graph by its address and by its application id; this tenant is one of the global cloud. */
    static final Set<String> AUDIENCES =
            Set.of(SampleTenant.AUDIENCE, SampleTenant.AUDIENCE + "/", "00000003-0000-0000-c000-000000000000");

    /**
     * Whether a call may pass.
     *
     * @param refusal the answer to a call that may not
     * @param roles the application roles of one that may; a delegated token has none
     */
    public record Admission(@Nullable Reply refusal, Set<String> roles) {}

    public Admission admit(@Nullable String authorization, Turn turn) {
        String token = bearer(authorization);
        if (token.isEmpty()) {
            return refuse(turn, "Access token is empty.");
        }
        DecodedJWT decoded = AccessTokens.decode(token);
        if (decoded == null) {
            return refuse(turn, unreadable(token));
        }
        String fault = fault(decoded, turn.answers().at());
        if (fault != null) {
            return refuse(turn, fault);
        }
        boolean tenant = SampleTenant.TENANT_ID.equals(decoded.getClaim("tid").asString());
        if (!tenant
                || !SampleTenant.SERVICE_PRINCIPAL_ID.equals(
                        decoded.getClaim("oid").asString())) {
            Reply reply = turn.answers()
                    .unauthorized(
                            "Authorization_IdentityNotFound",
                            "The identity of the calling application could not be established.");
            return new Admission(reply, Set.of());
        }
        List<String> roles = decoded.getClaim("roles").asList(String.class);
        return new Admission(null, roles == null ? Set.of() : new TreeSet<>(roles));
    }

    private static Admission refuse(Turn turn, String message) {
        return new Admission(turn.answers().unauthorized("InvalidAuthenticationToken", message), Set.of());
    }

    private static String bearer(@Nullable String authorization) {
        String value = Objects.requireNonNullElse(authorization, "").trim();
        boolean bearer = value.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? value.substring(7).trim() : "";
    }

    private static String unreadable(String token) {
        return token.indexOf('.') < 0
                ? "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact"
                        + " Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'."
                : "CompactToken parsing failed with error code: 80049217";
    }

    private @Nullable String fault(DecodedJWT token, Instant now) {
        List<String> audience = token.getAudience();
        if (audience == null || audience.stream().noneMatch(AUDIENCES::contains)) {
            return "Access token validation failure. Invalid audience.";
        }
        if (!tokens.isKeyKnown(token)) {
            return "Invalid x5t claim.";
        }
        if (!tokens.isSignedHere(token)) {
            return "Signing key is invalid.";
        }
        Instant expires = token.getExpiresAtAsInstant();
        if (expires == null || now.isAfter(expires.plus(SKEW))) {
            return "Lifetime validation failed, the token is expired.";
        }
        Instant notBefore = token.getNotBeforeAsInstant();
        return notBefore != null && now.isBefore(notBefore.minus(SKEW))
                ? "Access token has expired or is not yet valid."
                : null;
    }
}
