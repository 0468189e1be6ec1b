package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(one -> assertThat(one.failed()).isTrue());
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
}
