package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.capture.reader.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that repeats what a reader looks for costs time in proportion to its length, not more. */
final class LinearTextTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int LENGTH = 30_000;

    /** Quadratic work over so much text takes far longer, and proportional work a tenth of it. */
    private static final Duration BOUND = Duration.ofSeconds(2);

    /** What never ends is not waited for. */
    private static final Duration END = Duration.ofSeconds(60);

    /** More than is looked at before a log is known to be one, and what is read of it at a time. */
    private static final int LOG = 200_000;

    private static final int SIZE = 50_000;

    /** What takes less for the double size says nothing about growth. */
    private static final long MEASURABLE = 400_000_000L;

    /** The time is that of the thread, so that others may work beside it. */
    @Execution(ExecutionMode.CONCURRENT)
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

        Assertions.assertTimeoutPreemptively(END, () -> {
            assertThat(time(text) + time(lines) + time("status" + " ".repeat(LENGTH) + part))
                    .isLessThan(BOUND.toNanos());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://graph.microsoft.com/rp/scim/users -> 403",
                "GET https://graph.microsoft.com/rp/scim/users {\"a\":",
                "sync failed: Insufficient privileges to complete the operation.",
                "AADSTS7000215: Invalid client secret",
                "answer: <html><title>403 Forbidden",
                "x"
            })
    void a_log_that_is_read_in_blocks_costs_twice_as_much_when_it_is_twice_as_long(String part) {
        String record = "2026-05-02T08:11:04Z ERROR " + part + "\n";

        Assertions.assertTimeoutPreemptively(END, () -> {
            double growth = Growth.of(LOG, MEASURABLE, 3, size -> time(record.repeat(size / record.length())));
            assertThat(growth).isLessThan(3);
        });
    }

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
            double growth = Growth.of(SIZE, MEASURABLE / 16, 3, size -> {
                StringBuilder whole = new StringBuilder(parts[0]);
                for (int i = 0; whole.length() < size; i++) {
                    whole.append(parts[1].replace("#", Integer.toString(i)));
                }
                time(whole.append(parts.length > 2 ? parts[2] : "").toString());
            });
            assertThat(growth).isLessThan(3);
        });
    }

    private static long time(String text) {
        long start = CLOCK.getCurrentThreadCpuTime();
        assertThat(Reading.of(text)).isNotNull();
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
