package io.scimdoctor.capture.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a status, an address and an id belong to one call, and that each call counts once. */
class WhoseCallTest {
    private static final String USERS = "https://graph.microsoft.com/rp/scim/users";
    private static final String ID = "0f3c1c54-1111-4222-8333-000000000004";

    @Test
    void a_failure_is_not_joined_to_an_address_that_another_record_names() {
        String text = """
                2026-11-20 08:15:02 INFO  Reading %s/1
                2026-11-20 08:15:03 INFO  3 members
                2026-11-20 08:15:03 INFO  Updating group
                Invoke-RestMethod : The remote server returned an error: (403) Forbidden.
                2026-11-20 08:15:04 INFO  Reading %s/2
                """.formatted(USERS, USERS);

        assertThat(Reading.of(text).line()).isEqualTo("null null 403 ");
    }

    @Test
    void of_addresses_that_are_named_the_last_one_before_the_failure_counts() {
        String text = "Read " + USERS + "\nAdding a member (https://graph.microsoft.com/rp/scim/groups/1)\n"
                + "Response status code does not indicate success: 403 (Forbidden).\n";

        assertThat(Reading.of(text).line()).isEqualTo("null https://graph.microsoft.com/rp/scim/groups/1 403 ");
    }

    @Test
    void what_powershell_sends_is_no_status_and_a_command_with_variables_is_a_call() {
        String verbose = "VERBOSE: PATCH " + USERS + "/1 with 148-byte payload\n"
                + "Invoke-RestMethod : The remote server returned an error: (403) Forbidden.\n";
        String typed = "PS C:\\> Invoke-RestMethod -Uri " + USERS + "\n\ntotalResults : 3\n\n"
                + "PS C:\\> $r = Invoke-RestMethod -Method Delete -Uri $u\n"
                + "Invoke-RestMethod : The remote server returned an error: (403) Forbidden.\n";

        assertThat(Reading.of(verbose).line()).isEqualTo("PATCH " + USERS + "/1 403 ");
        assertThat(Reading.of(typed).line()).startsWith("DELETE ").endsWith(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"az.sdk.message\":\"HTTP response\",\"statusCode\":403,\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"requestId\":\"%s\"}",
                "azure:core-rest-pipeline:info Request: {\n  \"url\": \"https://graph.microsoft.com/rp/scim/users\",\n  \"requestId\": \"%s\"\n}\nazure:core-rest-pipeline:info Response status code: 403",
                "{\"level\":\"error\",\"x-request-id\":\"%s\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":403}"
            })
    void an_id_that_the_client_made_is_not_the_services(String text) {
        Answered answer = Reading.of(text.formatted(ID)).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().has("request-id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\":403,\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"x-ms-request-id\":\"%s\"}",
                "{\"statusCode\":403,\"code\":\"Forbidden\",\"requestId\":\"%s\",\"body\":\"\",\"date\":\"2026-11-29\"}",
                "GraphError: Forbidden {\n  statusCode: 403,\n  requestId: '%s'\n}"
            })
    void an_id_under_the_services_names_is_the_services(String text) {
        Answered answer = Reading.of(text.formatted(ID)).answer();

        assertThat(answer.headers().fields()).anyMatch(field -> field.value().equals(ID));
    }

    @Test
    void a_call_that_is_told_of_again_under_its_id_counts_once() {
        String text = """
                2026-11-20T08:15:02Z INFO http GET %s?count=1 403 request-id: %s
                2026-11-20T08:15:03Z INFO http GET https://graph.microsoft.com/rp/scim/groups 401
                2026-11-20T08:15:04Z ERROR ScimException: 403 Forbidden {"error":{"code":"Authorization_RequestDenied",\
                "message":"Insufficient privileges","innerError":{"request-id":"%s"}}}
                """.formatted(USERS, ID, ID);

        assertThat(Reading.of(text).lines()).hasSize(2).first().asString().contains("403 {\"error\"");
    }

    @Test
    void a_port_that_is_the_usual_one_makes_no_other_call() {
        String text =
                "2026-11-20 08:15:02 DEBUG pool https://graph.microsoft.com:443 \"GET /rp/scim/users HTTP/1.1\" 403 232\n"
                        + "2026-11-20 08:15:02 ERROR client GET " + USERS + " failed: 403 Forbidden\n";

        assertThat(Reading.of(text).line()).startsWith("GET ").endsWith(" 403 ");
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico", "/static/app.js", "https://www.example.com/favicon.ico", "/health"})
    void what_a_web_server_serves_besides_is_no_answer_of_the_api(String url) {
        String log = "{\"method\":\"GET\",\"path\":\"/rp/scim/users\",\"status\":403}\n{\"method\":\"GET\",\"path\":\""
                + url + "\",\"status\":404}\n";

        assertThat(Reading.of(log).line()).isEqualTo("GET /rp/scim/users 403 ");
    }

    @Test
    void a_page_of_another_site_is_no_answer_of_the_api_in_a_browsers_log() {
        String har =
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"https://www.example.org/index.html\"},"
                        + "\"response\":{\"status\":200,\"headers\":[],\"content\":{\"text\":\"<html></html>\"}}}]}}";

        assertThat(Reading.of(har).captured()).isEmpty();
    }

    @Test
    void a_schema_in_a_file_is_no_success() {
        String schema =
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"x\",\"attributes\":[],"
                        + "\"meta\":{\"resourceType\":\"Schema\"}}";

        assertThat(Reading.of(schema).captured()).isEmpty();
        assertThat(Reading.of("HTTP/1.1 200 OK\n\n" + schema).answer().status()).isEqualTo(200);
    }

    @Test
    void lines_in_a_container_log_bear_the_numbers_of_the_file() {
        String log = """
                {"log":"{\\"status\\":403}\\n","stream":"stdout"}
                {"log":"{\\"status\\":\\n","stream":"stdout"}
                {"log":"{\\"status\\":401}\\n","stream":"stdout"}
                """;

        Reading reading = Reading.of(log);

        assertThat(reading.lines()).containsExactly("1 null null 403 ", "3 null null 401 ");
        assertThat(reading.unreadableAt()).containsExactly(2L);
    }

    @Test
    void what_a_firewall_blocked_is_an_answer_of_its_own() {
        String log = """
                {"reason":"Not allowed","action":"Blocked","url":"graph.microsoft.com/rp/scim/users","requestmethod":"GET"}
                {"reason":"Allowed","action":"Allowed","url":"graph.microsoft.com/rp/scim/users","status":"200"}
                """;

        assertThat(Reading.of(log).lines())
                .containsExactly("1 GET " + USERS + " 0 Blocked: Not allowed", "2 null " + USERS + " 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telemetry exporter url=https://telemetry.contoso.example/v1/traces",
                "POST https://telemetry.contoso.example/v1/traces 202",
            })
    void what_a_line_above_an_answer_tells_of_another_server_is_no_address_of_it(String line) {
        String text = "2026-11-30 09:00:00 INFO " + line + "\n" + """
                HTTP/1.1 403 Forbidden
                content-type: application/scim+json
                request-id: 0f3c1c54-1111-4222-8333-000000000004

                {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"403"}
                """;

        assertThat(Reading.of(text).captured())
                .filteredOn(one -> requireNonNull(one.exchange().answer()).status() == 403)
                .singleElement()
                .satisfies(one -> assertThat(one.exchange().request().url()).isNull());
    }

    /** What a server logs of its own refusals bears the name of its part that refused. */
    @Test
    void a_refusal_in_the_log_of_another_product_is_its_own() {
        String text = """
                2026-01-09 11:47:14,043 DEBUG [org.keycloak.services.error.KeycloakErrorHandler] (executor-thread-22) Error response 403: jakarta.ws.rs.ForbiddenException: Service account role not configured
                        at org.jboss.resteasy.reactive.server.handlers.InvocationHandler.handle(InvocationHandler.java:29)
                """;

        assertThat(Reading.of(text).captured())
                .singleElement()
                .satisfies(one -> assertThat(requireNonNull(one.exchange().answer())
                                .headers()
                                .first("server"))
                        .hasValueSatisfying(server -> assertThat(server).contains("keycloak")));
    }

    /** As Go's log.Panic does. */
    @Test
    void a_message_that_a_program_ends_with_is_no_other_call() {
        String message =
                "Get \"https://graph.microsoft.com/rp/scim/users\": dial tcp 20.190.160.1:443: connect: connection refused\n";

        assertThat(Reading.of("2026/11/30 09:15:04 " + message + "panic: " + message + "\ngoroutine 1 [running]:\n")
                        .captured())
                .hasSize(1);
    }
}
