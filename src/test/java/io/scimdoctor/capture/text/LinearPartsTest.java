package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.capture.reader.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in one text many times costs time in proportion to how often, not more. */
// The time is that of the thread, so that others may work beside it.
@Execution(ExecutionMode.CONCURRENT)
final class LinearPartsTest {
    /** What never ends is not waited for. */
    private static final Duration END = Duration.ofSeconds(60);

    private static final int SIZE = 50_000;

    /** What takes less for the double size says nothing about growth. */
    private static final long MEASURABLE = 25_000_000L;

    /** Of a hash in what is repeated it is the number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\n\n{\"a\":[\n…1,\n",
                "HTTP/1.1 200 OK\n\n<p>\n…2026-05-02T08:11:04Z\nx\ny\n",
                "HTTP/1.1 400 Bad Request\n\n…400\n",
                "…\n…HTTP/1.1 400 Bad Request\n",
                "…\r…HTTP/1.1 400 Bad Request\n",
                "…HTTP/1.1 403 Forbidden\n\n{\"a\":#}\nAADSTS50034: x\n",
                "HTTP/1.1 403 Forbidden\n\n{\"a\":1}\n…AADSTS50034: x #\n",
                "failed: …code: BadRequest, message: x; ",
                "GET https://graph.microsoft.com/rp/scim/users 502 …<html></html>",
                "status code: 400 …date: a ",
                "status code: 400 server: b …server: \"a\\\\b\" ",
                "HTTP status 400 GET https://graph.microsoft.com/rp/scim/users\n…x-okta-a#: v\n"
            })
    void what_stands_in_one_text_many_times_costs_twice_as_much_for_twice_as_many(String text) {
        String[] parts = text.split("…");

        Assertions.assertTimeoutPreemptively(END, () -> {
            double growth = Growth.of(SIZE, MEASURABLE, 3, size -> {
                StringBuilder whole = new StringBuilder(parts[0]);
                // A line costs more than its characters: so many short ones are enough.
                for (int i = 0; whole.length() < size && i < size / 3; i++) {
                    whole.append(parts[1].replace("#", Integer.toString(i)));
                }
                Reading.of(whole.append(parts.length > 2 ? parts[2] : "").toString());
            });
            assertThat(growth).isLessThan(3);
        });
    }
}
