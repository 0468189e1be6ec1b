package io.scimdoctor.diagnosis;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.scim.ErrorBody;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When an exchange took place, by the best clock that it shows. */
public final class When {
    private When() {}

    /** The answer's {@code Date}, else the capture's own time, else the time in the body of Graph's error, else null. */
    public static @Nullable Instant of(Exchange exchange) {
        Answered answer = exchange.answer();
        Instant date = answer == null ? null : answer.headers().date("date");
        if (date != null || exchange.at() != null || answer == null) {
            return date == null ? exchange.at() : date;
        }
        String inner = ErrorBody.parse(answer.body()).inner("date");
        try {
            // Graph writes its time without a zone and means UTC.
            return inner == null ? null : LocalDateTime.parse(inner).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
