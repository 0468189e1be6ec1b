package io.scimdoctor.report.lint;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.lint.rule.Grade;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Counts what was found, and says what the process returns. */
public final class LintTally {
    private final FailureRules rules;
    private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    private final Set<String> unknown = new LinkedHashSet<>();
    private long requests;
    private long unreadable;
    private boolean failed;

    public LintTally(FailureRules rules) {
        this.rules = rules;
    }

    public void add(LintResult result) {
        requests++;
        for (LintFinding finding : result.findings()) {
            counts.merge(finding.rule().grade(), 1L, Long::sum);
            failed |= rules.counts(
                    finding.rule().grade().severity(), finding.rule().id());
        }
    }

    /** A variable in a request has a value that the input does not tell. */
    public void addUnknown(String name) {
        unknown.add(name);
    }

    /** Some of the input could not be understood. */
    public void addUnreadable() {
        unreadable++;
    }

    public long requests() {
        return requests;
    }

    public long unreadable() {
        return unreadable;
    }

    public long count(Grade grade) {
        return counts.getOrDefault(grade, 0L);
    }

    /** Whether all was read and nothing was found in it. */
    public boolean isClean() {
        return exitCode() == ExitCode.HEALTHY && counts.isEmpty();
    }

    /** A broken rule outweighs input that was not understood. */
    public ExitCode exitCode() {
        if (failed) {
            return ExitCode.PROBLEM;
        }
        return requests == 0 || unreadable > 0 ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
    }

    /** Such as {@code 1 error, 2 warnings, 0 notes in 3 requests}. */
    public String sentence() {
        return Amounts.count(count(Grade.ERROR), "error") + ", " + Amounts.count(count(Grade.WARNING), "warning") + ", "
                + Amounts.count(count(Grade.NOTE), "note") + " in " + Amounts.count(requests, "text")
                + (unreadable == 0 ? "" : "; " + Amounts.count(unreadable, "piece") + " not understood")
                + (unknown.isEmpty() ? "" : "; value not known: " + Redactor.typed(String.join(", ", unknown)));
    }
}
