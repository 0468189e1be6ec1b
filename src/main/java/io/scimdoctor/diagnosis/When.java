package io.scimdoctor.diagnosis;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.scim.ErrorBody;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When an exchange took place, by the best clock that it shows. */
public final class When {
    private When() {}

    /** The answer's {@code Date}, else the capture's own time, else the time in the body of Graph's error, else null. */
    public static @Nullable Instant of(Exchange exchange) {
        Answered answer = exchange.answer();
        Instant date =
                answer == null ? null : date(answer.headers().first("date").orElse(null));
        if (date != null || exchange.at() != null || answer == null) {
            return date == null ? exchange.at() : date;
        }
        return inner(ErrorBody.parse(answer.body()).inner("date"));
    }

    /** Graph writes its time without a zone and means UTC. */
    private static @Nullable Instant inner(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** An HTTP date (RFC 9110, section 5.6.7), or null. */
    public static @Nullable Instant date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
