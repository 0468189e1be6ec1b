package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line behind a success, without a mark of the client that printed it: whether it says that something failed. */
final class FailureWordsTest {
    private static final List<String> SUCCESSES =
            List.of("GET https://graph.microsoft.com/rp/scim/users 200 OK\n", """
                    HTTP/1.1 200 OK
                    Content-Type: application/scim+json

                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":0,"Resources":[]}

                    """, "Status: 200 OK\n");

    @Test
    void a_success_is_not_healthy_when_a_client_says_in_its_language_that_something_failed() throws IOException {
        List<String> green = new ArrayList<>();
        for (String line : lines("failing.txt")) {
            for (String success : SUCCESSES) {
                if (!Reading.of(success + line + "\n").fails()) {
                    green.add(line);
                }
            }
        }

        assertThat(green).isEmpty();
    }

    @Test
    void a_success_stays_one_when_the_line_tells_of_no_failure() throws IOException {
        for (String line : lines("fine.txt")) {
            for (String success : SUCCESSES) {
                assertThat(Reading.of(success + line + "\n").fails()).as(line).isFalse();
            }
        }
    }

    /** What a log says is not over when the next call succeeds; what somebody says in front of an answer may be. */
    @Test
    void a_failure_between_two_successes_of_a_log_is_said() {
        String log = """
                2026-11-30 07:08:09 INFO GET https://graph.microsoft.com/rp/scim/users 200
                2026-11-30 07:08:10 ERROR Sync of groups failed: Connection refused
                2026-11-30 07:08:11 INFO GET https://graph.microsoft.com/rp/scim/groups 200
                """;

        assertThat(Reading.of(log).mentionsFailure()).isTrue();
        assertThat(Reading.of(log.replaceAll("(?m)^\\S+ \\S+ \\w+ ", "")).fails())
                .isFalse();
        assertThat(Reading.of(log.replace("ERROR", "DEBUG")).fails()).isFalse();
    }

    /** Words beside an answer that failed tell of it again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://graph.microsoft.com/rp/scim/users 503 Service Unavailable\nRequest failed\n",
                "2026-11-30 07:08:09 ERROR request failed\n2026-11-30 07:08:09 INFO GET https://graph.microsoft.com/rp/scim/users 403\n",
                "HTTP/1.1 403 Forbidden\nDate: Mon, 30 Nov 2026 07:08:09 GMT\n\nAccess denied\n\nRequest failed.\n",
                "Error connecting to https://graph.microsoft.com/rp/scim/users\nStatus: 407 Proxy Authentication Required\n",
            })
    void words_beside_a_failure_are_no_other_one(String text) {
        assertThat(Reading.of(text).captured()).hasSize(1);
        assertThat(Reading.of(text).mentionsFailure()).isFalse();
    }

    /** Curl's variables with which a transfer ended badly; in another case they are part of what curl was told to print. */
    @Test
    void the_variables_of_curl_that_tell_of_a_failure_are_read() {
        String answer = "HTTP/1.1 200 OK\nDate: Mon, 30 Nov 2026 07:08:09 GMT\n\n{}\n\n";

        assertThat(Reading.of(answer + "time_total: 0.2\nexitcode: 0\nssl_verify_result: 0\n")
                        .fails())
                .isFalse();
        assertThat(Reading.of(answer + "errormsg: Recv failure: Connection reset by peer\n")
                        .fails())
                .isTrue();
        assertThat(Reading.of(answer + "time_total: 0.2\nexitcode: 56\n").fails())
                .isTrue();
    }

    private static List<String> lines(String name) throws IOException {
        String text =
                new String(FailureWordsTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.startsWith("# ")).toList();
    }
}
