package io.scimdoctor.token;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.time.Instant;

/** Where an access token comes from. */
public sealed interface Credential {

    /** Which setting it came from, for a person. */
    String source();

    /** A token that somebody else has fetched. */
    record GivenToken(PastedToken token, String source) implements Credential {}

    /**
     * The client credentials flow (RFC 6749, section 4.4).
     *
     * @param authority the login host with its scheme, such as {@code https://login.microsoftonline.com}
     * @param scope such as {@code https://graph.microsoft.com/.default}
     */
    record ClientCredentials(
            String authority, String tenant, String clientId, String scope, ClientProof proof, String source)
            implements Credential {

        /** Such as {@code https://login.microsoftonline.com/TENANT/oauth2/v2.0/token}. */
        public String tokenEndpoint() {
            String host = authority.endsWith("/") ? authority.substring(0, authority.length() - 1) : authority;
            return host + "/" + ClientProof.encode(tenant) + "/oauth2/v2.0/token";
        }

        /**
         * The request that asks for a token. Its body holds the secret.
         *
         * @param shown what this proof showed
         */
        public SentRequest tokenRequest(ClientProof.Usable shown, String clientRequestId, Instant at) {
            ClientProof.TokenRequest request =
                    new ClientProof.TokenRequest(tokenEndpoint(), clientId, clientRequestId, at);
            String form = "grant_type=client_credentials&client_id=" + ClientProof.encode(clientId)
                    + shown.fields(request) + "&scope=" + ClientProof.encode(scope);
            Headers headers = Headers.of(
                    "Content-Type", "application/x-www-form-urlencoded",
                    "Accept", "application/json",
                    "client-request-id", clientRequestId);
            return new SentRequest("POST", tokenEndpoint(), headers, form);
        }
    }
}
