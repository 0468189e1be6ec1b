package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as people write them on a command line. */
public final class Durations {
    /** Ten years. */
    public static final Duration LONGEST = Duration.ofDays(3660);

    private Durations() {}

    /** @throws Stopped when the text is no duration */
    public static Duration parse(String option, String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        Duration duration = digits == 0 || digits > 9
                ? null
                : of(Long.parseLong(text.substring(0, digits)), text.substring(digits));
        if (duration == null || duration.compareTo(LONGEST) > 0) {
            throw Stopped.usage(
                    option + " takes a duration such as 500ms, 20s, 5m, 2h or 30d, not '" + Redactor.seen(text) + "'",
                    null);
        }
        return duration;
    }

    private static @Nullable Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> null;
        };
    }
}
