package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.scimdoctor.redact.KnownSecrets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A federated token, which its file gives anew each time. */
final class FederatedTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String WHERE = "'token', which AZURE_FEDERATED_TOKEN_FILE names,";

    private final AtomicReference<Optional<String>> file = new AtomicReference<>(Optional.empty());
    private final KnownSecrets secrets = new KnownSecrets();
    private final ClientProof token = new FederatedToken(WHERE, file::get, secrets);

    private static String issued(Instant expires) {
        return JWT.create().withSubject("a").withExpiresAt(expires).sign(Algorithm.HMAC256("key-of-the-test"));
    }

    private String fields() {
        ClientProof.Usable usable = (ClientProof.Usable) token.show(NOW);
        return usable.fields(new ClientProof.TokenRequest("https://host/t", "client", "id", NOW));
    }

    private void assertUnusable(String content, String reason) {
        file.set(Optional.of(content));

        assertThat(token.show(NOW)).isInstanceOf(ClientProof.Unusable.class);
        assertThat(((ClientProof.Unusable) token.show(NOW)).reason()).isEqualTo(WHERE + " " + reason);
    }

    @Test
    void the_file_is_read_at_each_use_and_trimmed() {
        String first = issued(NOW.plusSeconds(60));
        String second = issued(NOW.plusSeconds(600));
        file.set(Optional.of("  " + first + "\n\n"));
        String before = fields();
        file.set(Optional.of(second));

        assertThat(before).endsWith("&client_assertion=" + first);
        assertThat(fields()).endsWith("&client_assertion=" + second);
        assertThat(secrets.scrub(first + " " + second)).doesNotContain(first, second);
    }

    @Test
    void what_is_wrong_with_it_is_said() {
        assertUnusable("", "is empty");
        assertUnusable(" \n", "is empty");
        assertUnusable("no token at all", "holds something that is no JSON Web Token");
        assertUnusable("eyJhbGciOiJSUzI1NiJ9", "holds something that is no JSON Web Token");
        assertUnusable(issued(NOW.minusSeconds(1)), "holds a token that expired at 2026-11-23T11:59:59Z");
        assertUnusable(issued(NOW), "holds a token that expired at 2026-11-23T12:00:00Z");
        file.set(Optional.empty());

        assertThat(((ClientProof.Unusable) token.show(NOW)).reason()).isEqualTo(WHERE + " cannot be read any more");
    }

    @Test
    void a_token_without_an_end_is_sent_as_it_is() {
        String endless = JWT.create().withSubject("a").sign(Algorithm.HMAC256("key-of-the-test"));
        file.set(Optional.of(endless));

        assertThat(fields()).endsWith(endless);
    }
}
