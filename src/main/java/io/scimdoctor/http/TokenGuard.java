package io.scimdoctor.http;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.Cloud;
import java.util.Optional;
import java.util.Set;

/** Keeps tokens and client secrets from every host but Microsoft's own, loopback, and those that the user named. */
record TokenGuard(Set<String> allowedHosts) {
    /** Why the request must not be sent, or nothing. */
    Optional<String> objection(SentRequest request, Target target) {
        if (!holdsSecret(request) || Authority.isLoopback(target.host())) {
            return Optional.empty();
        }
        if (!target.isSecure()) {
            return Optional.of("Nothing was sent: the request carries a credential, and " + target.host()
                    + " would be reached over plain HTTP.");
        }
        if (Cloud.isServiceHost(target.host()) || allowedHosts.contains(target.host())) {
            return Optional.empty();
        }
        return Optional.of("Nothing was sent: the request carries a credential, and " + target.host()
                + " is neither a Microsoft Graph host nor named with --allow-host.");
    }

    private static boolean holdsSecret(SentRequest request) {
        String body = request.body();
        return request.headers().has("Authorization")
                || (body != null && (body.contains("client_secret") || body.contains("client_assertion")));
    }
}
