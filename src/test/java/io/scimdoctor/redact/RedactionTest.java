package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import io.scimdoctor.Generated;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** What is kept of an exchange. */
final class RedactionTest {
    private final List<String> secrets = new ArrayList<>();
    private final Redaction redaction = new Redaction(new PseudonymTable(), secrets::add);

    private Exchange kept(SentRequest request, Answered answer) {
        return redaction.exchange(Exchange.captured(request, answer, null)).exchange();
    }

    private String body(String body) {
        return redaction.body(body);
    }

    private String header(String name, String value) {
        return redaction.headers(Headers.of(name, value)).fields().get(0).value();
    }

    @Test
    void the_structure_of_a_user_stays_and_its_person_does_not() {
        String user = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"5c1d0c70-1111-4222-8333-444455556666",
                 "userName":"zorb@contoso.example","password":"Zqx-Horse-9","active":true,
                 "name":{"givenName":"Zorb","familyName":"Lax"},"displayName":"Zorb Lax","title":"Falconer",
                 "emails":[{"type":"work","primary":true,"value":"zorb@contoso.example"}],
                 "phoneNumbers":[{"type":"mobile","value":"+1 425 555 0100"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"E-4711",
                 "manager":{"value":"5c1d0c70-9999-4888-8777-666655554444"}},"zqxUnknown":{"deep":["Zqx-1",7654321]}}""";

        String kept = body(user);

        assertThat(kept)
                .contains("\"id\":\"5c1d0c70-1111-4222-8333-444455556666\"", "\"userName\":\"user-1@domain-1\"")
                .contains("\"password\":\"[masked]\"", "\"active\":true", "\"givenName\":\"name-1\"")
                .contains("{\"type\":\"work\",\"primary\":true,\"value\":\"user-1@domain-1\"}")
                .contains("{\"type\":\"mobile\",\"value\":\"phone-1\"}", "\"employeeNumber\":\"[masked]\"")
                .contains("\"manager\":{\"value\":\"5c1d0c70-9999-4888-8777-666655554444\"}")
                .contains("\"[masked]\":{\"deep\":[\"[masked]\",\"[masked]\"]}")
                .doesNotContain("Zorb", "Lax", "Zqx", "4711", "7654321", "Falconer", "contoso", "425");
        assertThat(secrets).contains("Zqx-Horse-9");
    }

    @Test
    void a_patch_keeps_its_operations_and_paths() {
        String patch = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                 {"op":"replace","path":"emails[type eq \\"work\\" and primary eq true].value","value":"a.b@contoso.example"},
                 {"op":"replace","path":"name.givenName","value":"Zorb"},
                 {"op":"add","path":"members","value":[{"value":"5c1d0c70-9999-4888-8777-666655554444"}]},
                 {"op":"remove","path":"members[value eq \\"5c1d0c70-9999-4888-8777-666655554444\\"]"},
                 {"op":"replace","value":{"urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:mailNickname":"zorb"}}
                ]}""";

        assertThat(body(patch))
                .contains("\"path\":\"emails[type eq \\\"work\\\" and primary eq true].value\"")
                .contains("\"value\":\"user-1@domain-1\"", "\"path\":\"name.givenName\",\"value\":\"name-1\"")
                .contains("[{\"value\":\"5c1d0c70-9999-4888-8777-666655554444\"}]")
                .contains("members[value eq \\\"5c1d0c70-9999-4888-8777-666655554444\\\"]")
                .contains("Entra:2.0:User:mailNickname\":\"name-1\"")
                .doesNotContain("Zorb", "zorb", "contoso");
    }

    @Test
    void nothing_personal_comes_through_wherever_it_stands() {
        String[] pieces = {
            " ",
            "the user ",
            "zorb@contoso.example",
            "+49 30 1234567",
            "Zqx-Horse-9",
            "\"",
            "{\"",
            "\":\"",
            "}",
            "[",
            ",",
            "userName",
            "password",
            "detail",
            "\":",
            "5c1d0c70-1111-4222-8333-444455556666",
            "2026-09-15T09:30:00Z",
            "https://graph.microsoft.com/rp/scim/users?filter=",
            "%20eq%20",
            "=",
            "&",
            "/",
            "\n",
            "\\",
            "client_secret",
            "Bearer eyJhbGciOi.eyJhIjox.abc",
            "[masked]",
            "user-1@domain-1",
            "404",
            "\u00e4"
        };
        Gen<String> texts =
                lists().of(arbitrary().pick(pieces)).ofSizeBetween(0, 20).map(list -> String.join("", list));

        Generated.values(1_500).forAll(texts).checkAssert(text -> {
            assertThat(redaction.text(text) + redaction.body(text))
                    .doesNotContain("zorb", "Horse", "1234567", "eyJhbGciOi");
        });
    }

    @Test
    void a_redacted_document_is_not_redacted_further() {
        Gen<String> documents = chance -> value(chance, 3);

        Generated.values(1_000).forAll(documents).checkAssert(document -> {
            String once = body(document);

            assertThat(body(once)).isEqualTo(once);
        });
    }

    private static String value(RandomnessSource chance, int depth) {
        String name = Generated.pick(
                chance, "userName", "detail", "Zqx", "value", "password", "emails", "error", "zorb@contoso.example");
        return switch (Generated.below(chance, depth > 0 ? 5 : 2)) {
            case 0 -> Generated.pick(chance, "null", "true", "404", "\"5c1d0c70-1111-4222-8333-444455556666\"");
            case 1 -> Generated.pick(chance, "\"zorb@contoso.example\"", "\"Zorb, +49 30 1234567\"", "\"not found\"");
            case 2 -> "[" + value(chance, depth - 1) + "," + value(chance, depth - 1) + "]";
            default -> "{\"" + name + "\":" + value(chance, depth - 1) + ",\"a\":" + value(chance, depth - 1) + "}";
        };
    }

    @Test
    void one_person_has_one_pseudonym_wherever_it_stands() {
        SentRequest request = new SentRequest(
                "GET",
                "https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22Zorb@contoso.example%22",
                Headers.NONE,
                null);
        Answered answer = new Answered(
                400,
                Headers.NONE,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"400\",\"detail\":"
                        + "\"The user 'zorb@contoso.example' is unknown; call +49 30 1234567 or zorb@CONTOSO.example.\"}");

        Exchange kept = kept(request, answer);

        assertThat(kept.request().url())
                .isEqualTo("https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22user-1@domain-1%22");
        assertThat(kept.outcome())
                .isInstanceOfSatisfying(
                        Answered.class,
                        kind -> assertThat(kind.body())
                                .contains("The user 'user-1@domain-1' is unknown; call phone-1 or user-1@domain-1."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization | Bearer eyJhbGciOi.eyJhIjox.abc | Bearer [masked]",
                "Authorization | Bearer | Bearer",
                "authorization | Zqx1-key-without-scheme | [masked]",
                "Cookie | session=Zqx1; other=Zqx2 | [masked]",
                "X-Zqx-Custom | anything | [masked]",
                "Accept | application/scim+json | application/scim+json",
                "request-id | 5c1d0c70-1111-4222-8333-444455556666 | 5c1d0c70-1111-4222-8333-444455556666",
                "Retry-After | 17 | 17",
                "User-Agent | python-requests/2.31 | python-requests/2.31",
                "Location | https://zorb:pw@graph.microsoft.com/x?code=Zqx1 | https://[masked]@graph.microsoft.com/x?code=[masked]",
                "Host | graph.microsoft.com | graph.microsoft.com",
                "x-ms-throttle-scope | Tenant_Application/ReadWrite/5c1d0c70-1111-4222-8333-444455556666/5c1d0c70-2222-4222-8333-444455556666 | Tenant_Application/ReadWrite/5c1d0c70-1111-4222-8333-444455556666/5c1d0c70-2222-4222-8333-444455556666",
                "Location | https://graph.microsoft.com/x?code=5c1d0c70-1111-4222-8333-444455556666 | https://graph.microsoft.com/x?code=[masked]",
                "WWW-Authenticate | Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\" | Bearer error=\"insufficient_claims\", claims=\"[masked]\""
            })
    void of_a_header_stays_what_support_needs(String name, String value, String expected) {
        assertThat(header(name, value)).isEqualTo(expected);
    }

    @Test
    void graph_names_the_server_that_answered() {
        String diagnostic = "{\"ServerInfo\":{\"DataCenter\":\"West Europe\",\"Slice\":\"E\",\"Ring\":\"5\","
                + "\"ScaleUnit\":\"004\",\"RoleInstance\":\"AM2PEPF0001BE1C\",\"Zqx\":\"Zqx1\",\"Host\":\"Zorblax\"}}";

        assertThat(header("x-ms-ags-diagnostic", diagnostic))
                .contains("\"DataCenter\":\"West Europe\"", "\"RoleInstance\":\"AM2PEPF0001BE1C\"", "\"Ring\":\"5\"")
                .doesNotContain("Zqx", "Zorblax");
    }

    @Test
    void a_form_for_the_token_endpoint_keeps_its_names() {
        String form = "grant_type=client_credentials&client_id=5c1d0c70-1111-4222-8333-444455556666"
                + "&client_secret=abC8Q~zqx&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&zqx=Zqx1";

        assertThat(body(form))
                .isEqualTo("grant_type=client_credentials&client_id=5c1d0c70-1111-4222-8333-444455556666"
                        + "&client_secret=[masked]&scope=https://graph.microsoft.com/.default&[masked]=[masked]");
        assertThat(secrets).containsExactly("abC8Q~zqx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><title>Blocked</title></head><body>User Zorblax at 10.1.2.3 by Zqx</body></html>",
                "{\"error\":{\"code\":\"x\",\"message\":\"User Zorblax failed\"",
                "plain Zorblax text",
                "[\"Zorblax\",{\"Zorblax\":\"Zorblax\",\"ZorbLax\":1}]",
                "Zorblax=1&a=Zorblax",
                "\"Zorblax\"",
                "{\"a\":\"Zorblax\"} {\"b\":\"Zorblax\"}"
            })
    void a_body_of_any_form_loses_what_is_not_known(String body) {
        assertThat(body(body)).doesNotContainIgnoringCase("zorblax").isNotEmpty();
    }

    @Test
    void what_was_masked_is_counted_by_its_place() {
        SentRequest request = new SentRequest(
                "GET",
                "https://graph.microsoft.com/rp/scim/users?x=Zqx",
                Headers.of("Cookie", "a=Zqx123", "X-Zqx", "1"),
                null);
        kept(request, new Answered(200, Headers.NONE, "{\"userName\":\"zorb@contoso.example\",\"zqx\":1}"));

        assertThat(redaction.masked().counts())
                .containsEntry("url", 1)
                .containsEntry("header Cookie", 1)
                .containsEntry("unknown header", 1)
                .containsEntry("field userName", 1)
                .containsEntry("unknown field name", 1);
    }

    @Test
    void a_guest_keeps_the_mark_that_has_to_be_encoded() {
        assertThat(body("{\"userName\":\"zorb_fabrikam.example#EXT#@contoso.example\"}"))
                .isEqualTo("{\"userName\":\"user-1#EXT#@domain-1\"}");
    }

    @Test
    void the_strict_policy_masks_the_ids_of_objects_and_keeps_those_of_calls() {
        GuidMask strict = new GuidMask(new PseudonymTable());
        strict.keep(Exchange.captured(
                new SentRequest(
                        "GET", null, Headers.of("client-request-id", "00000000-0000-4000-8000-000000000001"), null),
                new Answered(
                        400,
                        Headers.of("request-id", "00000000-0000-4000-8000-000000000002"),
                        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: x. Trace ID: "
                                + "00000000-0000-4000-8000-000000000003 Correlation ID: 00000000-0000-4000-8000-000000000004\"}"),
                null));

        String kept = strict.apply("""
                tenant 5c1d0c70-1111-4222-8333-444455556666 application 5C1D0C70-2222-4222-8333-444455556666
                again 5C1D0C70-1111-4222-8333-444455556666
                00000000-0000-4000-8000-000000000001 00000000-0000-4000-8000-000000000002
                00000000-0000-4000-8000-000000000003 00000000-0000-4000-8000-000000000004""");

        assertThat(kept).isEqualTo("""
                tenant id-1 application id-2
                again id-1
                00000000-0000-4000-8000-000000000001 00000000-0000-4000-8000-000000000002
                00000000-0000-4000-8000-000000000003 00000000-0000-4000-8000-000000000004""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?filter=id%20eq%20%22", "{\"a\":\"x\\n", "id-", "\\u00e9", "/users/"})
    void the_strict_policy_masks_an_id_whatever_stands_before_it(String before) {
        GuidMask strict = new GuidMask(new PseudonymTable());

        String shown = strict.apply(before + "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11%22");

        assertThat(shown).isEqualTo(before + "id-1%22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login failed password=12345678 end",
                "password is 12345678",
                "password '12345678' is wrong",
                "Authorization: Bearer 12345678",
                "got {\\\"password\\\":\\\"12345678\\\"}",
                "client_secret => 12345678-1234-4123-8123-123456781234",
                "Content-Disposition: form-data; name=\"password\"\r\n\r\n12345678",
                "<p><password>12345678</password><api_key>12345678</api_key></p>",
                "{\"apiKey\":\"12345678-1234-4123-8123-123456781234\"}",
                "{\"password\": \"12345678\", \"x\":",
                "client_id=x&client_secret_value=12345678-1234-4123-8123-123456781234"
            })
    void what_only_its_name_gives_away_as_a_secret_is_masked(String body) {
        assertThat(body(body)).contains("[masked]").doesNotContain("12345678");
        assertThat(redaction.text(body)).doesNotContain("12345678");
    }

    @Test
    void whatever_a_secret_is_made_of_is_masked() {
        assertThat(body("{\"secret\":[{\"x\":\"12345678-1234-4123-8123-123456781234\"}]}"))
                .contains("[masked]")
                .doesNotContain("12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The provided client secret keys for app '5c1d0c70-1111-4222-8333-444455556666' are expired.",
                "AADSTS7000215: Invalid client secret provided. Trace ID: 5c1d0c70-1111-4222-8333-444455556666",
                "the token IDX14100: no dots",
                "Identifier:5c1d0c70-1111-4222-8333-444455556666 under category:aadgraph.app.tenant_medium",
                "(tenant=5c1d0c70-1111-4222-8333-444455556666)"
            })
    void the_ids_beside_a_secret_stay(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 425 555 0100", "(425) 555-0100", "+49 (0)30 123 4567", "0030 210 123 456 78"})
    void a_telephone_number_in_groups_is_one_pseudonym(String number) {
        assertThat(redaction.text("call " + number + " now")).isEqualTo("call phone-1 now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25 10:00:00",
                "10 20 30",
                "Mon, 23 Nov 2026 09:14:02 GMT",
                "codes 7000215 7000222 700016",
                "ring 5 slice 4 unit 003",
                "user-1@domain-1 and name-3, phone-2, id-4"
            })
    void what_only_resembles_something_personal_stays(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }
}
