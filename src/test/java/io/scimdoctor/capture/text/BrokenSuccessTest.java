package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A status of success whose body did not come, or that the client says it could not use. */
final class BrokenSuccessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                200 OK
                Content-Type: application/scim+json; charset=utf-8
                Content-Length: 5000
                null
                """,
                """
                HTTP/1.1 200 OK
                Content-Type: application/scim+json; charset=utf-8
                Content-Length: 5000

                None
                """,
                """
                HTTP/1.1 200 OK
                Content-Type: application/scim+json
                Client-Aborted: die
                X-Died: EOF when chunk header expected at /usr/share/perl5/LWP/Protocol/http.pm line 490.

                {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"Resources":[{"id":"
                """,
                """
                GET https://graph.microsoft.com/rp/scim/Users
                200 OK
                return_code: partial_file
                """,
                """
                HTTP/1.1 200 OK
                Content-Type: application/scim+json

                {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"Resources":[{"id":"
                return_code: partial_file
                """,
            })
    void a_body_that_was_announced_and_did_not_come_is_a_failure(String text) {
        Reading reading = Reading.of(text);

        assertThat(reading.captured()).hasSize(1);
        Exchange read = reading.captured().get(0).exchange();
        assertThat(read.outcome())
                .isInstanceOfSatisfying(
                        Unanswered.class, none -> assertThat(none.fault()).isEqualTo(TransportFault.TRUNCATED_BODY));
    }

    /** JSON has that word, too; and who asks for the head alone gets no body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                HTTP/1.1 200 OK
                Content-Type: application/json
                Content-Length: 4

                null
                """,
                """
                HTTP/1.1 200 OK
                Content-Type: application/scim+json
                Content-Length: 5000
                """,
            })
    void a_head_alone_is_no_failure(String text) {
        assertThat(Reading.of(text).captured())
                .singleElement()
                .satisfies(one -> assertThat(one.exchange().answer()).isNotNull());
    }

    @Test
    void a_failure_of_go_below_a_success_is_said() {
        Reading reading = Reading.of("""
                HTTP/1.1 200 OK
                Content-Type: application/scim+json

                2026/11/30 09:00:00 http: ContentLength=5000 with Body length 1200
                """);

        assertThat(reading.mentionsFailure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UsersClient.BaseClient.Post(): unexpected status 200 with response: {\"schemas\":"
                        + "[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"id\":\"1\",\"userName\":\"a@contoso.example\"}",
                "Error: unexpected status 200 (200 OK) with error: parsing response: unexpected end of JSON input",
                "Error: unexpected HTTP status: 204",
            })
    void a_success_that_the_client_did_not_expect_is_an_error_without_a_status(String line) {
        Reading reading = Reading.of(line + "\n");

        assertThat(reading.captured()).singleElement().satisfies(one -> {
            Answered answer = Objects.requireNonNull(one.exchange().answer());
            assertThat(answer.status()).isZero();
            assertThat(answer.body()).contains("unexpected").doesNotContain("JSON input");
        });
    }

    @Test
    void a_fault_behind_a_whole_body_tells_of_that_answer_though_it_ends_like_a_body() {
        Reading reading = Reading.of("""
                HTTP/1.1 200 OK
                Content-Type: application/scim+json

                {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":0,"Resources":[]}
                Error: aborted {"code":"ECONNRESET"}
                """);

        assertThat(reading.captured())
                .singleElement()
                .satisfies(one -> assertThat(((Unanswered) one.exchange().outcome()).fault())
                        .isEqualTo(TransportFault.TRUNCATED_BODY));
    }

    /** What Node.js, Go, Python, Ruby, PHP, Java and libcurl print behind a body that breaks off within a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [Error: aborted] { code: 'ECONNRESET' }                                       | TRUNCATED_BODY
            Error: aborted\\n    at Socket.emit (node:events:536:35) {\\n  code: 'ECONNRESET'\\n} | TRUNCATED_BODY
            error ECONNRESET                                                              | TRUNCATED_BODY
            Error: unexpected EOF                                                         | TRUNCATED_BODY
            copy after 75 bytes: unexpected EOF                                           | TRUNCATED_BODY
            unexpected EOF *errors.errorString                                            | TRUNCATED_BODY
            2026/11/30 09:15:04 unexpected EOF\\npanic: unexpected EOF                    | TRUNCATED_BODY
            2026/11/30 09:15:04 json: unexpected end of JSON input                        | TRUNCATED_BODY
            Error: read tcp 10.0.0.4:4321->20.190.160.1:443: read: connection reset by peer | TRUNCATED_BODY
            Error: HTTPSConnectionPool(host='graph.microsoft.com', port=443): Read timed out. | STALLED_BODY
            #<Net::ReadTimeout: Net::ReadTimeout>                                         | STALLED_BODY
            Error: wrong chunk size line: zz                                              | TRUNCATED_BODY
            transfer closed with 276 bytes remaining to read                              | TRUNCATED_BODY
            Operation timed out after 9574 milliseconds with 75 out of 351 bytes received | STALLED_BODY
            Control character error, possibly incorrectly encoded                         | TRUNCATED_BODY
            java.io.IOException: closed                                                   | TRUNCATED_BODY
            java.net.SocketTimeoutException: Read timed out                               | STALLED_BODY
            SyntaxError: Unterminated string in JSON at position 75                       | TRUNCATED_BODY
            """)
    void what_a_client_says_behind_a_body_that_breaks_off_tells_of_it(String words, TransportFault fault) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalRes\n"
                + words.replace("\\n", "\n") + "\n";

        for (String head : List.of(
                "HTTP/1.1 200 OK\nContent-Type: application/scim+json\n\n",
                "GET https://graph.microsoft.com/rp/scim/users 200 OK\n")) {
            Reading reading = Reading.of(head + body);

            assertThat(reading.captured()).as(head).hasSize(1);
            assertThat(reading.failure().fault()).as(head).isEqualTo(fault);
        }
    }

    /** What a terminal shows of a call without its head: curl's words stand right behind the part that came, or below it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl: (18) transfer closed with 554 bytes remaining to read",
                "curl: (56) Recv failure: Connection reset by peer",
                "\ncurl: (18) transfer closed with 554 bytes remaining to read",
                "\ncurl: (92) HTTP/2 stream 3 was not closed cleanly: PROTOCOL_ERROR (err 1)",
                "\nError: aborted",
                "\nunexpected EOF"
            })
    void a_page_without_its_head_that_breaks_off_above_words_is_no_success(String words) {
        String page =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"Resources\":[{\"displayNa";

        assertThat(Reading.of(page + words).captured())
                .anySatisfy(one -> assertThat(one.exchange().outcome()).isInstanceOf(Unanswered.class));
        assertThat(Reading.of(page + "\nand so on").captured())
                .allSatisfy(one -> assertThat(one.exchange().outcome()).isInstanceOf(Answered.class));
    }
}
