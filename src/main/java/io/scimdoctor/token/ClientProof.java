package io.scimdoctor.token;

import io.scimdoctor.finding.Evidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** How an application proves to the token endpoint that it is itself (RFC 6749, section 2.3; RFC 7523, section 2.2). */
public sealed interface ClientProof
        permits ClientProof.SharedSecret, ClientProof.Unusable, ClientCertificate, FederatedToken {

    /** What can be shown at this time: certificates end, and files change while a watch runs. */
    Shown show(Instant now);

    /** What may be shown of it beside a refusal. */
    default List<Evidence> facts() {
        return List.of();
    }

    /** A proof at hand, or the reason why there is none. */
    sealed interface Shown permits Usable, Unusable {}

    /** Writes the proof into a token request. */
    @FunctionalInterface
    non-sealed interface Usable extends Shown {
        /** Form fields, each begun with an ampersand. They hold a secret, and an assertion is made anew each time. */
        String fields(TokenRequest request);
    }

    /**
     * The request that a proof is for.
     *
     * @param id fresh in each request
     */
    record TokenRequest(String endpoint, String clientId, String id, Instant at) {}

    /**
     * A proof that cannot be used.
     *
     * @param reason what is wrong and where, never with anything secret
     * @param remedy what to do
     */
    record Unusable(String reason, String remedy) implements ClientProof, Shown {
        @Override
        public Shown show(Instant now) {
            return this;
        }
    }

    /** A client secret. */
    record SharedSecret(Secret secret) implements ClientProof {
        @Override
        public Shown show(Instant now) {
            return (Usable) request -> "&client_secret=" + encode(secret.expose());
        }
    }

    /** The fields for a signed assertion, whoever signed it. */
    static String assertion(String assertion) {
        return "&client_assertion_type=" + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encode(assertion);
    }

    /** A value as a field of a form bears it. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
