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

/** A text that repeats what a reader looks for costs time in proportion to its length, not more. */
// The time is that of the thread, so that others may work beside it.
@Execution(ExecutionMode.CONCURRENT)
final class LinearTextTest {
    /** What never ends is not waited for. */
    private static final Duration END = Duration.ofSeconds(60);

    private static final int LENGTH = 4_000;

    /** What takes less for the double length says nothing about growth. */
    private static final long MEASURABLE = 250_000_000L;

    private static final double MOST = 2.7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status ",
                "status:",
                "returned ",
                "{[ab, ",
                "{\"a\":",
                "{a:{",
                "{\\\"a\\\":",
                "'\\n' + ",
                "403 ",
                "HTTP/1.1 ",
                "GET https://",
                "\"GET ",
                "request-id: ",
                "x-ms-ags-diagnostic: {",
                "AADSTS7000",
                "code: Request_BadRequest ",
                "Authorization_RequestDenied: ",
                "error: timeout ",
                "<html>",
                "00000000  48 54 ",
                "=3D=\n",
                "> ",
                "│ ",
                "http-outgoing-0 << \"",
                "1 < ",
                "Get \"https://a.b\": ",
                "HTTPSConnectionPool(host='a', port=1) ",
                "Invoke-RestMethod : ",
                "url: ",
                "\u201C{"
            })
    void growth_is_in_proportion(String part) {
        Assertions.assertTimeoutPreemptively(END, () -> {
            double growth = Growth.of(LENGTH, MEASURABLE, MOST, length -> {
                Reading.of("ERROR x " + part.repeat(length / part.length()) + "y");
                Reading.of((part + "\n").repeat(length / (part.length() + 1)) + "z");
                Reading.of("status" + " ".repeat(length) + part);
            });
            assertThat(growth).isLessThan(MOST);
        });
    }
}
