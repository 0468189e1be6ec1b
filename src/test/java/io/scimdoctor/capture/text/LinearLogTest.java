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

/** A log that is read in blocks costs time in proportion to its length, not more. */
// The time is that of the thread, so that others may work beside it.
@Execution(ExecutionMode.CONCURRENT)
final class LinearLogTest {
    /** What never ends is not waited for. */
    private static final Duration END = Duration.ofSeconds(60);

    /** More than is looked at before a log is known to be one, and what is read of it at a time. */
    private static final int SIZE = 200_000;

    /** What takes less for the double size says nothing about growth. */
    private static final long MEASURABLE = 400_000_000L;

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
            double growth = Growth.of(SIZE, MEASURABLE, 3, size -> Reading.of(record.repeat(size / record.length())));
            assertThat(growth).isLessThan(3);
        });
    }
}
