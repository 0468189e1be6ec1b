package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as client libraries and logs print them, without the JSON that came over the wire. */
final class PrintedErrorTest {
    private static final String DENIED = "{\"error\":{\"code\":\"Authorization_RequestDenied\","
            + "\"message\":\"Insufficient privileges to complete the operation.\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"""
                Microsoft.Graph.ServiceException: Code: Authorization_RequestDenied
                Message: Insufficient privileges to complete the operation.
                Inner error:
                """, """
                GraphServiceException: Error code: Authorization_RequestDenied
                Error message: Insufficient privileges to complete the operation.

                403 : Forbidden
                """, """
                >>> r.status_code
                403
                >>> r.json()
                {'error': {'code': 'Authorization_RequestDenied', \
                'message': 'Insufficient privileges to complete the operation.'}}
                """, """
                AxiosError: Request failed with status code 403 {
                  code: 'ERR_BAD_REQUEST',
                  data: {
                    error: {
                      code: 'Authorization_RequestDenied',
                      message: 'Insufficient privileges to complete the operation.',
                    }
                  }
                }
                """, """
                unexpected status 403 with OData error: \
                Authorization_RequestDenied: Insufficient privileges to complete the operation.
                """, """
                HTTP status 403
                [code] => Authorization_RequestDenied
                [message] => Insufficient privileges to complete the operation.
                """, """
                Get users error. Error: Authorization_RequestDenied Insufficient privileges to complete the operation.
                """, """
                HTTP status code 403. errorCode=Authorization_RequestDenied \
                errorMessage="Insufficient privileges to complete the operation." method=POST
                """, """
                ╷
                │ Error: Creating group "staff"
                │
                │ unexpected status 403 (403 Forbidden) with error: Authorization_RequestDenied: Insufficient
                │ privileges to complete the operation.
                ╵
                """})
    void the_code_and_the_message_of_a_printed_error_are_read(String text) {
        assertThat(Reading.of(text).line()).containsPattern(" (403|0) \\{").endsWith(DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            array(1) { ["error"]=> array(2) { ["code"]=> string(10) "BadRequest" ["message"]=> string(7) "Not so." } } | BadRequest
            Message: \\nCode: BadGateway\\nMessage: Failed to execute backend request.                              | BadGateway
            x.GraphServiceException: Error code: ErrorItemNotFound\\nError message: The object was not found.        | ErrorItemNotFound
            """)
    void a_code_that_is_a_plain_word_counts_with_a_message_behind_it(String text, String code) {
        assertThat(Reading.of(text.replace("\\n", "\n")).answer().status()).isZero();
        assertThat(Reading.of(text.replace("\\n", "\n")).answer().body()).contains("\"code\":\"" + code);
        assertThat(Reading.of("The code: BadGateway is one of them.").captured())
                .isEmpty();
    }

    @Test
    void a_long_message_is_read_to_its_end() {
        String message = "It's \\\"so\\\". ".repeat(20_000);

        assertThat(Reading.of("HTTP status 403\ncode: 'Authorization_RequestDenied', message: \"" + message + "\"\n")
                        .line())
                .hasSizeGreaterThan(200_000);
        assertThat(Reading.of("HTTP status 403\ncode: Authorization_RequestDenied, message: \"cut "
                                + "off ".repeat(5_000))
                        .line())
                .contains("\"message\":\"cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"; ", " \""})
    void each_error_of_a_line_has_its_own_message(String between) {
        String text = "Code: Authorization_RequestDenied, Message: Insufficient privileges" + between
                + "Code: Request_ResourceNotFound, Message: Resource x does not exist";

        assertThat(Reading.of(text).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("Insufficient privileges")
                .doesNotContain("Resource");
    }

    @Test
    void a_printed_scim_error_keeps_its_detail_and_its_status() {
        String text = "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:Error'], "
                + "'detail': \"Resource 'x' does not exist\", 'status': '404'}";

        assertThat(Reading.of(text).line())
                .isEqualTo("null null 404 {\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
                        + "\"detail\":\"Resource 'x' does not exist\",\"status\":\"404\"}");
    }

    @Test
    void a_code_of_the_client_is_no_error_of_the_service() {
        String text = "Error: connect ECONNREFUSED 127.0.0.1:8080 { code: 'ECONNREFUSED', message: 'x' }";

        assertThat(Reading.of(text).line()).contains("connection-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D/Retrofit( 2227): ",
                "app_1  | ",
                "2026-11-25T10:00:01.123Z INFO [worker] c.e.Client : ",
                "[2026-11-25 10:00:01,123] [main] "
            })
    void what_a_log_puts_in_front_of_every_line_is_taken_off(String prefix) {
        String text = """
                HTTP/1.1 403 Forbidden
                Content-Type: application/json

                {"error":
                {"code":"Authorization_RequestDenied"}}""";
        String logged = prefix + text.replace("\n", "\n" + prefix);

        assertThat(Reading.of(logged).line()).isEqualTo(Reading.of(text).line());
    }

    @Test
    void times_that_differ_from_line_to_line_are_taken_off_with_the_rest() {
        String text = """
                2026-11-25 10:00:01,1 ERROR Client: HTTP/1.1 401 Unauthorized
                2026-11-25 10:00:01,2 ERROR Client: Content-Type: application/json
                2026-11-25 10:00:02,0 ERROR Client:
                2026-11-25 10:00:02,1 ERROR Client: {"error":{
                2026-11-25 10:00:02,2 ERROR Client: "message":"Access token is empty."}}
                """;

        assertThat(Reading.of(text).line())
                .isEqualTo("null null 401 {\"error\":{\n\"message\":\"Access token is empty.\"}}");
    }

    @Test
    void the_tree_of_postmans_console_gives_headers_and_bodies() {
        String text = """
                POST https://graph.microsoft.com/rp/scim/users: {
                  "Network": {},
                  "Request Headers": {
                    "accept": "*/*"
                  },
                  "Request Body": "{\\"userName\\":\\"a\\"}",
                  "Response Headers": {
                    "request-id": "r-1"
                  },
                  "Response Body": "{\\"schemas\\":[],\\"detail\\":\\"No\\",\\"status\\":\\"400\\"}"
                }
                """;

        Reading reading = Reading.of(text);

        assertThat(reading.line())
                .isEqualTo("POST https://graph.microsoft.com/rp/scim/users 400 "
                        + "{\"schemas\":[],\"detail\":\"No\",\"status\":\"400\"}");
        assertThat(reading.answer().headers().first("request-id")).contains("r-1");
        assertThat(reading.only().request().body()).isEqualTo("{\"userName\":\"a\"}");
    }

    @Test
    void a_number_that_is_the_label_of_a_row_is_no_answer() {
        assertThat(Reading.of("""
                01-token.txt\tAADSTS7000222
                02-refused.txt\tconnection-refused
                """).captured()).isEmpty();
        assertThat(Reading.of("     | AADSTS7000215: Invalid client secret provided")
                        .captured())
                .hasSize(1);
        assertThat(Reading.of("### \"AADSTS50011: The redirect URI does not match\"\n\n- Check it")
                        .captured())
                .isEmpty();
        assertThat(Reading.of("AADSTS7000222").captured()).hasSize(1);
        assertThat(Reading.of("login failed: AADSTS7000222").captured()).hasSize(1);
    }

    @Test
    void a_sentence_of_the_sign_in_service_keeps_its_ids_behind_what_the_library_writes_in_front() {
        String body = Reading.of("""
                ServerError: unauthorized_client: Error(s): 700016 - Timestamp: 2026-11-29 07:46:35Z - Description: AADSTS700016: Application with identifier 'x' was not found.
                Trace ID: d3c12922-b66d-48d6-ba07-0376259cf1ff
                    at ResponseHandler.validateTokenResponse (/opt/msal-node.cjs:6499:33)
                """).answer().body();

        assertThat(body).startsWith("AADSTS700016: Application").contains("d3c12922-b66d-48d6-ba07-0376259cf1ff");
    }

    @Test
    void a_command_of_powershell_for_graph_names_the_code_below_its_message() {
        Reading reading = Reading.of("""
                Get-MgUser : Lifetime validation failed, the token is expired.
                At line:1 char:1
                + Get-MgUser
                + ~~~~~~~~~~
                    + CategoryInfo          : InvalidOperation: ({ ConsistencyLe…}:<>f__AnonymousType62`8) [x]
                    + FullyQualifiedErrorId : InvalidAuthenticationToken,Microsoft.Graph.PowerShell.Cmdlets.GetMgUser
                """);

        assertThat(reading.answer().body())
                .isEqualTo("{\"error\":{\"code\":\"InvalidAuthenticationToken\","
                        + "\"message\":\"Lifetime validation failed, the token is expired.\"}}");
    }

    @Test
    void a_call_that_got_no_answer_is_said_to_have_failed() {
        Reading reading = Reading.of("""
                10:00:00,1 GET https://graph.microsoft.com/rp/scim/users/1 -> 200
                10:00:01,1 GET https://graph.microsoft.com/rp/scim/users/2 -> 0
                """);

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.mentionsFailure()).isTrue();
    }

    /** Spring names the class of an exception like the code of the error. */
    @Test
    void the_class_of_an_exception_is_no_error_beside_its_body() {
        Reading reading = Reading.of("""
                2026-11-30T12:14:18Z ERROR /users failed: org.springframework.web.client.HttpClientErrorException$TooManyRequests: \
                429 Too Many Requests: "{"error":{"code":"TooManyRequests","message":"Too many requests.","innerError":{"request-id":"885af3bb-d4b2-4440-8a46-3296c50f9a00"}}}"
                2026-11-30T12:14:19Z ERROR /groups failed: org.springframework.web.client.HttpClientErrorException$TooManyRequests: \
                429 Too Many Requests: "{"error":{"code":"TooManyRequests","message":"Too many requests.","innerError":{"request-id":"efe58996-a21f-4422-aa0c-861772129b3d"}}}"
                """);

        assertThat(reading.lines()).hasSize(2).allMatch(line -> line.contains(" 429 {"));
    }

    @Test
    void an_exception_that_says_only_the_reason_phrase_names_the_status() {
        assertThat(Reading.of("io.micronaut.http.client.exceptions.HttpClientResponseException: Too Many Requests\n")
                        .answer()
                        .status())
                .isEqualTo(429);
    }

    @Test
    void the_value_of_a_field_ends_where_the_next_name_stands() {
        Reading reading = Reading.of("""
                WARN POST https://graph.microsoft.com/rp/scim/Users -> 429, retry-after=17, body={"error":{"code":"TooManyRequests","message":""}}
                """);

        assertThat(reading.answer().headers().first("retry-after")).hasValue("17");
    }
}
