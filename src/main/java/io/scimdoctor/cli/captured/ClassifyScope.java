package io.scimdoctor.cli.captured;

import io.scimdoctor.cli.process.Durations;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.triage.TriageFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a mountain of answers is asked for, and how it is summed up.
 *
 * @param gap the silence that ends a time window
 */
record ClassifyScope(TriageFilter wanted, Duration gap) {
    static ClassifyScope of(Invocation invocation) {
        Instant now = invocation.environment().now();
        TriageFilter wanted = new TriageFilter(
                time(invocation, "--since", now), time(invocation, "--until", now), invocation.findings("--only"));
        Duration gap = invocation.duration("--gap", Windows.DEFAULT_GAP);
        return new ClassifyScope(wanted, gap);
    }

    /** A time, or a duration back from now. */
    private static @Nullable Instant time(Invocation invocation, String option, Instant now) {
        String text = invocation.text(option);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') > 0 ? OffsetDateTime.parse(text).toInstant() : now.minus(back(option, text));
        } catch (DateTimeParseException e) {
            throw notATime(option, text);
        }
    }

    private static Duration back(String option, String text) {
        try {
            return Durations.parse(option, text);
        } catch (Stopped e) {
            throw notATime(option, text);
        }
    }

    private static Stopped notATime(String option, String text) {
        return Stopped.usage(
                option + " takes a time such as 2026-05-02T08:00:00Z or a duration back such as 2h or 7d, not '"
                        + Redactor.seen(text) + "'",
                null);
    }
}
