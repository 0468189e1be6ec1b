package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer only suggests is not asserted. */
final class ConfidenceTest {
    private static final String GUID = "c3b1f2aa-5c0e-4d8d-8f55-2f6f0d9a7e10";

    @ParameterizedTest
    @CsvSource({
        "404, GET /users?count=1, Not found, wrong-base-url likely",
        "404, GET /serviceproviderconfig, Not found, wrong-base-url likely",
        "404, GET /userz, Not found, wrong-base-url certain",
        "403, GET /users, Forbidden, permission-missing likely",
        "403, GET /users, Insufficient privileges to complete the operation., permission-missing certain",
        "403, POST /users, The directory object quota limit has been exceeded., quota-exceeded certain",
        "501, GET /users, Not implemented, method-not-supported likely",
        "404, GET /groups/" + GUID + ", Not found, object-not-found certain",
        "500, GET /users, Insufficient privileges to complete the operation., service-fault likely",
        "503, GET /users, Access token is empty., service-busy likely",
        "409, POST /users, Conflict, duplicate-value likely",
        "409, PATCH /users/" + GUID + ", Conflict, duplicate-value possible",
        "409, PATCH /groups/" + GUID + ", Conflict, concurrent-update possible",
    })
    void the_words_of_the_answer_decide_how_sure_a_diagnosis_is(
            int status, String request, String detail, String expected) throws IOException {
        assertThat(diagnosis(status, request, "", scim(detail))).isEqualTo(expected);
    }

    @Test
    void a_group_that_a_change_does_not_find_may_only_lack_the_member() throws IOException {
        assertThat(diagnosis(404, "PATCH /groups/" + GUID, "", "")).isEqualTo("object-not-found likely");
    }

    @ParameterizedTest
    @CsvSource({
        "504, GET /users, service-timeout",
        "429, GET /users, throttled",
        "405, PUT /users/" + GUID + ", put-not-supported",
        "404, DELETE /users/" + GUID + ", object-not-found",
    })
    void a_bare_status_is_certain_only_with_a_mark_of_graph(int status, String request, String id) throws IOException {
        assertThat(diagnosis(status, request, "", "")).isEqualTo(id + " certain");
        assertThat(diagnosis(status, request, "", "", "{}")).isEqualTo(id + " likely");
    }

    @Test
    void an_id_that_is_no_guid_is_suspected_and_a_text_about_it_proves_it() throws IOException {
        assertThat(diagnosis(400, "GET /users/4711", "", "")).isEqualTo("id-not-guid likely");
        assertThat(diagnosis(400, "GET /users/4711", "", scim("Invalid object identifier '4711'.")))
                .isEqualTo("id-not-guid certain");
    }

    @Test
    void an_accept_header_that_is_not_json_is_suspected_and_a_text_about_it_proves_it() throws IOException {
        String sent = ",\"headers\":{\"Accept\":\"*/*\"}";

        assertThat(diagnosis(400, "GET /users", sent, scim("Bad Request"))).isEqualTo("accept-missing likely");
        assertThat(diagnosis(400, "GET /users", sent, scim("The Accept header is missing")))
                .isEqualTo("accept-missing certain");
    }

    @Test
    void words_in_a_form_that_no_api_of_microsoft_has_are_suspected_only() throws IOException {
        String said = "{\\\"code\\\":\\\"tokenNotProvided\\\",\\\"message\\\":\\\"No authorization info found\\\"}";

        assertThat(diagnosis(401, "GET /users", "", said, "{}")).isEqualTo("token-missing likely");
    }

    /** A body without head and address may be any server's; only sentences of Microsoft Entra name who speaks. */
    @ParameterizedTest
    @CsvSource({
        "'userName is already in use', duplicate-value likely",
        "'Another object with the same value for property userPrincipalName already exists.', duplicate-value certain"
    })
    void a_bare_body_in_the_form_of_scim_makes_nothing_certain(String detail, String expected) throws IOException {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"409\","
                + "\"scimType\":\"uniqueness\",\"detail\":\"" + detail + "\"}";
        String line = CommandRun.with()
                .in(body)
                .run("classify", "-", "-o", "ndjson")
                .out()
                .split("\n", 2)[0];

        JsonNode told = Json.read(line);
        assertThat(told.path("id").asText() + " " + told.path("confidence").asText())
                .isEqualTo(expected);
    }

    private static String scim(String detail) {
        return "{\\\"schemas\\\":[\\\"urn:ietf:params:scim:api:messages:2.0:Error\\\"],\\\"detail\\\":\\\"" + detail
                + "\\\"}";
    }

    private static String diagnosis(int status, String request, String more, String body) throws IOException {
        return diagnosis(status, request, more, body, "{\"request-id\":\"" + GUID + "\"}");
    }

    private static String diagnosis(int status, String request, String more, String body, String headers)
            throws IOException {
        int space = request.indexOf(' ');
        String line = "{\"status\":" + status + ",\"headers\":" + headers + ",\"body\":\"" + body
                + "\",\"request\":{\"method\":\"" + request.substring(0, space)
                + "\",\"url\":\"https://graph.microsoft.com/rp/scim" + request.substring(space + 1) + "\"" + more
                + "}}\n";
        CommandRun run = CommandRun.with().in(line).run("classify", "-", "-o", "ndjson");
        JsonNode json = Json.read(run.out().split("\n")[0]);
        return json.path("id").asText() + " " + json.path("confidence").asText();
    }
}
