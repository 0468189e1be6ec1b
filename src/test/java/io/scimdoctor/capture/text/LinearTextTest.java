package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that repeats what a reader looks for costs time in proportion to its length, not more. */
final class LinearTextTest {
    private static final int LENGTH = 100_000;

    /** Quadratic work over so much text takes minutes; proportional work takes well below a second. */
    private static final Duration BOUND = Duration.ofSeconds(30);

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
        String text = "ERROR x " + part.repeat(LENGTH / part.length()) + "y";
        String lines = (part + "\n").repeat(LENGTH / (part.length() + 1)) + "z";

        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            assertThat(Reading.of(text)).isNotNull();
            assertThat(Reading.of(lines)).isNotNull();
            assertThat(Reading.of("status" + " ".repeat(LENGTH) + part)).isNotNull();
        });
    }
}
