package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer whose body does not arrive whole, or whose connection ends, in the words of the clients. */
final class CutBodyTest {
    private static final String SUCCESS = "GET https://graph.microsoft.com/rp/scim/Users 200 OK\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.client.IncompleteRead: IncompleteRead(0 bytes read, 1234 more expected)",
                "urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(512 bytes read, 1536 more expected)', x)",
                "requests.exceptions.ChunkedEncodingError: (\"Connection broken: InvalidChunkLength(got length b'', 0 bytes read)\", x)",
                "requests.exceptions.ChunkedEncodingError: Response ended prematurely",
                "aiohttp.client_exceptions.ClientPayloadError: Response payload is not completed:"
                        + " <TransferEncodingError: 400, message='Not enough data to satisfy transfer length header.'>",
                "httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)",
                "org.apache.http.ConnectionClosedException: Premature end of Content-Length delimited message body (expected: 2,048; received: 512)",
                "org.apache.http.TruncatedChunkException: Truncated chunk (expected size: 8,192; actual size: 3,072)",
                "java.io.IOException: Premature EOF",
                "java.io.IOException: fixed content-length: 2048, bytes received: 512",
                "java.io.IOException: chunked transfer encoding, state: READING_LENGTH",
                "System.Net.Http.HttpIOException: The response ended prematurely, with at least 1536 additional bytes expected. (ResponseEnded)",
                "System.Net.Http.HttpRequestException: Error while copying content to a stream.",
                "System.Net.Http.HttpRequestException: Fehler beim Kopieren von Inhalt in einen Stream.",
                "Invoke-RestMethod: The response ended prematurely, with at least 1536 additional bytes expected. (ResponseEnded)",
                "2026/04/03 14:22:02 error reading response: unexpected EOF",
                "failed to read body: unexpected EOF",
                "TypeError: terminated",
                "AxiosError: aborted",
                "Error [ERR_STREAM_PREMATURE_CLOSE]: Premature close",
                "ReadError: The server aborted pending request",
                "ResponseContentLengthMismatchError: Response body length does not match content-length header",
                "GuzzleHttp\\Exception\\RequestException: cURL error 18: end of response with 1536 bytes missing (see https://curl.se/libcurl/c/libcurl-errors.html)",
                "error decoding response body: error reading a body from connection: unexpected EOF during chunk size line",
                "error decoding response body: request or response body error: connection closed before message completed",
                "Mojo::UserAgent: Premature connection close",
                "HttpException: Connection closed while receiving data, uri = https://graph.microsoft.com/rp/scim/Users",
                "http: error: Incomplete download: size=2048; downloaded=512",
            })
    void a_cut_body_is_told_alone_and_turns_a_success_above_into_a_failure(String line) {
        Reading alone = Reading.of(line);
        Reading below = Reading.of(SUCCESS + line + "\n");
        Reading later =
                Reading.of("2026-04-03 14:22:01,100 INFO " + SUCCESS + "2026-04-03 14:22:02,100 ERROR " + line + "\n");

        assertThat(last(alone)).isEqualTo(TransportFault.TRUNCATED_BODY);
        assertThat(last(below)).isEqualTo(TransportFault.TRUNCATED_BODY);
        assertThat(last(later)).isEqualTo(TransportFault.TRUNCATED_BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EOFError: end of file reached | CONNECTION_RESET",
                "Faraday::ConnectionFailed: end of file reached | CONNECTION_RESET",
                "HTTPClient::KeepAliveDisconnected: HTTPClient::KeepAliveDisconnected | CONNECTION_RESET",
                "curl: (92) HTTP/2 stream 1 was not closed cleanly: INTERNAL_ERROR (err 2) | CONNECTION_RESET",
                "RequestException: cURL error 92: HTTP/2 stream 0 was not closed cleanly: INTERNAL_ERROR (err 2) | CONNECTION_RESET",
                "okhttp3.internal.http2.StreamResetException: stream was reset: INTERNAL_ERROR | CONNECTION_RESET",
                "stream error: stream ID 5; INTERNAL_ERROR; received from peer | CONNECTION_RESET",
                "http2: server sent GOAWAY and closed the connection; LastStreamID=1, ErrCode=NO_ERROR | CONNECTION_RESET",
                "org.apache.http.ConnectionClosedException: Connection closed by peer | CONNECTION_RESET",
                "PHP Warning:  file_get_contents(): SSL: Connection reset by peer in /app/a.php on line 3 | CONNECTION_RESET",
                "** (Mint.TransportError) socket closed | CONNECTION_RESET",
                "500 Can't connect to graph.microsoft.com:443 (Name or service not known) at ./sync.pl line 20. | DNS_FAILURE",
                "500 Server closed connection without sending any data back at ./sync.pl line 20. | EMPTY_REPLY",
                "GET https://graph.microsoft.com/rp/scim/Users 500 Can't connect to graph.microsoft.com:443 (Connection refused) | CONNECTION_REFUSED",
                "500 read timeout | RESPONSE_TIMEOUT",
                "HttpException: Connection closed before full header was received | EMPTY_REPLY",
                "Error: Parse Error: Expected HTTP/ | MALFORMED_RESPONSE",
                "Error: Parse Error: Invalid character in chunk size | MALFORMED_RESPONSE",
                "Error Domain=kCFErrorDomainCFNetwork Code=-1017 \"cannot parse response\" | MALFORMED_RESPONSE",
            })
    void a_connection_that_ends_below_a_success_is_a_failure(String line, TransportFault fault) {
        Reading alone = Reading.of(line);
        Reading below = Reading.of(SUCCESS + line + "\n");

        assertThat(last(alone)).isEqualTo(fault);
        assertThat(last(below)).isEqualTo(fault);
    }

    /** A library of HTTP that failed in words that nobody knows: below a success it is counted, alone it tells nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "httpx.DecodingError: something new",
                "requests.exceptions.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
                "java.io.EOFException: something new",
                "Caused by: java.net.http.HttpException: something new",
                "System.Net.Http.HttpRequestException: something new",
                "FetchError: invalid json response body at https://graph.microsoft.com/rp/scim/Users",
                "Get \"https://graph.microsoft.com/rp/scim/Users\": something new",
                "Faraday::ParsingError: something new",
                "GuzzleHttp\\Exception\\TransferException: something new",
                "reqwest::Error { kind: Body, source: new }",
                "2026/04/03 14:22:02 sync: unexpected EOF",
                "SyntaxError: Unexpected end of JSON input",
                "Zlib::BufError: buffer error",
                "TypeError: Failed to fetch",
                "GET https://graph.microsoft.com/rp/scim/Users: An error occurred while sending the request.",
                "Fehler beim Senden der Anforderung.",
                "System.Net.Http.HttpRequestException: Une erreur s'est produite lors de l'envoi de la demande.",
                "Error al enviar la solicitud.",
                "İstek gönderilirken bir hata oluştu.",
                "发送请求时出错。",
                "要求の送信中にエラーが発生しました。",
                "TypeError: fetch failed",
                "AbortError: This operation was aborted",
            })
    void an_unknown_failure_of_an_http_library_is_counted_beside_a_success(String line) {
        Reading reading = Reading.of(SUCCESS + line + "\n");

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.mentionsFailure()).isTrue();
        assertThat(Reading.of(line).captured()).isEmpty();
    }

    /** What a library's class is named for elsewhere, and failures that have nothing to do with a call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#<Net::HTTPOK 200 OK readbody=true>",
                "ValueError: invalid literal for int() with base 10",
                "java.io.FileNotFoundException: /etc/sync/state (No such file or directory)",
                "jq: parse error: Invalid numeric literal at line 1, column 7",
                "EOFError: EOF when reading a line",
                "12 files copied, 3 requests aborted by the operator",
            })
    void other_failures_leave_a_success_alone(String line) {
        Reading reading = Reading.of(SUCCESS + line + "\n");

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.unreadable()).isEmpty();
    }

    /** The exception of a client that raises on a status tells of the same failure. */
    @Test
    void the_exception_behind_a_refusal_is_not_counted_again() {
        Reading reading = Reading.of("""
                2026-04-03 14:22:01 GET https://graph.microsoft.com/rp/scim/Users 403 Forbidden
                System.Net.Http.HttpRequestException: something new
                """);

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.unreadable()).isEmpty();
    }

    private static TransportFault last(Reading reading) {
        int last = reading.captured().size() - 1;
        return ((Unanswered) reading.captured().get(last).exchange().outcome()).fault();
    }

    /** What speaks of an answer without showing it is said to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [ky] SyntaxError Unexpected token '<', "<!DOCTYPE "... is not valid JSON           | was no JSON
            json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)            | was no JSON
            Summary:\\n  Requests/sec: 293.7\\n\\nStatus code distribution:\\n  [429] 20 responses | summary of many calls
            """)
    void a_text_without_an_answer_is_named(String text, String named) {
        Reading reading = Reading.of(text.replace("\\n", "\n") + "\n");

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains(named));
    }
}
