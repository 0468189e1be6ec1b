package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in any characters, users of URLs, and what follows the name of a secret. */
final class RedactedWordsTest {
    private final Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password：S",
                "password＝S",
                "password -> S",
                "password&#61;S",
                "&quot;password&quot;:&quot;S&quot;",
                "client_secret%253DS",
                "{\\\\\\\"client_secret\\\\\\\":\\\\\\\"S\\\\\\\"}",
                "tool --client-secret S",
                "curl -u joe:S https://x.example",
                "Kennwort: S",
                "Passwort ist S",
                "mot de passe : S",
                "contraseña: S",
                "パスワード：S",
                "https://x.example/a;jsessionid=S"
            })
    void a_secret_behind_its_name_is_hidden_however_the_two_are_joined(String text) {
        assertThat(Redactor.seen(text.replace("S", "zQ7kvW3xRb9T"))).doesNotContain("zQ7kvW3xRb9T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD842\uDFB7\uD869\uDE96",
                "\uD83A\uDD0B\uD83A\uDD25\uD83A\uDD2F",
                "\uD835\uDCD9\uD835\uDCF8\uD835\uDCF1\uD835\uDCF7",
                "\u2801\u2803\u2809",
                "\u24BF\u24DE\u24D7\u24DD",
                "\uD83C\uDDEF\uD83C\uDDF4",
                "\uD842",
                "not\uD842\uDFB7found"
            })
    void a_name_is_masked_in_whatever_characters_it_is_written(String name) {
        assertThat(redaction.text("User " + name + " was not found.")).isEqualTo("User [masked] was not found.");
        assertThat(redaction.text("User \u300C" + name + "\u300D")).isEqualTo("User \u300C[masked]\u300D");
        assertThat(Redactor.typed("--note " + name)).doesNotContain(name);
        assertThat(redaction.text("https://graph.microsoft.com/rp/scim/users/" + name))
                .doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u201Cnot found\u201D \u2013 \u00ABtoken\u00BB \u2026 \u2192 403 \u2265 400",
                "\u25B8 the user \u2714"
            })
    void typographic_signs_stay(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://admin:Pass/word12@proxy.example/x | https://[masked]@proxy.example/x",
                "https://ad:p?q@h/ | https://[masked]@h/",
                "https://ad:user?count@h/users?count=1 | https://[masked]@h/users?count=1",
                "https://ad:user#key@h/users | https://[masked]@h/users",
                "https://graph.microsoft.com:443/users/zorb@contoso.example | https://graph.microsoft.com:443/users/user-1@domain-1"
            })
    void the_user_in_a_url_ends_at_its_host(String url, String shown) {
        assertThat(redaction.text("see " + url + " now")).isEqualTo("see " + shown + " now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Change.Me.123", "Admin-123", "!#$%^&*()+", "(Token.403"})
    void what_follows_the_name_of_a_secret_is_masked_whatever_it_looks_like(String secret) {
        for (String text : List.of(
                "ROPC request failed with password=" + secret + " for the user.",
                "password: " + secret,
                "client_secret => " + secret,
                "the password '" + secret + "' is too weak.",
                "the password is " + secret,
                "the password " + secret + " is too weak.",
                "<password>" + secret.replace("&", "") + "</password>")) {
            assertThat(redaction.text(text))
                    .as(text)
                    .contains("[masked]")
                    .doesNotContain(secret, secret.replace("&", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The password is expired.",
                "the token was not found",
                "the password of the user, and the token (403)",
                "[Reason - The key was not found., Found key 'Start=11/23/2026 10:00:00, End=11/24/2026 10:00:00']",
                "token_type=Bearer",
                "secret=${SECRET} token={token} key=<key>"
            })
    void a_sentence_about_a_secret_stays(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111", "GB29 NWBK 6016 1331 9268 19"})
    void of_an_account_number_not_even_the_last_digits_are_handed_on(String number) {
        String shown = redaction.text("account " + number + " of the user");

        assertThat(shown).doesNotContain(number.substring(number.length() - 2), number.substring(5, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Value '68895898' for employeeNumber is invalid.",
                "the value 68895898 of the user",
                "employeeNumber 6889589",
                "User(employeeNumber=68895898, active=true)"
            })
    void a_number_as_long_as_that_of_an_employee_is_masked(String text) {
        assertThat(redaction.text(text)).contains("[masked]").doesNotContain("688958");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CompactToken parsing failed with error code: 80049217",
                "error 9002313 after a timeout of 100000 ms",
                "the limit of '100000' bytes",
                "AADSTS7000215, AADSTS50126 [errorCode: 7000222]"
            })
    void a_code_or_a_limit_stays(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs/20261201T015323.984Z_417292e7-6559-488c-85dc-d833b53b34c9.json",
                "export_2026-12-01T10-02-11Z_users.har:3",
                "trace-ABC123_2026-def456_7.log"
            })
    void the_name_of_a_file_is_no_key(String name) {
        assertThat(Redactor.seen(name)).isEqualTo(name);
    }

    @Test
    void a_key_is_masked_where_it_is_the_value_of_a_parameter() {
        assertThat(Redactor.seen("https://x.example/cb?flow=zQ7kvW3xRb9TmL2pXc5Y&count=1"))
                .isEqualTo("https://x.example/cb?flow=[masked]&count=1");
    }
}
