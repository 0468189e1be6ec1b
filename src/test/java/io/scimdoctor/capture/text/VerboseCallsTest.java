package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PowerShell notes of a call with {@code -Verbose}, and the error that stands below it. */
final class VerboseCallsTest {
    private static final String REFUSED_5 =
            "Invoke-RestMethod : The remote server returned an error: (403) Forbidden.\n";
    private static final String REFUSED_7 =
            "Invoke-RestMethod: Response status code does not indicate success: 403 (Forbidden).\n";

    /** Windows PowerShell says so of a success only; what failed is another call, of which nothing is known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                VERBOSE: GET https://graph.microsoft.com/rp/scim/users?count=1 with 0-byte payload
                VERBOSE: received 512-byte response of content type application/scim+json
                """,
                """
                AUSFÜHRLICH: GET https://graph.microsoft.com/rp/scim/users with 0-byte payload
                AUSFÜHRLICH: received -1-byte response of content type application/scim+json;charset=utf-8

                """,
                """
                VERBOSE: GET https://graph.microsoft.com/rp/scim/users with 0-byte payload
                VERBOSE: received 512-byte response of content type application/scim+json
                creating the user
                """,
            })
    void an_answer_that_came_ends_its_call(String notes) {
        Exchange refused = Reading.of(notes + REFUSED_5).only();

        assertThat(((Answered) refused.outcome()).status()).isEqualTo(403);
        assertThat(refused.request().url()).isNull();
        assertThat(refused.request().method()).isNull();
    }

    /** Since version 6 it says so of a failure, too, and what came is the error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                VERBOSE: POST https://graph.microsoft.com/rp/scim/users with 210-byte payload
                VERBOSE: received 189-byte response of content type application/json
                """,
                """
                VERBOSE: POST https://graph.microsoft.com/rp/scim/users with 210-byte payload
                VERBOSE: Received HTTP/1.1 512-byte response of content type application/json
                VERBOSE: Content encoding: utf-8
                """,
            })
    void the_error_that_follows_at_once_is_what_came(String notes) {
        Exchange refused = Reading.of(notes + REFUSED_7).only();

        assertThat(((Answered) refused.outcome()).status()).isEqualTo(403);
        assertThat(refused.request().method()).isEqualTo("POST");
        assertThat(refused.request().url()).isEqualTo("https://graph.microsoft.com/rp/scim/users");
    }

    @Test
    void what_was_printed_in_between_is_of_the_first_call() {
        Exchange refused = Reading.of("""
                        VERBOSE: GET https://graph.microsoft.com/rp/scim/users with 0-byte payload
                        VERBOSE: received 512-byte response of content type application/scim+json

                        totalResults : 1
                        itemsPerPage : 1
                        """ + REFUSED_7).only();

        assertThat(refused.request().url()).isNull();
    }

    @Test
    void the_next_call_has_the_error_below_it() {
        Exchange refused = Reading.of("""
                        VERBOSE: GET https://graph.microsoft.com/rp/scim/users with 0-byte payload
                        VERBOSE: received 120-byte response of content type application/json
                        VERBOSE: GET https://graph.microsoft.com/rp/scim/groups with 0-byte payload
                        """ + REFUSED_5).only();

        assertThat(refused.request().url()).isEqualTo("https://graph.microsoft.com/rp/scim/groups");
    }

    /** A length is no status. */
    @Test
    void without_an_error_there_is_no_answer() {
        Reading reading = Reading.of("""
                VERBOSE: Requested HTTP/1.1 GET with 0-byte payload
                VERBOSE: Received HTTP/1.1 512-byte response of content type application/scim+json
                """);

        assertThat(reading.captured()).isEmpty();
    }
}
