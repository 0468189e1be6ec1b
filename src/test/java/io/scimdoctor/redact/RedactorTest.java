package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be shown, and what may not. */
final class RedactorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abC8Q~kLmNoPqRsTuVwXyZaBcDeFgHiJkLmN-x1",
                "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmF0dXJl",
                "Zm9vYmFyYmF6cXV4/+Y2FuYXJ5c2VjcmV0==",
                "Corr3ct-Horse!",
                "adele.vance@fabrikam.example",
                "Zorblax",
                "zqx-vault-0001",
                "+1-425-555-0100",
                "1a2bdeadbeefcafe0123456789abcdef",
                "qWeRtYuIoPaSdFgH"
            })
    void what_is_no_known_word_is_masked_wherever_it_stands(String secret) {
        assertThat(Redactor.text("The value " + secret + " is wrong."))
                .contains("The value ", "[masked]", " is wrong.")
                .doesNotContain(secret);
        assertThat(Redactor.text("'" + secret + "'")).doesNotContain(secret);
        assertThat(Redactor.url("https://graph.microsoft.com/rp/scim/users/" + secret))
                .doesNotContain(secret);
        assertThat(Redactor.url("https://u:" + secret + "@graph.microsoft.com/rp"))
                .doesNotContain(secret);
        assertThat(Redactor.url("https://graph.microsoft.com/rp/scim?sig=" + secret))
                .doesNotContain(secret);
        assertThat(Redactor.url("https://graph.microsoft.com/rp/scim?count=1#" + secret))
                .doesNotContain(secret);
        assertThat(Redactor.url("/users?filter=userName eq \"" + secret + "\"")).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AADSTS7000215: Invalid client secret provided.",
                "Access token has expired or is not yet valid.",
                "Tue, 24 Nov 2026 10:00:00 GMT",
                "2026-11-23T12:00:00.123Z",
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "User.Read.All, Group.ReadWrite.All",
                "application/scim+json; charset=utf-8",
                "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01",
                "127.0.0.1:8080",
                "within 500ms or 20s"
            })
    void what_belongs_to_this_field_stays_as_it_is(String text) {
        assertThat(Redactor.text(text)).isEqualTo(text);
    }

    @Test
    void a_word_after_a_name_of_a_secret_is_masked_even_when_it_is_a_known_word() {
        assertThat(Redactor.text("password: open client_secret= user"))
                .isEqualTo("password: [masked] client_secret= [masked]");
    }

    @Test
    void what_moves_the_cursor_or_the_direction_of_writing_is_left_out() {
        assertThat(Redactor.text("open\u001b[31m \u202egate\u0007")).doesNotContain("\u001b", "\u202e", "\u0007");
    }

    @Test
    void a_url_keeps_its_host_its_known_segments_and_its_known_query() {
        String url = "https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22x1@y.z%22&count=2";

        assertThat(Redactor.url(url))
                .isEqualTo("https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22[masked]%22&count=2");
    }

    @Test
    void a_path_without_a_host_and_an_empty_text_are_urls_too() {
        assertThat(Redactor.url("/rp/scim/users")).isEqualTo("/rp/scim/users");
        assertThat(Redactor.url("")).isEmpty();
    }

    @Test
    void a_label_of_a_host_that_looks_like_a_key_is_masked() {
        assertThat(Redactor.url("https://aB3dE6gH9.example.com/rp")).isEqualTo("https://[masked].example.com/rp");
    }

    @Test
    void masking_twice_changes_nothing() {
        String once = Redactor.text("user Zorblax said https://u:p@h.example/x9y8?k=v1w2 and abC8Q~x");

        assertThat(Redactor.text(once)).isEqualTo(once);
    }

    @Test
    void a_typed_word_stays_and_a_typed_secret_does_not() {
        assertThat(Redactor.typed("frobnicate")).isEqualTo("frobnicate");
        assertThat(Redactor.typed("unknown option: '--frob'")).isEqualTo("unknown option: '--frob'");
        assertThat(Redactor.typed("abC8Q~kLmNoPqRsTuVwX1")).doesNotContain("kLmNo", "abC8Q");
        assertThat(Redactor.typed("zorb-quux-blip-flarp")).isEqualTo("[masked]");
        assertThat(Redactor.typed("adele@fabrikam.example")).isEqualTo("[masked]");
    }

    @Test
    void a_file_name_keeps_plain_words() {
        assertThat(Redactor.fileName("/tmp/answers-2026.ndjson")).isEqualTo("/tmp/answers-2026.ndjson");
        assertThat(Redactor.fileName("/home/mark.field/a.json")).isEqualTo("/home/[masked]/a.json");
        assertThat(Redactor.fileName("C:\\Users\\Will Page\\a.json")).isEqualTo("C:\\Users\\[masked]\\a.json");
        assertThat(Redactor.fileName("a1b2c3d4e5f6.txt")).isEqualTo("[masked].txt");
    }

    @Test
    void an_identifier_is_kept_whole_or_masked_whole() {
        assertThat(Redactor.identifier("401-token-expired-7")).isEqualTo("401-token-expired-7");
        assertThat(Redactor.identifier("abC8QkLmNoPqRsTuVwX1yZaBc")).isEqualTo("[masked]");
    }

    @Test
    void a_known_secret_is_found_in_every_encoding_it_travels_in() {
        KnownSecrets secrets = new KnownSecrets();
        secrets.add("open/sesame\"now");

        String line = secrets.scrub("open/sesame\"now open%2Fsesame%22now b3Blbi9zZXNhbWUibm93 open/sesame\\\"now");

        assertThat(line).isEqualTo("[masked] [masked] [masked] [masked]");
    }

    @Test
    void a_piece_of_a_known_token_is_as_secret_as_the_whole() {
        KnownSecrets secrets = new KnownSecrets();
        secrets.add("eyJhbGciOiJub25lIn0AAAA.eyJzdWIiOiJub2JvZHkifQ.signatureOfTheToken00");

        assertThat(secrets.scrub("its end is signatureOfTheToken00")).isEqualTo("its end is [masked]");
    }

    @Test
    void what_stands_before_the_host_is_a_scheme_or_it_is_not_shown() {
        String secret = "Zx8Q~qWeRtYuIoPaSdFgHjKlZxCvBnM1234";

        assertThat(Redactor.url(secret + "://graph.microsoft.com/rp/scim")).doesNotContain(secret);
        assertThat(Redactor.url(secret + " https://graph.microsoft.com/rp/scim"))
                .doesNotContain(secret);
        assertThat(Redactor.url("https://graph.microsoft.com/rp/scim"))
                .isEqualTo("https://graph.microsoft.com/rp/scim");
    }
}
