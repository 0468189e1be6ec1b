package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure behind a success in the words of clients, gateways and log writers: none goes without a word. */
final class NotGreenTest {
    /** Application Insights writes a word where there was no answer, and says so in another field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"url":"https://graph.microsoft.com/rp/scim/users","resultCode":"200","success":true}
                {"url":"https://graph.microsoft.com/rp/scim/groups","resultCode":"Faulted","success":false}
                """,
                """
                url,resultCode,success
                https://graph.microsoft.com/rp/scim/users,200,True
                https://graph.microsoft.com/rp/scim/groups,Faulted,False
                """,
                "{\"tables\":[{\"columns\":[{\"name\":\"url\"},{\"name\":\"resultCode\"},{\"name\":\"success\"}],"
                        + "\"rows\":[[\"https://graph.microsoft.com/rp/scim/users\",\"200\",\"True\"],"
                        + "[\"https://graph.microsoft.com/rp/scim/groups\",\"Faulted\",\"False\"]]}]}",
            })
    void a_row_that_says_of_itself_that_its_call_failed_is_a_failure(String log) {
        Reading reading = Reading.of(log);

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.mentionsFailure()).isTrue();
    }

    /** As Serilog names it, alone and among the properties. */
    @ParameterizedTest
    @ValueSource(strings = {"@x", "Exception", "error.stack_trace", "stackTrace"})
    void the_exception_of_a_structured_record_is_read(String name) {
        Reading reading = Reading.of("""
                {"Uri":"https://graph.microsoft.com/rp/scim/users","StatusCode":200}
                {"@l":"Error","@mt":"Error occurred","NAME":"System.Net.Http.HttpRequestException: Connection refused (graph.microsoft.com:443)"}
                """.replace("NAME", name));

        assertThat(fault(reading, 1)).isEqualTo(TransportFault.CONNECTION_REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.net.UnknownHostException: graph.microsoft.com | DNS_FAILURE",
                "SocketException: Connection failed (OS Error: Operation not permitted, errno = 1), address = graph.microsoft.com | NETWORK_UNREACHABLE",
            })
    void a_fault_below_a_success_is_another_call_also_without_times(String line, TransportFault fault) {
        Reading reading = Reading.of("GET https://graph.microsoft.com/rp/scim/users 200 OK\n" + line + "\n");

        assertThat(reading.captured()).hasSize(2);
        assertThat(fault(reading, 1)).isEqualTo(fault);
    }

    /** The library puts a code of the service on what never reached it; the exception within says what happened. */
    @Test
    void a_call_that_was_not_sent_is_no_fault_of_the_service() {
        Reading reading = Reading.of("""
                Microsoft.Graph.ServiceException: Code: generalException
                Message: An error occurred sending the request.

                 ---> System.Net.Http.HttpRequestException: Connection refused (graph.microsoft.com:443)
                """);

        assertThat(reading.captured()).hasSize(1);
        assertThat(fault(reading, 0)).isEqualTo(TransportFault.CONNECTION_REFUSED);
    }

    @Test
    void what_haproxy_answered_itself_is_not_the_service_s() {
        Reading reading = Reading.of(
                "Apr  3 14:22:01 h haproxy[2847]: 10.0.1.55:54321 [03/Apr/2026:14:22:01.042] web entra/<NOSRV>"
                        + " 0/-1/-1/-1/0 503 212 - - SC-- 3/3/0/0/0 0/0 \"GET /rp/scim/users HTTP/1.1\"\n");

        assertThat(reading.captured().get(0).exchange().answerHeaders().has("proxy-status"))
                .isTrue();
    }

    /** A client that went away before the answer, and a status that stands apart from its call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[03/Apr/2026:14:22:02.042] web entra/g1 0/0/12/-1/100 -1 0 - - CH-- 3/3/0/0/0 0/0 \"POST /rp/scim/users HTTP/1.1\"",
                "\"POST /rp/scim/users HTTP/1.1\" 0 DC downstream_remote_disconnect - \"-\" 156 0 30004 - \"-\" \"py\"",
                "    << 429  69b",
            })
    void a_line_without_an_answer_is_counted(String line) {
        Reading reading = Reading.of("GET https://graph.microsoft.com/rp/scim/users 200 OK\n" + line + "\n");

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.mentionsFailure()).isTrue();
    }

    /** What somebody writes below a success, in whatever language, and what tools write in the place of a status. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heute: 403",
                "Aujourd'hui : 403",
                "今日：403",
                "Hoy: 403 (sin cambios en la app)",
                "сегодня: 403",
                "With /rp/scim: 404",
                "Beim zweiten Aufruf kommt 403.",
                "Depuis : 403",
                "and now 403",
                "Second attempt: 404",
                "Step 3: 403",
                "POST: 403",
                "#2: 412",
                "2回目: 403",
                "Fehler: 412",
                "Der Import ist fehlgeschlagen: 403",
                "Request 2: ERROR",
                "GET https://graph.microsoft.com/rp/scim/groups (failed)",
                "GET https://graph.microsoft.com/rp/scim/groups timeout",
                "GET https://graph.microsoft.com/rp/scim/groups verweigert",
            })
    void a_failure_that_is_named_last_is_said(String line) {
        for (String success : List.of("Bis gestern: 200 OK\n", "HTTP/1.1 200 OK\nDate: x\n\n{}\n\n")) {
            Reading reading = Reading.of(success + line + "\n");

            assertThat(reading.captured()).as(success).hasSize(1);
            assertThat(reading.mentionsFailure()).as(success).isTrue();
        }
    }

    /** A count may have the digits of a status; and what was said before an answer may be over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Antwort: 200 OK\nAnzahl: 412",
                "Status: 200 OK\ntotalResults: 403",
                "StatusCode        : 200\nStatusDescription : OK\nRawContentLength  : 412",
                "Gestern: 403\nHeute: 200 OK",
            })
    void a_count_and_what_is_over_are_no_failure(String text) {
        assertThat(Reading.of(text + "\n").unreadable()).isEmpty();
    }

    /** What a program counts, and what it calls by a number, has any name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Synced users: 403",
                "Imported groups: 412",
                "Users total: 500",
                "took: 404",
                "Datensätze: 503",
                "Utilisateurs : 429",
                "Done. 500",
                "port: 443",
                "records = 404",
                "Mitglieder: 401",
                "Requests: 403",
                "Anfragen: 412",
                "Imported today: 403",
                "Heute importiert: 403",
                "Users per request: 500",
                "Rows after import: 404",
                "Mitarbeiter 409",
                "Employee number 404",
                "Room 403",
                "ユーザー数: 403",
                "Usuarios: 404",
                "Пользователей: 403",
                "Next index: 401",
                "Updated: 409",
                "Skipped = 404",
                "Request id 404",
                "Elapsed 502",
                "startIndex: 401",
                "/var/log/users.csv: 412",
                "Processed (500)",
            })
    void a_number_under_another_name_is_no_failure(String line) {
        for (String success : List.of("Status: 200 OK\n", "HTTP/1.1 200 OK\nDate: x\n\n{}\n\n")) {
            Reading reading = Reading.of(success + line + "\n");

            assertThat(reading.captured()).as(success).hasSize(1);
            assertThat(reading.unreadable()).as(success).isEmpty();
        }
    }

    private static TransportFault fault(Reading reading, int index) {
        return ((Unanswered) reading.captured().get(index).exchange().outcome()).fault();
    }

    /** A login or a page of users that came later, or before, is no answer to the call that failed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAULT\n2026-11-30 10:00:01 INFO got TOKEN\n",
                "FAULT\nTOKEN\n",
                "2026-11-30 09:59:59 INFO got LIST\nFAULT\n",
                "[10:00:00] [Sync/ERROR]: Error: read ECONNRESET\n[10:00:01] [Sync/ERROR]: 1: TOKEN\n"
            })
    void a_printed_success_without_a_status_does_not_hide_a_fault(String text) {
        Reading reading = Reading.of(
                text.replace("FAULT", "2026-11-30 10:00:00 ERROR SSLHandshakeException: PKIX path building failed")
                        .replace("TOKEN", "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"x\"}")
                        .replace(
                                "LIST",
                                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0}"));

        assertThat(reading.captured())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one.exchange().outcome()).isInstanceOf(Unanswered.class));
    }

    /** As urllib of Node.js prints it: what failed, and below it the answer. */
    @Test
    void a_body_that_cannot_be_unpacked_is_no_success() {
        Reading reading = Reading.of("""
                Error: invalid block type
                    at Zlib.zlibOnError [as onerror] (node:zlib:189:17) {
                  code: 'Z_DATA_ERROR',
                  name: 'UnzipError',
                  status: 200,
                  headers: { 'content-encoding': 'gzip', 'content-length': '30' },
                  requestUrls: [ 'https://graph.microsoft.com/rp/scim/users?count=1' ]
                }
                """);

        assertThat(fault(reading, 0)).isEqualTo(TransportFault.MALFORMED_RESPONSE);
    }

    /** As Sentry keeps it, with what led to it. */
    @Test
    void the_exceptions_of_an_event_of_sentry_are_read() {
        Reading reading = Reading.of("""
                {"exception":{"values":[{"type":"AxiosError","value":"timeout of 2500ms exceeded","stacktrace":{"frames":[]}}]},"level":"error","platform":"node"}
                {"exception":{"values":[{"module":"requests.exceptions","type":"HTTPError","value":"401 Client Error: Unauthorized for url: https://graph.microsoft.com/rp/scim/users?count=1"}]},"level":"error"}
                """);

        assertThat(fault(reading, 0)).isEqualTo(TransportFault.RESPONSE_TIMEOUT);
        assertThat(reading.lines().get(1)).contains("/users?count=1 401");
    }
}
