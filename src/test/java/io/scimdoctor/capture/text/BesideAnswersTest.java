package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before, between and behind answers as they stand on the wire is told of other calls, or of these again. */
final class BesideAnswersTest {
    private static final String USERS = "https://graph.microsoft.com/rp/scim/users?startIndex=3";
    private static final String GROUPS = "https://graph.microsoft.com/rp/scim/groups?count=4";
    private static final String FOUND = """
            HTTP/1.1 200 OK
            Content-Type: application/scim+json

            {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":0,"Resources":[]}
            """;
    private static final String REFUSED =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"403\",\"detail\":\"Insufficient privileges to complete the operation.\"}";

    /** What a later call printed, and the calls that are to be seen behind the one that succeeded. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            $ curl -s GROUPS\\nREFUSED                                                            ; GET GROUPS 403
            kim@box:~/x$ curl GROUPS\\nREFUSED\\nkim@box:~/x$                                     ; GET GROUPS 403
            PS C:\\> irm GROUPS\\nirm : The remote server returned an error: (409) Conflict.      ; GET GROUPS 409
            $ az rest -m get -u GROUPS\\nERROR: Not Found({"error":{"code":"Request_ResourceNotFound","message":"x"}}) ; GET GROUPS 0
            $ curl GROUPS | jq .\\nREFUSED                                                        ; GET GROUPS 403
            $ curl -so /dev/null -w '%{http_code}' GROUPS\\n429                                   ; GET GROUPS 429
            $ wget GROUPS\\nHTTP request sent, awaiting response... 404 Not Found                 ; GET GROUPS 404
            Error calling GROUPS: 500 Internal Server Error                                       ; null GROUPS 500
            2026-11-30T07:08:09Z ERROR PATCH GROUPS failed with status 412                        ; PATCH GROUPS 412
            requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: GROUPS         ; null GROUPS 401
            AADSTS50034: The user account does not exist in the directory.                        ; null null 0
            java.net.ConnectException: Connection refused                                         ; null null connection-refused
            curl: (22) The requested URL returned error: 409                                      ; null null 409
            Received HTTP code 407 from proxy after CONNECT\\ncurl: (56) Received HTTP code 407 from proxy after CONNECT ; CONNECT null 407
            """)
    void what_stands_behind_an_answer_is_another_call(String printed, String wanted) {
        String behind = printed.replace("\\n", "\n").replace("GROUPS", GROUPS).replace("REFUSED", REFUSED);
        String call = wanted.replace("GROUPS", GROUPS);

        assertThat(calls("$ curl -i " + USERS + "\n" + FOUND + behind)).containsExactly("GET " + USERS + " 200", call);
        assertThat(calls("$ curl -i " + USERS + "\n" + FOUND.replace("200 OK", "503 Busy") + "\n" + behind))
                .containsExactly("GET " + USERS + " 503", call);
        assertThat(calls("HTTP/1.1 204 No Content\nDate: Mon, 30 Nov 2026 07:08:09 GMT\n\n" + behind))
                .contains(call)
                .hasSize(2);
    }

    @Test
    void what_stands_before_an_answer_is_another_call() {
        assertThat(calls(REFUSED + "\n\n" + FOUND)).containsExactly("null null 403", "null null 200");
        assertThat(calls("--- first ---\n" + REFUSED + "\n--- second ---\n" + FOUND))
                .containsExactly("null null 403", "null null 200");
        assertThat(calls("$ curl -s " + GROUPS + "\n" + REFUSED + "\n$ curl -i " + USERS + "\n" + FOUND))
                .containsExactly("GET " + GROUPS + " 403", "GET " + USERS + " 200");
    }

    @Test
    void an_answer_that_is_told_again_is_one() {
        String answer = FOUND.replace("200 OK", "403 Forbidden").replaceFirst("\\{.*}", REFUSED);
        String thrown = "requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: " + USERS;

        assertThat(calls("$ curl -i " + USERS + "\n" + answer + thrown)).containsExactly("GET " + USERS + " 403");
        assertThat(calls(answer + "\n" + REFUSED)).containsExactly("null null 403");
        assertThat(calls(thrown + "\n" + answer)).hasSize(1);
        assertThat(Reading.of("curl: (22) The requested URL returned error: 403\n" + REFUSED)
                        .answer()
                        .body())
                .contains("Insufficient privileges");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curl: (92) HTTP/2 stream 3 was not closed cleanly: PROTOCOL_ERROR (err 1)     | truncated-body
            curl: (56) Recv failure: Connection reset by peer                             | truncated-body
            curl: (28) Operation timed out after 5000 milliseconds with 12 bytes received | stalled-body
            """)
    void a_success_that_curl_could_not_take_whole_is_none(String failure, String slug) {
        assertThat(Reading.of(FOUND + failure).failure().fault().slug()).isEqualTo(slug);
        assertThat(Reading.of(FOUND.split("\\{")[0] + failure).failure().fault().slug())
                .isEqualTo(slug);
    }

    @Test
    void a_failure_in_words_only_is_said() {
        assertThat(Reading.of(FOUND + "Sometimes we see 403 Forbidden here.").unreadable())
                .singleElement()
                .satisfies(one -> assertThat(one.failed()).isTrue());
    }

    private static List<String> calls(String text) {
        List<String> calls = new ArrayList<>();
        Reading.of(text)
                .captured()
                .forEach(one -> calls.add(Reading.line(one.exchange()).replaceFirst("(?s)(\\S+ \\S+ \\S+).*", "$1")));
        return calls;
    }
}
