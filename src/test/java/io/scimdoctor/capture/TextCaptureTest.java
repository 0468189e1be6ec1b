package io.scimdoctor.capture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.capture.request.CommandLine;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.input.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCaptureTest {
    private static final String EXPECTED = "GET " + CaptureSamples.URL + " 400 " + CaptureSamples.BODY;

    @Test
    void a_bare_scim_error_says_its_own_status() {
        assertThat(Reading.of(CaptureSamples.BODY).line()).isEqualTo("null null 400 " + CaptureSamples.BODY);
    }

    @Test
    void hints_fill_in_what_a_body_does_not_say() {
        Hints hints = new Hints(503, "get", "/rp/scim/users");

        assertThat(Reading.of("The service is unavailable.", hints).line())
                .isEqualTo("GET /rp/scim/users 503 The service is unavailable.");
        assertThat(Reading.of(CaptureSamples.CURL_I, hints).answer().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":{"code":"InvalidAuthenticationToken","message":"x"}}                                | 0 | 401
            {"error":{"code":"Authorization_RequestDenied","message":"x"}}                               | 0 | 403
            {"error":{"code":"Request_ResourceNotFound","message":"x"}}                                  | 0 | 404
            {"error":{"code":"UnknownError","message":""}}                                               | 0 | 0
            {"error":{"code":"UnknownError","message":"","status":502}}                                  | 502 | 502
            {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret"}        | 0 | 401
            {"error":"unauthorized_client","error_description":"AADSTS700016: Application not found"}    | 0 | 400
            {"status":400,"detail":"x","schemas":["urn:ietf:params:scim:api:messages:2.0:Error"]}        | 400 | 400
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":0}          | 0 | 200
            {"token_type":"Bearer","expires_in":3599,"access_token":"removed"}                           | 0 | 200
            {"error":{"code":"InvalidAuthenticationToken","mess                                          | 0 | 401
            <html><head><title>502 Bad Gateway</title></head></html>                                     | 502 | 502
            <html><head><title>Sign in to the network</title></head></html>                              | 0 | 0
            AADSTS90002: Tenant 'x' not found.                                                           | 0 | 400
            No 'scimapiconsumptions' resource found for TenantId                                         | 0 | 0
            """)
    void a_bare_body_has_the_status_that_it_tells_and_is_judged_by_its_usual_one(String body, int told, int usual) {
        Exchange exchange = Reading.of(body).captured().get(0).exchange();

        Answered answer = requireNonNull(exchange.answer());
        assertThat(answer.status()).isEqualTo(told);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(requireNonNull(new Observation(exchange, Set.of()).judged()).status())
                .isEqualTo(usual);
    }

    @Test
    void curl_i_gives_status_headers_and_body() {
        Reading reading = Reading.of(CaptureSamples.CURL_I);

        assertThat(reading.line()).isEqualTo("null null 400 " + CaptureSamples.BODY);
        assertThat(reading.answer().headers().first("Request-Id")).contains("r-1");
        assertThat(reading.only().at()).isEqualTo(Instant.parse("2026-05-02T08:11:04Z"));
    }

    @Test
    void answers_on_the_way_are_left_out_and_the_final_one_kept() {
        String text = "HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\n"
                + "HTTP/1.1 302 Found\nlocation: /x\n\n" + CaptureSamples.CURL_I;

        assertThat(Reading.of(text).line()).isEqualTo("null null 400 " + CaptureSamples.BODY);
    }

    @Test
    void a_lone_redirect_is_an_answer() {
        assertThat(Reading.of("HTTP/1.1 302 Found\nlocation: /x\n\n").answer().status())
                .isEqualTo(302);
    }

    @Test
    void several_pasted_answers_are_read_one_by_one() {
        String text = """
                HTTP/1.1 400 Bad Request

                {"a":1}

                HTTP/1.1 404 Not Found

                {"b":2}
                ---
                HTTP/1.1 204 No Content
                request-id: r

                ---
                HTTP/2 302

                ---
                HTTP/2 500

                x{"c":3}HTTP/2 503

                """;

        assertThat(Reading.of(text).lines())
                .containsExactly(
                        "1 null null 400 {\"a\":1}",
                        "2 null null 404 {\"b\":2}",
                        "3 null null 204 ",
                        "4 null null 302 ",
                        "5 null null 500 x{\"c\":3}",
                        "6 null null 503 ");
    }

    @Test
    void curl_v_gives_the_request_too() {
        Reading reading = Reading.of(CaptureSamples.CURL_V);

        assertThat(reading.line()).isEqualTo(EXPECTED);
        assertThat(reading.only().request().headers().first("accept")).contains("*/*");
        assertThat(reading.answer().headers().first("request-id")).contains("r-1");
    }

    @Test
    void curl_v_through_a_proxy_yields_the_answer_behind_it() {
        String text = """
                > CONNECT graph.microsoft.com:443 HTTP/1.1
                > Host: graph.microsoft.com:443
                >
                < HTTP/1.1 200 Connection established
                <
                > GET /rp/scim/users HTTP/2
                > Host: graph.microsoft.com
                >
                < HTTP/2 100
                <
                < HTTP/2 401
                <
                {}
                """;

        assertThat(Reading.of(text).line()).isEqualTo("GET https://graph.microsoft.com/rp/scim/users 401 {}");
    }

    @Test
    void a_tunnel_that_a_proxy_refused_is_the_answer() {
        String text = """
                > CONNECT graph.microsoft.com:443 HTTP/1.1
                >
                < HTTP/1.1 407 Proxy Authentication Required
                <
                * CONNECT tunnel failed, response 407
                curl: (56) CONNECT tunnel failed, response 407
                """;

        assertThat(Reading.of(text).answer().status()).isEqualTo(407);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curl: (6) Could not resolve host: graph.microsoft.com                                          | dns-failure
            curl: (7) Failed to connect to graph.microsoft.com port 443 after 3 ms: Couldn't connect to server | connection-refused
            curl: (7) Failed to connect to graph.microsoft.com: Network is unreachable                     | network-unreachable
            curl: (28) Failed to connect to graph.microsoft.com port 443 after 5001 ms: Timeout was reached | connect-timeout
            curl: (28) Operation timed out after 30001 milliseconds with 0 bytes received                  | response-timeout
            curl: (28) Operation timed out after 30001 milliseconds with 12 out of 900 bytes received      | stalled-body
            curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to graph.microsoft.com:443     | tls-failure
            curl: (35) error:1408F10B:SSL routines:ssl3_get_record:wrong version number                    | tls-protocol
            curl: (51) SSL: no alternative certificate subject name matches target host name 'x'           | tls-hostname-mismatch
            curl: (52) Empty reply from server                                                             | empty-reply
            curl: (56) Recv failure: Connection reset by peer                                              | connection-reset
            curl: (60) SSL certificate problem: unable to get local issuer certificate                     | tls-untrusted
            curl: (60) SSL certificate problem: certificate has expired                                    | tls-expired
            curl: (5) Could not resolve proxy: proxy.example                                               | proxy-unreachable
            java.net.UnknownHostException: graph.microsoft.com                                             | dns-failure
            javax.net.ssl.SSLHandshakeException: PKIX path building failed                                 | tls-untrusted
            Invoke-RestMethod : The remote name could not be resolved: 'graph.microsoft.com'               | dns-failure
            Error: connect ECONNREFUSED 10.0.0.1:443                                                       | connection-refused
            System.Threading.Tasks.TaskCanceledException: HttpClient.Timeout of 100 seconds elapsing       | response-timeout
            """)
    void a_call_without_an_answer_has_the_fault_that_the_client_names(String text, String fault) {
        assertThat(Reading.of(text).failure().fault().slug()).isEqualTo(fault);
    }

    @Test
    void the_notes_of_curl_v_tell_why_there_is_no_answer() {
        String text = "curl -v https://graph.microsoft.com/rp/scim/users\n* Trying 20.190.160.20:443...\n"
                + "* SSL certificate problem: self-signed certificate in certificate chain\ncurl: (60) SSL certificate problem: "
                + "self-signed certificate in certificate chain\nMore details here: https://curl.se/docs/sslcerts.html\n";

        assertThat(Reading.of(text).line()).isEqualTo("GET https://graph.microsoft.com/rp/scim/users tls-untrusted");
    }

    @Test
    void an_exit_code_that_is_not_about_the_network_makes_no_fault() {
        assertThat(Reading.of("curl: (22) The requested URL returned error: 404")
                        .answer()
                        .status())
                .isEqualTo(404);
        assertThat(Reading.of("curl: (23) Failure writing output").only().answer())
                .isNotNull();
    }

    @Test
    void curl_w_lines_give_status_url_and_method() {
        assertThat(Reading.of(CaptureSamples.CURL_W).line()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n400", "400", "HTTPSTATUS:400", "\nHTTPSTATUS:400", "\nstatus=400", "\nhttp_code=400\n"})
    void a_status_behind_the_body_is_its_status(String tail) {
        String body = "{\"error\":{\"code\":\"UnknownError\"}}";

        assertThat(Reading.of(body + tail).line()).isEqualTo("null null 400 " + body);
    }

    @Test
    void a_number_behind_the_body_that_is_no_status_stays() {
        assertThat(Reading.of("HTTP/1.1 404 Not Found\n\nitem 400").answer().body())
                .isEqualTo("item 400");
    }

    @Test
    void a_pasted_curl_command_gives_the_request() {
        String text = "user@host:~$ curl -sSi -XPATCH \\\n  -H 'Accept: */*' --data '{\"a\": \"b\"}' -o - \\\n  "
                + "'https://graph.microsoft.com/rp/scim/users/1'\n" + CaptureSamples.CURL_I;

        Reading reading = Reading.of(text);

        assertThat(reading.line())
                .isEqualTo("PATCH https://graph.microsoft.com/rp/scim/users/1 400 " + CaptureSamples.BODY);
        assertThat(reading.only().request().body()).isEqualTo("{\"a\": \"b\"}");
        assertThat(reading.only().request().headers().first("accept")).contains("*/*");
    }

    @Test
    void a_word_that_begins_like_curl_is_no_command() {
        assertThat(CommandLine.at(List.of("curling is a sport"), 0)).isNull();
        assertThat(CommandLine.at(List.of("http"), 0)).isNull();
    }

    @Test
    void httpie_gives_request_and_answer() {
        Reading reading = Reading.of(CaptureSamples.HTTPIE);

        assertThat(reading.line()).isEqualTo(EXPECTED);
        assertThat(reading.only().request().headers().first("accept")).contains("text/plain");
    }

    @Test
    void colours_of_a_terminal_do_not_matter() {
        assertThat(Reading.of("\u001B[34mHTTP\u001B[39;49;00m/1.1 \u001B[34m404\u001B[0m Not Found\n\n{}")
                        .line())
                .isEqualTo("null null 404 {}");
    }

    @Test
    void a_raw_request_before_the_answer_is_its_request() {
        assertThat(Reading.of(CaptureSamples.RAW).line()).isEqualTo(EXPECTED);
    }

    @Test
    void a_printed_request_body_belongs_to_the_request() {
        String text = "POST /rp/scim/users HTTP/1.1\nHost: graph.microsoft.com\n\n{\"userName\":\"a\"}\n\n\n"
                + CaptureSamples.CURL_I;

        assertThat(Reading.of(text).only().request().body()).isEqualTo("{\"userName\":\"a\"}");
    }

    @Test
    void powershell_5_gives_the_request_and_mends_wrapped_lines() {
        assertThat(Reading.of(CaptureSamples.POWERSHELL_5).line()).isEqualTo(EXPECTED);
    }

    @Test
    void powershell_7_frames_are_taken_off() {
        assertThat(Reading.of(CaptureSamples.POWERSHELL_7).line()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Response status code does not indicate success: 404 (Not Found).",
                "StatusCode        : 404\nReasonPhrase : Not Found",
                "StatusCode: 404, ReasonPhrase: 'Not Found', Version: 1.1",
                "StatusCode        : NotFound\nStatusDescription : Not Found",
                "Invoke-RestMethod : The remote server returned an error: (404) Not Found.",
                "urllib.error.HTTPError: HTTP Error 404: Not Found",
                "AxiosError: Request failed with status code 404",
                "org.springframework.web.client.HttpClientErrorException$NotFound: 404 Not Found: [no body]"
            })
    void messages_of_clients_give_the_status(String text) {
        assertThat(Reading.of(text).answer().status()).isEqualTo(404);
    }

    @Test
    void a_web_response_object_gives_content_and_headers() {
        String text = """
                StatusCode        : 403
                StatusDescription : Forbidden
                Content           : {"error":{"code":"x"}}
                RawContent        : HTTP/1.1 403 Forbidden
                                    request-id: r-9
                Headers           : {[client-request-id, c-9]}
                """;

        Answered answer = Reading.of(text).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":{\"code\":\"x\"}}");
        assertThat(answer.headers().first("request-id")).contains("r-9");
        assertThat(answer.headers().first("client-request-id")).contains("c-9");
    }

    @Test
    void an_exception_with_a_url_gives_it() {
        assertThat(Reading.of("requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: "
                                + CaptureSamples.URL)
                        .line())
                .isEqualTo("null " + CaptureSamples.URL + " 401 ");
    }

    @Test
    void a_log_of_exceptions_is_read_line_by_line() {
        String line = "HTTPError: 401 Client Error: Unauthorized for url: https://a.example/1\n";

        assertThat(Reading.of(line + line).captured()).hasSize(2);
    }

    @Test
    void prose_with_numbers_in_it_has_no_status() {
        assertThat(Reading.of("We created 404 users and 200 groups yesterday.").captured())
                .isEmpty();
    }

    @Test
    void postman_text_is_read_by_its_titles() {
        Reading reading = Reading.of(CaptureSamples.POSTMAN);

        assertThat(reading.line()).isEqualTo(EXPECTED);
        assertThat(reading.answer().headers().first("request-id")).contains("r-1");
        assertThat(reading.only().request().headers().first("accept")).contains("*/*");
    }

    @Test
    void a_postman_line_with_status_and_time_is_understood() {
        String text =
                "\u25B6 POST https://graph.microsoft.com/rp/scim/users 400 231 ms\nResponse Headers\nResponse Body\n{}";

        assertThat(Reading.of(text).line()).isEqualTo("POST https://graph.microsoft.com/rp/scim/users 400 {}");
    }

    @Test
    void a_whole_json_document_may_be_one_pretty_exchange() {
        String text =
                "{\n  \"request\": {\"method\": \"GET\", \"url\": \"/x\"},\n  \"status\": 404,\n  \"body\": \"b\"\n}\n";

        assertThat(Reading.of(text).line()).isEqualTo("GET /x 404 b");
    }

    @Test
    void sources_name_the_block() {
        List<Captured> captured =
                Reading.of("HTTP/2 400\n\n{}\n\nHTTP/2 401\n\n{}").captured();

        assertThat(captured.get(1).source()).isEqualTo(new Source("-", 2, null));
    }
}
