package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and claims in what people really paste. */
final class TokensInTextTest {
    private static final String CLAIMS =
            "{\"aud\":\"https://graph.microsoft.com\",\"iss\":\"https://sts.windows.net/x/\","
                    + "\"exp\":1795303900,\"appid\":\"a\",\"roles\":[\"User.Read.All\"]}";
    private static final String ACCESS = token(CLAIMS);
    private static final String ID = token("{\"aud\":\"app\",\"iss\":\"x\",\"nonce\":\"n\"}");

    @Test
    void of_several_tokens_the_access_token_is_taken() {
        for (String text :
                new String[] {"id_token: " + ID + "\naccess_token: " + ACCESS, ACCESS + "\n" + ID, ID + "\n" + ACCESS
                }) {
            assertThat(PastedToken.of(text).token().expose()).isEqualTo(ACCESS);
        }
    }

    @Test
    void mail_quoting_and_quoted_printable_are_undone() {
        String wrapped = ACCESS.replaceAll("(.{76})", "$1\n> ");
        String printable = ACCESS.replaceAll("(.{75})", "$1=\n");

        assertThat(TokenReading.of(
                        PastedToken.of("Hello,\n> " + wrapped + "\n\nthanks").token()))
                .isInstanceOf(TokenReading.Decoded.class);
        assertThat(PastedToken.of("token: " + printable).token().expose()).isEqualTo(ACCESS);
    }

    @Test
    void claims_alone_are_read_as_json_and_as_a_decoder_shows_them() {
        String decoder = "{\n \"typ\": \"JWT\",\n \"alg\": \"RS256\"\n}.{\n" + CLAIMS.substring(1) + ".[Signature]";
        String table = """
                Claim type\tValue
                aud\thttps://graph.microsoft.com\tThe audience
                iss\thttps://sts.windows.net/x/
                exp\t1795303900
                roles\t["User.Read.All"]
                """;

        String python = """
                {'aud': 'https://graph.microsoft.com',
                 'exp': 1795303900,
                 'app_displayname': None,
                 'roles': ['User.Read.All'],
                 'ver': '1.0'}
                """;
        String script = """
                claims: {
                  aud: 'https://graph.microsoft.com',
                  exp: 1795303900,
                  roles: [ 'User.Read.All' ],
                  ver: '1.0'
                }
                """;

        for (String text : new String[] {CLAIMS, decoder, table, python, script}) {
            PastedToken pasted = PastedToken.of(text);
            assertThat(((TokenReading.Decoded) TokenReading.of(pasted.token()))
                            .claims()
                            .roles())
                    .containsExactly("User.Read.All");
            assertThat(pasted.notes()).singleElement().asString().contains("cannot be checked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"header\":{\"alg\":\"RS256\"},\"payload\":" + CLAIMS + ",\"signature\":\"c2ln\"}",
                "{\"aud\"=>\"https://graph.microsoft.com\", \"exp\"=>1795303900, \"roles\"=>[\"User.Read.All\"], \"ver\"=>\"1.0\"}",
                "{aud=https://graph.microsoft.com, exp=1795303900, roles=[User.Read.All], ver=1.0}",
                "map[aud:https://graph.microsoft.com exp:1795303900 roles:[User.Read.All] ver:1.0]",
                "aud: https://graph.microsoft.com\nexp: 1795303900\nroles:\n- User.Read.All\nver: '1.0'",
                "aud   : https://graph.microsoft.com\r\nexp   : 1795303900\r\nroles : {User.Read.All}\r\nver   : 1.0\r\n",
                "| aud | https://graph.microsoft.com |\n| exp | 1795303900 |\n| roles | [\"User.Read.All\"] |\n| ver | 1.0 |",
                """
                aud\thttps://graph.microsoft.com\tIntended recipient
                ver\t1.0\tThe version
                exp\tMon Nov 22 2026 00:31:40 GMT+0100 (Central European Standard Time)\tThe end
                roles\tUser.Read.All\tThe roles of ...""",
                """
                array(4) {
                  ["aud"]=>
                  string(27) "https://graph.microsoft.com"
                  ["exp"]=>
                  int(1795303900)
                  ["roles"]=>
                  array(1) {
                    [0]=>
                    string(13) "User.Read.All"
                  }
                  ["ver"]=>
                  string(3) "1.0"
                }
                """
            })
    void claims_are_read_as_decoders_and_languages_print_a_map(String text) {
        Claims claims =
                ((TokenReading.Decoded) TokenReading.of(PastedToken.of(text).token())).claims();

        assertThat(claims.audiences()).containsExactly("https://graph.microsoft.com");
        assertThat(claims.time("exp")).isEqualTo(Instant.ofEpochSecond(1_795_303_900));
        assertThat(claims.roles()).containsExactly("User.Read.All");
    }

    @Test
    void a_time_in_a_zone_that_does_not_exist_is_no_time() {
        String table = """
                aud\thttps://graph.microsoft.com
                ver\t1.0
                roles\tUser.Read.All
                exp\tMon Nov 22 2026 00:31:40 GMT+9900 (Nowhere)
                """;

        assertThat(TokensInText.claims(table)).contains("\"exp\":\"Mon\"");
    }

    @Test
    void prose_that_names_claims_is_no_token() {
        String prose = "Look at the aud claim, the iss claim and the exp claim: aud must be Graph, iss is the tenant.";

        assertThat(TokensInText.claims(prose)).isEmpty();
    }

    @Test
    void an_encoded_line_end_is_noted_and_a_token_that_was_encoded_once_more_is_named() {
        String again = Base64.getMimeEncoder().encodeToString(ACCESS.getBytes(StandardCharsets.UTF_8));
        PastedToken pasted = PastedToken.of(again);

        assertThat(PastedToken.of(ACCESS + "%0A").notes())
                .singleElement()
                .asString()
                .contains("line breaks");
        assertThat(TokenReading.none(again, TokenReading.of(pasted.token()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "null",
                "[object Object]",
                "Bearer {{token}}",
                "$TOKEN",
                "%TOKEN%",
                "${TOKEN}",
                "Bearer ${{ secrets.TOKEN }}",
                "<%= token %>",
                "#{token}",
                "YOUR_ACCESS_TOKEN"
            })
    void a_variable_that_was_not_set_is_named_so(String text) {
        TokenReading reading = TokenReading.of(PastedToken.of(text).token());

        assertThat(((TokenReading.Broken) reading).reason()).contains("a variable was not set");
    }

    @Test
    void what_a_tool_has_shortened_is_named_so_and_prose_is_no_token() {
        String cut = ACCESS.substring(0, 40) + "...";
        String prose = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.";

        assertThat(((TokenReading.Broken) TokenReading.of(new Secret(cut))).reason())
                .contains("the tool that printed it");
        assertThat(TokenReading.none(
                        prose, TokenReading.of(PastedToken.of(prose).token())))
                .isNotNull();
        assertThat(TokenReading.none(cut, TokenReading.of(new Secret(cut)))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer ***                                 | masked
            Authorization: Bearer [REDACTED]           | masked
            <redacted>                                 | masked
            Authorization: Basic YWRtaW46YWRtaW4=      | Basic
            Zk38Q~abcdefghijklmnopqrstuvwxyzABCDEFGH   | client secret
            1.AR8AxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ | refresh token
            Token : System.Security.SecureString       | SecureString
            token = <sensitive>                        | masked
            sk-abcdefghijklmnopqrstuvwxyzABCDEFGHIJ    | of another service
            Authorization: SSWS 00abcdefghijklmnopqrstuvwxyz0123456789abcd | of another service
            Cookie: ESTSAUTH=abcdefghijklmnopqrstuvwxyz | cookie
            https://contoso.example/cb?code=1.AXcAabcdefghijklmnopqrstuvwxyz&state=x | came back to
            gho_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ   | of another service
            Bearer ya29.abcdefghijklmnopqrstuvwxyz-ABC | of another service
            Cannot convert "eyJ0eXAiOiJKV1Qi..." to it | has cut
            -----BEGIN CERTIFICATE-----\\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJRTES\\n-----END CERTIFICATE-----     | certificate
            -----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIBAAKCAQEAmFpYqHqJ6xvQ7Wb8dQ3zqkq3Yb1f8mVq0kJxXgM1o\\n-----END RSA PRIVATE KEY----- | private key
            <saml:Assertion Version="2.0"><saml:Issuer>https://sts.windows.net/x/</saml:Issuer></saml:Assertion> | SAML
            PHNhbWxwOlJlc3BvbnNlIElEPSJfMSIgVmVyc2lvbj0iMi4wIj48c2FtbDpJc3N1ZXI+aHR0cHM6Ly94Lzwvc2FtbDpJc3N1ZXI+ | SAML
            Is this a token?                           | text
            """)
    void what_nobody_can_mean_as_a_token_is_named(String text, String kind) {
        String pasted = text.replace("\\n", "\n");

        assertThat(TokenReading.none(
                        pasted, TokenReading.of(PastedToken.of(pasted).token())))
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\"} | {}",
                "{\"alg\":\"RS256\"} | {\"cnf\":{\"kid\":\"k\"}}",
                "{\"alg\":\"RS256\"} | {\"appidacr\":\"0\",\"idtyp\":\"app\"}",
                "{\"alg\":\"RS256\"} | {\"aud\":\"https://graph.microsoft.us\"}"
            })
    void what_microsoft_graph_does_not_usually_get_is_a_warning(String token) {
        String[] parts = token.split(" \\| ");
        TokenReading reading = TokenReading.of(new Secret(part(parts[0]) + "." + part(parts[1]) + ".c2ln"));

        assertThat(TokenJudge.judge(reading, new TokenExpectation(Instant.EPOCH, null, null, null, null)))
                .extracting(TokenIssue::id)
                .contains("token-unusual");
    }

    private static String token(String claims) {
        return part("{\"alg\":\"RS256\"}") + "." + part(claims) + "." + "s".repeat(342);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
