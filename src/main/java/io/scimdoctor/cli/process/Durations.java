package io.scimdoctor.cli.process;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Durations as people write them on a command line. */
public final class Durations {
    /** Ten years. */
    public static final Duration LONGEST = Duration.ofDays(3660);

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", MILLIS,
            "", SECONDS,
            "s", SECONDS,
            "m", MINUTES,
            "min", MINUTES,
            "h", HOURS,
            "d", DAYS);

    private Durations() {}

    /** @throws Stopped when the text is no duration */
    public static Duration parse(String option, String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        ChronoUnit unit = UNITS.get(text.substring(digits));
        Duration duration = digits == 0 || digits > 9 || unit == null
                ? null
                : Duration.of(Long.parseLong(text.substring(0, digits)), unit);
        if (duration == null || duration.compareTo(LONGEST) > 0) {
            throw Stopped.usage(
                    option + " takes a duration such as 500ms, 20s, 5m, 2h or 30d, not '" + Redactor.seen(text) + "'",
                    null);
        }
        return duration;
    }
}
