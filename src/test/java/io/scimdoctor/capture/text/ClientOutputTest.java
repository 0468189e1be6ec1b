package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What client libraries and tools print around an answer, as each of them was seen to. */
class ClientOutputTest {
    private static final String DENIED =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges\"}}";

    private static final String HEAD = "HTTP/1.1 403 Forbidden\nContent-Type: application/json\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            java.io.IOException: Unexpected response code for CONNECT: 403                            | CONNECT null 403
            httpx.ProxyError: 403 Forbidden                                                           | CONNECT null 403
            x.HttpProxyConnectException: http, none, /10.1.1.1:80 => a/<unresolved>:443, status: 403  | CONNECT null 403
            java.io.IOException: Failed to authenticate with proxy                                    | CONNECT null 407
            RequestAbortedError [AbortError]: Proxy response (407) !== 200 when HTTP Tunneling        | CONNECT null 407
            Get "https://graph.microsoft.com/rp/scim/users": Service Unavailable                      | CONNECT null 503
            Get "https://graph.microsoft.com/rp/scim/users": Proxy Authentication Required            | CONNECT null 407
            """)
    void a_proxy_that_refuses_the_tunnel_answered_itself(String line, String exchange) {
        assertThat(Reading.of(line).line()).isEqualTo(exchange + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [ERROR] CUID#7 - Name resolution for graph.microsoft.com failed:No address returned       | dns-failure
            java.io.IOException: unexpected end of stream on https://graph.microsoft.com/...          | empty-reply
            PrematureCloseException: Connection prematurely closed BEFORE response                    | empty-reply
            PrematureCloseException: Connection prematurely closed DURING response                    | truncated-body
            ConnectionClosedException: Premature end of Content-Length delimited message body (x: 8)  | truncated-body
            httpx.RemoteProtocolError: peer closed connection without sending complete message body   | truncated-body
            aiohttp.client_exceptions.ClientPayloadError: Response payload is not completed           | truncated-body
            AxiosError: stream has been aborted                                                       | truncated-body
            Error [ERR_STREAM_PREMATURE_CLOSE]: Premature close                                       | truncated-body
            """)
    void a_client_says_where_the_transfer_ended(String line, String fault) {
        assertThat(Reading.of(line).failure().fault().slug()).isEqualTo(fault);
    }

    @Test
    void a_success_whose_body_breaks_off_is_one_call_that_failed() {
        assertThat(Reading.of("200 OK\nread body: unexpected EOF\n").line()).isEqualTo("null null truncated-body");
        assertThat(Reading.of("""
                        --2026-11-30 04:10:31--  https://graph.microsoft.com/rp/scim/users
                        HTTP request sent, awaiting response... 200 OK
                        Length: 732 [application/scim+json]
                        2026-11-30 04:10:31 (95.0 MB/s) - Connection closed at byte 432. Giving up.
                        """).line()).isEqualTo("null https://graph.microsoft.com/rp/scim/users truncated-body");
        Reading reading = Reading.of("""
                2026-11-29 20:42:39.490 INFO Sync - Response{code=200, url=https://graph.microsoft.com/rp/scim/users}
                2026-11-29 20:42:39.509 ERROR Sync - stopped
                java.net.ProtocolException: unexpected end of stream
                """);

        assertThat(reading.line()).isEqualTo("null https://graph.microsoft.com/rp/scim/users truncated-body");
    }

    @Test
    void a_page_where_json_is_due_is_named_by_its_type() {
        Answered answer = Reading.of("ContentTypeError: 200, message='Attempt to decode JSON with unexpected mimetype:"
                        + " text/html', url='https://graph.microsoft.com/rp/scim/users'")
                .answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().first("content-type")).hasValue("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'method': 'GET', 'url': 'https://graph.microsoft.com/rp/scim/groups', 'status_code': 403, 'body': %s}]",
                "[\n  {\n    status: 'rejected',\n    reason: GraphError: No\n      statusCode: 403,\n      body: '%s'\n  }\n]",
                "RequestError: Unknown error: %s\n  status: 403,\n  response: {\n    status: 403,\n    headers: {}\n  }"
            })
    void what_a_language_prints_of_an_object_is_text(String printed) {
        Answered answer = Reading.of(printed.formatted(DENIED)).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r", "\\r\\n", "\\x0d", "^M"})
    void carriage_returns_that_a_tool_spells_out_are_none_of_the_message(String spelled) {
        String head = HEAD.replace("\n", spelled + "\n");
        String tool = "< 2026/11/29 20:46:03.000037836  length=275 from=575 to=849\n";

        Answered answer =
                Reading.of(tool + head + spelled + "\n" + tool + DENIED + "\n").answer();

        assertThat(answer.headers().first("content-type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(DENIED);
    }

    @Test
    void pythons_debug_output_leaves_the_body_to_the_program() {
        Reading reading =
                Reading.of("send: b'DELETE /rp/scim/users/1 HTTP/1.1\\r\\nHost: graph.microsoft.com\\r\\n\\r\\n'\n"
                        + "reply: 'HTTP/1.1 400 Bad Request\\r\\n'\nheader: Content-Type: application/json\n"
                        + "400 Bad Request [('Content-Type', 'application/json')] b'" + DENIED + "'\n");

        assertThat(reading.line()).isEqualTo("DELETE https://graph.microsoft.com/rp/scim/users/1 400 " + DENIED);
        assertThat(Reading.of("send: b'GET /rp/scim/users HTTP/1.1\\r\\nHost: graph.microsoft.com\\r\\n\\r\\n'\n"
                                + "reply: 'HTTP/1.1 403 Forbidden\\r\\n'\nheader: Content-Type: application/json\n"
                                + "{'content-type': 'application/json', 'status': '403'}\nb'" + DENIED + "'\n")
                        .answer()
                        .body())
                .isEqualTo(DENIED);
    }

    @Test
    void the_next_record_of_a_log_is_no_body() {
        Reading reading = Reading.of("""
                Response:
                HTTP/1.1 200
                Content-Type: [application/scim+json]
                request-id: [1-2]

                2026-11-29 20:42:11.010 Request received:
                127.0.0.1 - GET /rp/scim/groups
                """);

        assertThat(reading.line()).endsWith(" 200 ");
        assertThat(reading.answer().headers().first("request-id")).hasValue("1-2");
    }

    @Test
    void a_call_that_something_came_from_does_not_begin_anew() {
        String url = "GET https://graph.microsoft.com/rp/scim/users";
        Reading reading = Reading.of("FETCH 1: sending request to " + url + "\nFETCH 1: received response to " + url
                + " - HTTP 403\nFETCH 1: trailers received from " + url + "\n" + DENIED + "\n");

        assertThat(reading.line()).isEqualTo(url + " 403 " + DENIED);
    }

    @Test
    void a_port_is_no_status() {
        assertThat(Reading.of("excon.request\n  :port                => 443\n  :retry_limit => 4\n")
                        .captured())
                .isEmpty();
    }

    @Test
    void a_log_with_a_title_for_header_fields_goes_on_behind_them() {
        Reading reading =
                Reading.of("INFO:azure.core:Response status: 403\nResponse headers:\n    'request-id': '1-2'\n"
                        + "ERROR:root:list failed\nValueError: rejected. Error: " + DENIED + "\n");

        assertThat(reading.answer().body()).isEqualTo(DENIED);
        assertThat(reading.answer().headers().first("request-id")).hasValue("1-2");
    }

    @Test
    void words_of_a_tool_behind_a_head_are_no_body_of_another_length() {
        String head =
                "LOG: header received:\nHTTP/1.1 200 OK\nContent-Type: application/scim+json\nContent-Length: %d\n\n";

        assertThat(Reading.of(head.formatted(455) + "LOG: Response code = 200\n")
                        .answer()
                        .body())
                .isEmpty();
        assertThat(Reading.of(head.formatted(8) + "It works\n").answer().body()).isEqualTo("It works");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\nContent-Length: 90",
                "Content-Length: 90",
                "Content-Type: application/json\nContent-Length: 38",
                "Content-Type: application/json\nContent-Encoding: gzip\nContent-Length: 20"
            })
    void the_words_of_a_filter_are_a_body(String fields) {
        Reading reading =
                Reading.of("HTTP/1.1 403 Forbidden\n" + fields + "\n\nAccess denied by policy\nUser: x\nCat: y\n");

        assertThat(reading.answer().body()).startsWith("Access denied").endsWith("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Response:\n", ""})
    void an_error_that_is_printed_behind_a_success_is_an_answer(String words) {
        String success = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0}";
        Reading reading = Reading.of("HTTP/1.1 200 OK\n\n" + words + success + "\nthen\n" + DENIED + "\n");

        assertThat(reading.lines()).containsExactly("1 null null 200 " + success, "2 null null 0 " + DENIED);
    }

    @Test
    void an_address_of_a_host_keeps_its_brackets() {
        String text = "GET /rp/scim/users HTTP/1.1\nHost: [::1]\n\nHTTP/1.1 400 Bad Request\nrequest-id: [1-2]\n\n";

        assertThat(Reading.of(text).line()).isEqualTo("GET https://[::1]/rp/scim/users 400 ");
        assertThat(Reading.of(text).answer().headers().first("request-id")).hasValue("1-2");
    }

    @Test
    void a_browsers_network_log_is_no_answer() {
        Reading reading = Reading.of("{\"constants\":{\"a\":1},\n\"events\": [\n{\"params\":{\"url\":"
                + "\"https://graph.microsoft.com/rp/scim/groups\",\"method\":\"GET\"},\"status\":403}]}\n");

        assertThat(reading.captured()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                12:00:01.094 INFO REQ_OUT
                    Address: %1$s1
                    HttpMethod: GET
                12:00:01.504 INFO RESP_IN
                    ResponseCode: 200
                12:00:01.642 INFO REQ_OUT
                    Address: %1$s2
                    HttpMethod: GET
                12:00:01.665 INFO FAULT_IN
                    ResponseCode: 403
                """, """
                - request:
                    method: GET
                    uri: %1$s1
                  response:
                    status: 200
                - request:
                    method: GET
                    uri: %1$s2
                  response:
                    status: 403
                """, """
                RestClient.get "%1$s1"
                # => 200 OK | 455 bytes
                RestClient.get "%1$s2"
                # => 403 Forbidden | 277 bytes
                """})
    void the_next_address_begins_the_next_call(String log) {
        Reading reading = Reading.of(log.formatted("https://graph.microsoft.com/rp/scim/users/"));

        assertThat(reading.captured())
                .extracting(one -> Reading.line(one.exchange()).replaceFirst("^null", "GET"))
                .containsExactly(
                        "GET https://graph.microsoft.com/rp/scim/users/1 200 ",
                        "GET https://graph.microsoft.com/rp/scim/users/2 403 ");
    }

    @Test
    void lines_of_one_connection_are_told_apart_behind_its_name() {
        String start = "2026-11-29 20:41:33.643 INFO  [reactor-http-epoll-2] r.netty.http.client.HttpClient"
                + " - [12f95907-1, L:/127.0.0.1:33478 - R:graph.microsoft.com/127.0.0.1:443] ";
        Reading reading =
                Reading.of(start + "WRITE: 248B GET /rp/scim/users?count=1 HTTP/1.1\nhost: graph.microsoft.com\n\n"
                        + start + "READ: 876B HTTP/1.1 429 Too Many Requests\nRetry-After: 17\n");

        assertThat(reading.line()).isEqualTo("GET https://graph.microsoft.com/rp/scim/users?count=1 429 ");
    }

    @Test
    void an_address_that_is_printed_with_its_blanks_is_the_one_that_was_sent() {
        Reading reading = Reading.of("""
                AxiosError: Request failed with status code 400
                    at handleFetch (file:///x/index.mjs:46:9) {
                  config: {
                    url: 'https://graph.microsoft.com/rp/scim/users?filter=displayName co "a"',
                  },
                  request: Request {
                    method: 'GET',
                    url: 'https://graph.microsoft.com/rp/scim/users?filter=displayName%20co%20%22a%22',
                  },
                  response: {
                    status: 400,
                    statusText: 'Bad Request',
                """);

        assertThat(reading.captured()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            #<R @o={:request_size=>263, :response_code=>403, :size=>300.0}, @x="HTTP/1.1 200 Connection established"> | 403
            6 0.006369207    10.1.2.3 → 10.1.2.4    HTTP 307 HTTP/1.1 400 Bad Request  (application/scim+json)         | 400
            10.1.2.3 - [30/Nov/2026] "GET /rp/scim/users HTTP/1.1" 200 up=10.1.2.4:443 us=200 rt=0.3                   | 200
            Error: expected 201 "Created", got 400 "Bad Request"                                                        | 400
            Get "https://graph.microsoft.com/rp/scim/users" => 404 Not Found                                            | 404
            """)
    void a_number_beside_the_status_is_none(String line, int status) {
        assertThat(Reading.of(line).answer().status()).isEqualTo(status);
    }

    @Test
    void node_prints_the_status_before_its_headers() {
        Answered answer = Reading.of("403 Headers {\n  server: 'x/6.2'\n}\n<html><title>Blocked by x</title></html>")
                .answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().first("server")).hasValue("x/6.2");
    }

    /** Two calls of one client: to two hosts, in two streams, and with nothing that tells whose answer came first. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            10.0.0.1 → 20.190.1.1 HTTP 571 ; 10.0.0.1 → 20.190.2.2 HTTP 571 ; 20.190.2.2 → 10.0.0.1 HTTP 99 ; 20.190.1.1 → 10.0.0.1 HTTP 99 ; GET /rp/scim/users 404, GET /rp/scim/groups 403
            10.0.0.1 -> 20.190.1.1 HTTP 571 41 -> 80 ; 10.0.0.1 -> 20.190.1.1 HTTP 571 42 -> 80 ; 20.190.1.1 -> 10.0.0.1 HTTP 99 80 -> 42 ; 20.190.1.1 -> 10.0.0.1 HTTP 99 80 -> 41 ; GET /rp/scim/users 404, GET /rp/scim/groups 403
            10.0.0.1 → 20.190.1.1 HTTP 571 ; 10.0.0.1 → 20.190.1.1 HTTP 571 ; 20.190.1.1 → 10.0.0.1 HTTP/JSON 99 ; 20.190.1.1 → 10.0.0.1 HTTP 99 ; null null 403, null null 404
            """)
    void an_answer_in_a_list_of_packets_is_that_of_its_conversation(
            String users, String groups, String second, String first, String calls) {
        String list = "1 0.0 " + users + " GET /rp/scim/users HTTP/1.1\n2 0.1 " + groups
                + " GET /rp/scim/groups HTTP/1.1\n3 0.2 " + second + " HTTP/1.1 403 Forbidden\n4 0.3 " + first
                + " HTTP/1.1 404 Not Found\n";

        assertThat(Reading.of(list).lines().stream()
                        .map(line -> line.substring(2).strip()))
                .containsExactly(calls.split(", "));
    }

    @Test
    void nginx_names_the_service_beside_the_path_that_it_served() {
        Reading reading =
                Reading.of("2026/11/30 03:15:20 [error] 93#93: *13 connect() failed (111: Connection refused) while"
                        + " connecting to upstream, request: \"GET /sync/users HTTP/1.1\", upstream:"
                        + " \"https://10.1.2.3:443/rp/scim/users\", host: \"10.1.2.4\"");

        assertThat(reading.failure().fault().slug()).isEqualTo("connection-refused");
    }

    @Test
    void lines_without_times_tell_of_another_call_where_they_name_another_address() {
        String line = "[x] Error occurred while proxying request h:1/rp/scim/%s to http://h:2/ [ECONNREFUSED] (x)\n";

        assertThat(Reading.of(line.formatted("users") + line.formatted("groups"))
                        .captured())
                .hasSize(2);
        assertThat(Reading.of("""
                One: could not connect to the host h, port 1: ECONNREFUSED
                Two: could not connect to the host h, port 1: ECONNREFUSED
                """).captured()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 0.25 10.9.8.7 20.190.1.2 HTTP 404 GET /rp/scim/users HTTP/1.1\n8 0.5 20.190.1.2 10.9.8.7 HTTP 571 HTTP/1.1 200 OK",
                "7\t0.250000\t10.9.8.7\t→\t20.190.1.2\tHTTP\t571\tGET\t/rp/scim/users\tHTTP/1.1\n8\t0.5\t20.190.1.2\t→\t10.9.8.7\tHTTP/JSON\t503\tHTTP/1.1\t200\tOK",
                "7 0.2 pc-3.lan → graph.microsoft.com HTTP 403 GET /rp/scim/users HTTP/1.1\n8 0.3 graph.microsoft.com → pc-3.lan HTTP 500 HTTP/1.1 200 OK",
                "connect to graph.microsoft.com port 443 from 10.9.8.7 port 503 ok\nGET /rp/scim/users 200",
                "PS> iwr /rp/scim/users\nStatusCode        : 200\nContent           : {\"Resources\":[{\"note\":\"status 409\"}]}",
                "$ curl -so x -w '%{http_code}' https://graph.microsoft.com/rp/scim/users\n200"
            })
    void a_length_a_port_and_what_stands_in_a_body_are_no_status(String text) {
        assertThat(Reading.of(text).answer().status()).isEqualTo(200);
    }

    @Test
    void net_names_a_status_in_brackets_without_its_number() {
        assertThat(Reading.of(
                                "Invoke-MgGraphRequest: Response status code does not indicate success: NotFound (Not Found).")
                        .answer()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_bulk_answer_is_not_healthy_when_one_of_its_operations_failed() {
        Reading reading = Reading.of(
                "HTTP/1.1 200 OK\n\n{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkResponse\"],"
                        + "\"Operations\":[{\"status\":\"204\"},{\"status\":\"404\",\"response\":{\"status\":\"404\"}}]}");

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.mentionsFailure()).isTrue();
    }

    @Test
    void wget_names_the_address_behind_the_time() {
        Reading reading = Reading.of("""
                --2026-11-29 20:46:02--  https://graph.microsoft.com/rp/scim/user
                HTTP request sent, awaiting response...
                  HTTP/1.1 404 Not Found
                  Content-Length: 0
                """);

        assertThat(reading.line()).isEqualTo("null https://graph.microsoft.com/rp/scim/user 404 ");
    }
}
