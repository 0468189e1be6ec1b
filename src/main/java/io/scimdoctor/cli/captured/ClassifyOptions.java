package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.cli.process.Durations;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.triage.TriageFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code classify}.
 *
 * @param names files, folders, patterns, or {@code -} for standard input
 * @param hints what the user says about the answers
 * @param context what the diagnosis may use beside them
 * @param wanted which part of a mountain of answers is asked for
 * @param gap the silence that ends a time window
 * @param kql whether a query is printed instead of reading files
 */
record ClassifyOptions(
        List<String> names,
        Hints hints,
        DiagnosisContext context,
        TriageFilter wanted,
        Duration gap,
        FailureRules rules,
        boolean kql,
        boolean stats) {
    static ClassifyOptions of(Invocation invocation) throws IOException {
        List<String> names = invocation.parameters();
        boolean kql = invocation.flag("--kql");
        if (kql && !names.isEmpty()) {
            throw Stopped.usage("--kql reads no files", "leave the files out, or leave --kql out");
        }
        Instant now = invocation.environment().now();
        return new ClassifyOptions(
                names.isEmpty() ? List.of("-") : names,
                CaptureHints.of(invocation),
                CaptureHints.context(invocation),
                new TriageFilter(
                        time(invocation, "--since", now),
                        time(invocation, "--until", now),
                        invocation.findings("--only")),
                invocation.duration("--gap", Windows.DEFAULT_GAP),
                invocation.failureRules(),
                kql,
                invocation.flag("--stats"));
    }

    /** A time, or a duration back from now. */
    private static @Nullable Instant time(Invocation invocation, String option, Instant now) {
        String text = invocation.text(option);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.minus(Durations.parse(option, text));
        } catch (DateTimeParseException | Stopped e) {
            throw Stopped.usage(
                    option + " takes a time such as 2026-05-02T08:00:00Z or a duration back such as 2h or 7d, not '"
                            + Redactor.seen(text) + "'",
                    null);
        }
    }
}
