package io.scimdoctor.http;

import io.scimdoctor.exchange.Answered;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a Retry-After header: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * How long the answer asks to wait. A date is the server's, and so is compared with the server's own clock where the
     * answer shows it.
     *
     * @param now the local clock
     */
    static @Nullable Duration of(Answered answer, Instant now) {
        String text = answer.headers().first("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = answer.headers().date("Retry-After");
        Instant server = answer.headers().date("Date");
        Duration wait = until == null ? null : Duration.between(server == null ? now : server, until);
        return wait != null && wait.isNegative() ? Duration.ZERO : wait;
    }
}
