package io.scimdoctor.http;

import io.scimdoctor.exchange.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
    static Optional<Duration> of(Answered answer, Instant now) {
        Instant server = date(answer.headers().first("Date").orElse(""));
        return answer.headers().first("Retry-After").flatMap(value -> parse(value, server == null ? now : server));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant until = date(text);
        if (until == null) {
            return Optional.empty();
        }
        Duration wait = Duration.between(now, until);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
