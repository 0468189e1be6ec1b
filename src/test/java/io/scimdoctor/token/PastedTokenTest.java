package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people paste, the token comes out. */
final class PastedTokenTest {
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer T",
                "bearer Bearer T",
                "\"T\"",
                "'Bearer T'",
                "\u201cBearer T\u201d",
                "\u201eT\u201c",
                "\u00abT\u00bb",
                "\uFEFFT\r\n",
                "Authorization: Bearer T",
                "authorization:Bearer T\nAccept: application/json",
                "GET / HTTP/1.1\nHost: h\nAuthorization: Bearer T\nAccept: a/b\n\n{}",
                "\"Authorization\": \"Bearer T\",",
                "{\"Authorization\": \"Bearer T\", \"Accept\": \"x\"}",
                "curl -sS -H 'Authorization: Bearer T' -H 'Accept: x' https://h.example/users?a.b=c.d",
                "curl -H \"Authorization: Bearer T\" https://h.example -v",
                "curl -H Authorization:\\ Bearer\\ T https://h.example",
                "curl --oauth2-bearer T https://h.example",
                "$h = @{ 'Authorization' = 'Bearer T' }",
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"T\"}",
                "{\"accessToken\": \"T\", \"expiresOn\": \"x\"}",
                "export SCIMDOCTOR_TOKEN='T'",
                "https://h.example/#access_token=T&state=1"
            })
    void the_token_is_found_and_what_stood_around_it_is_noted(String pasted) {
        PastedToken token = PastedToken.of(pasted.replaceAll("\\bT\\b", TOKEN));

        assertThat(token.token().expose()).isEqualTo(TOKEN);
        assertThat(token.notes()).isNotEmpty();
    }

    @Test
    void a_bare_token_needs_no_note() {
        assertThat(PastedToken.of(TOKEN + "\n").token().expose()).isEqualTo(TOKEN);
        assertThat(PastedToken.of(TOKEN).notes()).isEmpty();
        // The payload of most tokens begins like a token, too.
        assertThat(PastedToken.of(TOKEN + "\r\n").notes()).isEmpty();
    }

    @Test
    void line_breaks_inside_go_and_are_noted() {
        String wrapped = TOKEN.substring(0, 10) + "\r\n" + TOKEN.substring(10, 30) + "\n  " + TOKEN.substring(30);

        PastedToken token = PastedToken.of(wrapped);

        assertThat(token.token().expose()).isEqualTo(TOKEN);
        assertThat(token.notes()).singleElement().asString().contains("line breaks");
    }

    @Test
    void what_holds_no_token_stays_as_it_is() {
        assertThat(PastedToken.of("EwBwA8l6BAAU").token().expose()).isEqualTo("EwBwA8l6BAAU");
        assertThat(PastedToken.of("Bearer ").token().isEmpty()).isTrue();
    }

    @Test
    void a_secret_of_kubernetes_is_decoded() {
        String token = "eyJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.c2lnbmF0dXJl";
        String encoded = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.US_ASCII));

        assertThat(PastedToken.of("kind: Secret\ndata:\n  token: " + encoded + "\n")
                        .token()
                        .expose())
                .isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token     : eyJ0eXAiOiJKV1QiLCJhbGciOiJS...\nExpiresOn : 11/30/2026 07:00:00 +00:00\nTenantId  : a.b.c\n",
                "Name           Value\n----           -----\nAuthorization  Bearer eyJ0eXAiOiJKV1QiLCJub25j\u2026\nContent-Type   application/json\n",
                "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.[PII of type 'Microsoft.IdentityModel.JsonWebTokens.JsonWebToken' is hidden.]"
            })
    void a_token_that_a_tool_has_cut_is_told_as_cut_among_other_lines_too(String printed) {
        assertThat(TokenReading.of(PastedToken.of(printed).token()))
                .isEqualTo(new TokenReading.Broken("it is cut off by the tool that printed it"));
    }

    @Test
    void a_token_has_no_readable_form() {
        assertThat(PastedToken.of(TOKEN).toString()).doesNotContain("eyJ");
    }
}
