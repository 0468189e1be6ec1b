package io.scimdoctor.check;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.LoginHost;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.http.Transport;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave: a token, perhaps with a finding that warns of it, or one that says why there is none.
 *
 * @param call the one call, with its repeats
 */
public record TokenFetch(
        RecordedCall call,
        @Nullable PastedToken token,
        @Nullable Finding finding) {

    /**
     * Asks for a token and nothing else; only a repeat that the settings allow makes a further call.
     *
     * @param shown what the credential's proof showed
     */
    public static TokenFetch of(
            CheckSettings settings,
            Credential.ClientCredentials credential,
            ClientProof.Usable shown,
            Transport transport,
            CheckEnvironment environment) {
        CheckContext context = CheckContext.of(settings, transport, environment, secret -> {});
        return of(context.callTokenEndpoint(credential, shown), context.catalog(), credential.proof());
    }

    /** @param proof what was shown; a refusal is told together with what can be said of it */
    static TokenFetch of(RecordedCall call, Catalog catalog, ClientProof proof) {
        Finding finding = call.finding();
        if (finding != null) {
            boolean refused = finding.id().startsWith("AADSTS");
            return new TokenFetch(call, null, refused ? finding.with(proof.facts()) : finding);
        }
        String token = call.diagnosis().seen().body().field("access_token");
        Answered answer = call.exchange().answer();
        boolean whole = answer != null && Json.readLeniently(answer.body()).complete();
        if (token == null || token.isEmpty() || !whole) {
            String came = whole ? "without an access_token" : "with JSON that ends in the middle";
            Evidence evidence = new Evidence("token endpoint", "answered " + came);
            Finding none = catalog.finding("unexpected-content", List.of(evidence));
            return new TokenFetch(
                    call, null, LoginHost.about(none, call.exchange().request()));
        }
        String type = call.diagnosis().seen().body().field("token_type");
        boolean bearer = type == null || type.equalsIgnoreCase("Bearer");
        Finding unusual = bearer
                ? null
                : catalog.finding(
                        "token-unusual", List.of(new Evidence("token_type", Redactor.told(String.valueOf(type)))));
        return new TokenFetch(call, new PastedToken(new Secret(token), List.of()), unusual);
    }
}
