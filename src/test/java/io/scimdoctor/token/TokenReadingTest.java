package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is read, and none makes the reader fail. */
final class TokenReadingTest {
    private static final String WHOLE = part("{\"alg\":\"RS256\"}") + "." + part("{\"aud\":\"x\"}") + ".c2ln";

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void three_parts_are_a_signed_token() {
        assertThat(read(WHOLE)).isInstanceOf(TokenReading.Decoded.class);
    }

    @Test
    void five_parts_are_an_encrypted_token() {
        assertThat(read(part("{\"enc\":\"A256GCM\"}") + ".a.b.c.d")).isInstanceOf(TokenReading.Encrypted.class);
    }

    @Test
    void a_word_without_dots_is_opaque() {
        String opaque = "EwBwA8l6BAAU".repeat(30);

        assertThat(read(opaque)).isEqualTo(new TokenReading.Opaque(360));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "q~8Q~abcdefghijklmnopqrstuvwxyz0123456789"})
    void a_short_word_is_no_token(String word) {
        assertThat(read(word))
                .isEqualTo(new TokenReading.Broken(
                        "it is too short for an access token: " + word.length() + " characters"));
    }

    @Test
    void a_token_that_was_encoded_twice_is_called_so() {
        String twice = Base64.getEncoder()
                .encodeToString("eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl".getBytes(StandardCharsets.UTF_8));

        assertThat(read(twice)).isEqualTo(new TokenReading.Broken("it is a token that was base64-encoded once more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "<html>login</html>",
                "{\"error\":\"invalid_client\"}",
                "eyJ!!.eyJ??.x",
                "aGVsbG8.d29ybGQ.x",
                "WzFd.WzJd.x",
                "eyJhbGciOiJub25lIn0",
                "a.b",
                "a.b.c.d",
                "a.b.c.d.e"
            })
    void everything_else_is_broken_and_says_why(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        TokenReading.Broken.class,
                        broken -> assertThat(broken.reason()).isNotBlank());
    }

    @Test
    void a_token_cut_off_anywhere_is_read_without_failing() {
        for (int length = 0; length < WHOLE.length(); length++) {
            TokenReading reading = read(WHOLE.substring(0, length));

            boolean beforeSignature = length <= WHOLE.lastIndexOf('.');
            assertThat(reading instanceof TokenReading.Decoded)
                    .as("%d characters", length)
                    .isEqualTo(!beforeSignature);
        }
    }

    @Test
    void a_payload_nested_without_end_is_broken() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThat(read(part("{}") + "." + part(deep) + ".x")).isInstanceOf(TokenReading.Broken.class);
    }

    private static TokenReading read(String text) {
        return TokenReading.of(new Secret(text));
    }
}
