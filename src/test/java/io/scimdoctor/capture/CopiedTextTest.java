package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as they arrive: with the line ends of another system, quoted in a mail, or behind a log's prefix. */
final class CopiedTextTest {
    private static final String ANSWER = """
            HTTP/1.1 403 Forbidden
            Date: Wed, 25 Nov 2026 07:14:11 GMT
            Content-Type: application/scim+json; charset=utf-8
            request-id: 4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a

            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"403",
             "detail":"Insufficient privileges to complete the operation."}
            """;

    /** What {@code curl -v} prints. */
    private static final String VERBOSE = """
            * Connected to graph.microsoft.com
            > PATCH /rp/scim/users/1 HTTP/1.1
            > Host: graph.microsoft.com
            > Accept: application/json
            >
            < HTTP/1.1 403 Forbidden
            < Date: Wed, 25 Nov 2026 07:14:11 GMT
            < Content-Type: application/scim+json; charset=utf-8
            < request-id: 4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a
            <
            {"detail":"Insufficient privileges to complete the operation."}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r", "\n\n", "\r\r\n", "\r\n\r\n"})
    void every_line_end_counts_as_one(String end) {
        assertAnswer(ANSWER.replace("\n", end));
        assertAnswer(("Hello,\n\nthis came back:\n\n" + ANSWER).replace("\n", end));
        assertSent(VERBOSE.replace("\n", end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T03:14:02.123456789Z stderr F ",
                "2026-11-30T03:14:02.1234567Z ##[error]",
                "[2026-11-30T03:14:02.123Z] ",
                "Nov 30 03:14:02 host1 scim-sync[4711]: ",
                "scim-sync-1  | ",
                "> ",
                "+"
            })
    void what_a_collector_puts_before_each_line_makes_no_record_of_it(String prefix) {
        String printed = """
                x.HttpResponseException: 403 Forbidden
                GET https://graph.microsoft.com/rp/scim/groups
                {
                  "error": {"code": "Authorization_RequestDenied", "message": "No"}
                }
                \tat x.Request.execute(Request.java:1118)
                """;

        assertThat(Reading.of(printed.replaceAll("(?m)^(?=.)", prefix)).line())
                .startsWith("GET https://graph.microsoft.com/rp/scim/groups 403 {")
                .contains("Authorization_RequestDenied");
    }

    @Test
    void a_log_of_one_line_a_call_keeps_its_records_under_a_collector() {
        String line =
                "2026-11-30T03:14:0%d.123Z could not read users: Insufficient privileges to complete the operation.\n";

        assertThat(Reading.of(line.formatted(1) + line.formatted(2)).captured()).hasSize(2);
    }

    @Test
    void what_curl_prints_is_no_source_code_where_it_is_indented() {
        assertSent(VERBOSE.replace("* Connected", "* a\n* b\n* c\n* Connected").indent(4));
    }

    @Test
    void a_lone_header_behind_a_doubled_line_end_is_a_header() {
        Answered answer = Reading.of("HTTP/1.1 401 Unauthorized\r\rContent-Type: application/json\r\r")
                .answer();

        assertThat(answer.headers().first("content-type")).contains("application/json");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_sentence_right_behind_the_head_is_the_body_that_lost_its_blank_line() {
        assertThat(Reading.of("HTTP/1.1 400 Bad Request\nOne or more added references already exist")
                        .line())
                .isEqualTo("null null 400 One or more added references already exist");
        assertThat(Reading.of("HTTP/1.1 401 Unauthorized\nthis line was broken in two\nrequest-id: a\nuser@host:~$ ls")
                        .line())
                .isEqualTo("null null 401 ");
    }

    @Test
    void a_body_behind_the_blank_line_stays_a_body() {
        assertThat(Reading.of("HTTP/1.1 503 Service Unavailable\n\nThe service is unavailable.")
                        .line())
                .isEqualTo("null null 503 The service is unavailable.");
        assertThat(Reading.of("HTTP/1.1 500 Internal Server Error\n\nFailure: no more\n\nnothing")
                        .answer()
                        .body())
                .isEqualTo("Failure: no more\n\nnothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                ">",
                ">> ",
                "> > ",
                "| ",
                "    ",
                "\t",
                "  > ",
                "[12:00:01.123] ",
                "2026-11-25 07:14:11,345 DEBUG [main] http: ",
                "2026-11-25T07:14:11Z INFO < ",
                "app-1  | "
            })
    void a_quoted_or_logged_answer_is_read_with_its_headers(String prefix) {
        String quoted = quoted(prefix, ANSWER);

        assertAnswer(quoted);
        assertAnswer("Hi support,\n\nwe get this since the upgrade:\n\n" + quoted + "\nWhat do we do? Thanks\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "> ", ">> ", "| ", "    ", "12:00:01 "})
    void sent_and_received_lines_of_curl_are_told_apart_even_when_quoted(String prefix) {
        assertSent(quoted(prefix, VERBOSE));
        assertSent("Hi,\n\n" + quoted(prefix, VERBOSE));
    }

    @Test
    void a_quoted_transcript_of_request_and_answer_is_read_whole() {
        String sent = "PATCH /rp/scim/users/1 HTTP/1.1\nHost: graph.microsoft.com\n\n{\"a\":1}\n\n";

        assertSent(quoted("> ", sent + ANSWER));
    }

    @Test
    void a_quoted_body_without_a_status_line_is_a_body() {
        Reading reading = Reading.of("""
                They wrote:

                > {
                >   "status": "403",
                >   "detail": "Denied"
                > }
                > request-id: 4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a
                """);

        assertThat(reading.answer().body())
                .startsWith("{")
                .contains("\"Denied\"")
                .doesNotContain(">");
        assertThat(reading.answer().headers().first("request-id")).contains("4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");
    }

    @Test
    void answers_at_two_depths_of_a_mail_are_both_read() {
        String mail = quoted("> ", ANSWER) + "\nand before:\n\n" + quoted(">> ", ANSWER.replace("403", "409"));

        assertThat(Reading.of(mail).captured())
                .extracting(captured -> ((Answered) captured.exchange().outcome()).status())
                .isEqualTo(List.of(403, 409));
    }

    @Test
    void a_status_line_in_a_sentence_quotes_nothing() {
        Reading reading = Reading.of("We get HTTP/1.1 403 Forbidden for every call.\nWhy is that?");

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(piece -> assertThat(piece.reason()).contains("mentions 403 but quotes no answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "> "})
    void the_call_that_a_mail_names_before_its_answer_belongs_to_it(String prefix) {
        String mail = "We do POST https://graph.microsoft.com/rp/scim/Users, and get\n\n" + quoted(prefix, ANSWER)
                + "\nand GET https://graph.microsoft.com/rp/scim/Groups works.\n";

        assertThat(Reading.of(mail).only().request().method()).isEqualTo("POST");
        assertThat(Reading.of(mail).only().request().url()).isEqualTo("https://graph.microsoft.com/rp/scim/Users");
    }

    @Test
    void a_log_of_one_line_a_call_keeps_what_stands_before_the_status() {
        String line = "12:00:01 GET https://graph.microsoft.com/rp/scim/users HTTP/1.1 403 Forbidden\n";

        assertThat(Reading.of(line + line)
                        .captured()
                        .get(0)
                        .exchange()
                        .request()
                        .url())
                .isEqualTo("https://graph.microsoft.com/rp/scim/users");
    }

    private static void assertAnswer(String text) {
        Answered answer = Reading.of(text).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Insufficient privileges").startsWith("{");
        assertThat(answer.headers().first("date")).contains("Wed, 25 Nov 2026 07:14:11 GMT");
        assertThat(answer.headers().first("request-id")).contains("4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");
    }

    private static void assertSent(String text) {
        assertAnswer(text);
        Exchange exchange = Reading.of(text).only();
        assertThat(exchange.request().method()).isEqualTo("PATCH");
        assertThat(exchange.request().url()).isEqualTo("https://graph.microsoft.com/rp/scim/users/1");
    }

    /** Puts a prefix before each line; a blank one keeps what mail programs leave of it. */
    private static String quoted(String prefix, String text) {
        StringBuilder quoted = new StringBuilder();
        for (String line : text.split("\n")) {
            quoted.append((prefix + line).stripTrailing()).append('\n');
        }
        return quoted.toString();
    }
}
