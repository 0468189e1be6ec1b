package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.TransportFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed twice is one failure; what happened twice is two, however alike. */
final class HowManyTest {
    /** The console of .NET indents what stands behind the level and the category. */
    @ParameterizedTest
    @ValueSource(strings = {"", "07:08:09 ", "2026-11-30T07:08:09.123Z "})
    void the_same_exception_in_two_records_of_one_kind_is_two(String time) {
        String record = time + """
                fail: Contoso.Sync.Worker[0]
                      Update of the user failed
                      Microsoft.Graph.Models.ODataErrors.ODataError: Insufficient privileges to complete the operation.
                         at Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter.ThrowIfFailedResponse(HttpResponseMessage response)
                """;

        assertThat(Reading.of(record).captured()).hasSize(1);
        assertThat(Reading.of(record + record.replace("07:08:09", "07:12:44")).captured())
                .hasSize(2);
        assertThat(Reading.of(record + record.replace("Worker[0]", "Scheduler[12]"))
                        .captured())
                .hasSize(1);
    }

    /** A backend that is down is not asked again for a minute: only the second of both lines comes for the next client. */
    @Test
    void what_tells_of_a_failure_again_tells_of_another_one_when_it_comes_twice() {
        String first = """
                [Mon Nov 30 07:08:09.123456 2026] [proxy:error] [pid 12:tid 140] (111)Connection refused: AH00957: https: attempt to connect to 192.0.2.1:443 (graph.microsoft.com:443) failed
                [Mon Nov 30 07:08:09.123456 2026] [proxy_http:error] [pid 12:tid 140] [client 10.0.0.5:4711] AH01114: HTTP: failed to make connection to backend: graph.microsoft.com
                """;
        String second =
                "[Mon Nov 30 07:08:36.223456 2026] [proxy_http:error] [pid 12:tid 141] [client 10.0.0.9:4811] AH01114: HTTP: failed to make connection to backend: graph.microsoft.com\n";

        assertThat(Reading.of(first).only()).isNotNull();
        assertThat(Reading.of(first + second).mentionsFailure()).isTrue();
    }

    /** Camel prints an exception behind its own words and again as a stack trace; its consumer prints both once more. */
    @Test
    void an_exception_below_the_words_that_quote_it_is_the_same() {
        String refused =
                "org.apache.hc.client5.http.HttpHostConnectException: Connect to https://graph.microsoft.com:443 [graph.microsoft.com/192.0.2.1] failed: Connection refused\n";
        String handler = """
                2026-11-30 07:08:09,101 ERROR [org.apache.camel.processor.errorhandler.DefaultErrorHandler] (timer://sync) Failed delivery for (MessageId: 0C9A on ExchangeId: 0C9A). Exhausted after delivery attempt: 1 caught: THROWN
                Message History (source location and message history is disabled)
                ----------------------------------------------------------------------
                Source                                   ID                             Processor
                                                         route1/to1                     https://graph.microsoft.com/rp/scim/Users

                Stacktrace
                ----------------------------------------------------------------------
                : THROWN\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
                """;
        String answered =
                "org.apache.camel.http.base.HttpOperationFailedException: HTTP operation failed invoking https://graph.microsoft.com/rp/scim/Users with statusCode: 403\n";
        String consumer =
                "2026-11-30 07:08:09,110 WARN [org.apache.camel.component.timer.TimerConsumer] (timer://sync) Error processing exchange. Exchange[0C9A]. Caused by: ["
                        + answered.replace(": HTTP", " - HTTP").strip() + "]\n\n" + answered;

        assertThat(Reading.of(handler.replace("THROWN", refused)).captured()).hasSize(1);
        assertThat(Reading.of(handler.replace("THROWN", answered) + consumer).captured())
                .hasSize(1);
    }

    /** The client closes the socket itself when it has waited long enough. */
    @Test
    void a_timeout_whose_cause_is_the_closed_socket_is_a_timeout() {
        Reading reading = Reading.of("""
                INFO: --> GET https://graph.microsoft.com/rp/scim/Users?count=1
                INFO: <-- HTTP FAILED: java.net.SocketTimeoutException: timeout
                java.net.SocketTimeoutException: timeout
                \tat okhttp3.internal.http2.Http2Stream$StreamTimeout.newTimeoutException(Http2Stream.kt:675)
                Caused by: java.net.SocketException: Socket closed
                """);

        assertThat(reading.failure().fault()).isEqualTo(TransportFault.RESPONSE_TIMEOUT);
    }

    /** The source that pytest shows names failures that did not happen. */
    @Test
    void the_source_above_an_error_of_pytest_tells_nothing() {
        Reading reading = Reading.of("""
                =================================== FAILURES ===================================
                __________________________________ test_users __________________________________

                    def urlopen(self, method, url):
                        try:
                >           response = self._make_request(conn, method, url)
                        except ProxyError as e:
                            raise ProxyError("Unable to connect to proxy", e)

                urllib3/connectionpool.py:787:
                _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _
                E           urllib3.exceptions.NewConnectionError: HTTPSConnection(host='graph.microsoft.com', port=443): Failed to establish a new connection: [Errno 111] Connection refused
                =========================== short test summary info ============================
                FAILED test_users.py::test_users - urllib3.exceptions.NewConnectionError: HTTPSConn...
                """);

        assertThat(reading.failure().fault()).isEqualTo(TransportFault.CONNECTION_REFUSED);
    }

    /** Perl's library numbers what it says itself; what did not get as far as to be sent was not answered. */
    @Test
    void a_connection_that_failed_below_an_answer_is_another_call() {
        Reading reading = Reading.of("""
                401 Unauthorized at sync.pl line 12.
                Can't connect to graph.microsoft.com:443 (SSL connect attempt failed error:0A000086:SSL routines::certificate verify failed)
                """);

        assertThat(reading.captured()).hasSize(2);
    }
}
