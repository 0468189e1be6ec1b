package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration files, programs, command lines and sentences, each with a secret beside its name. */
final class SecretSpellingsTest {
    private static final List<String> SECRETS =
            List.of("zQ7kvW3xRb9T", "hunter2kitten", "48291736", "Change.Me.123", "Sommer-2024!");

    static Stream<String> spellings() throws IOException {
        try (InputStream input = SecretSpellingsTest.class.getResourceAsStream("spellings.txt")) {
            String all = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().filter(line -> !line.startsWith("# "));
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_secret_is_shown_to_nobody(String spelling) {
        String text = spelling.replace("\\\\", "\u0000")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\u0000", "\\");
        Set<String> leaks = new LinkedHashSet<>();
        for (String secret : SECRETS) {
            String written = text.replace("\u00A7", secret);
            String body = new Redaction(Pseudonyms.NONE, found -> {}).body(written);
            Stream.of(Redactor.seen(written), Redactor.text(written), body)
                    .filter(shown -> shown.contains(secret))
                    .forEach(leaks::add);
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access token has expired or is not yet valid.",
                "The token is expired.\\r\\nTrace ID: 0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01",
                "The password is required, and the token endpoint answered 401.",
                "{\"error\":\"InvalidAuthenticationToken\",\"condition\":\"token-missing\"}",
                "{\"odata.error\":{\"code\":\"Authorization_RequestDenied\",\"message\":{\"value\":\"Insufficient\"}}}",
                "Authorization: Bearer {token}",
                "{\"key\":\"token\",\"type\":\"text\"}",
                "time of assertion 2024-10-01T07:50:00.0000000Z",
                "AADSTS700027: The key was not found, token 2 of 3",
                "[\"InvalidAuthenticationToken\", \"Authentication_MissingOrMalformed\"]",
                "https://login.microsoftonline.com/x/oauth2/v2.0/token",
                "POST https://graph.microsoft.com/rp/scim/users/token -d '{\"a\":1}'",
                "CredentialUnavailableError: endpoints_resolution_error: unknown",
                "<html><head><title>401 Authorization Required</title></head><body>x</body></html>",
                "az rest -u 'https://graph.microsoft.com/v1.0/domains'",
                "the password of the user is too short (8 characters)",
                "Invalid value specified for property 'passwordProfile' of resource 'User'.",
                "The value is required for property password and was not sent.",
                "The value of the field 'userName' is not valid; see the list of attributes for the key.",
                "columns \"password\" \"userName\"",
                "passwordPolicies eq \"None\" and lastPasswordChangeDateTime ge 2024-05-01T00:00:00Z",
                "{\"password\":,\"active\":true}",
                "The password in the request is not valid.",
                "le mot de passe ne correspond pas",
                "Cannot convert 'User.Read.All' to token"
            })
    void what_is_said_about_a_secret_is_seen(String text) {
        assertThat(Redactor.seen(text)).isEqualTo(text);
    }
}
