package io.scimdoctor.http;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.Cloud;
import java.util.Optional;
import java.util.Set;

/** Keeps tokens and client secrets from every host but Microsoft's own, loopback, and those that the user named. */
record TokenGuard(Set<String> allowedHosts) {
    /** Why the request must not be sent, or nothing. */
    Optional<String> objection(SentRequest request, Target target) {
        String host = target.host();
        boolean known = Cloud.isServiceHost(host) || allowedHosts.contains(host);
        if (!holdsSecret(request) || Authority.isLoopback(host) || (target.isSecure() && known)) {
            return Optional.empty();
        }
        return Optional.of("Nothing was sent: the request carries a credential, and " + host
                + (target.isSecure()
                        ? " is neither a Microsoft Graph host nor named with --allow-host."
                        : " would be reached over plain HTTP."));
    }

    private static boolean holdsSecret(SentRequest request) {
        String body = request.body();
        return request.headers().has("Authorization")
                || (body != null && (body.contains("client_secret") || body.contains("client_assertion")));
    }
}
