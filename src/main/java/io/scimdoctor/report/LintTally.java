package io.scimdoctor.report;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.lint.Grade;
import io.scimdoctor.lint.LintFinding;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts what was found, and says what the process returns. */
public final class LintTally {
    private final FailOn failOn;
    private final Set<String> ignored;
    private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    private long requests;
    private long unreadable;
    private boolean failed;

    public LintTally(FailOn failOn, Set<String> ignored) {
        this.failOn = failOn;
        this.ignored = Set.copyOf(ignored);
    }

    public void add(LintResult result) {
        requests++;
        for (LintFinding finding : result.findings()) {
            counts.merge(finding.rule().grade(), 1L, Long::sum);
            boolean counted = !ignored.contains(finding.rule().id());
            failed |= counted && failOn.counts(finding.rule().grade().severity());
        }
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

    /** A broken rule outweighs input that was not understood. */
    public ExitCode exitCode() {
        if (failed) {
            return ExitCode.PROBLEM;
        }
        return requests == 0 || unreadable > 0 ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
    }

    /** Such as {@code 1 error, 2 warnings, 0 notes in 3 requests}. */
    public String sentence() {
        return number(count(Grade.ERROR), "error") + ", " + number(count(Grade.WARNING), "warning") + ", "
                + number(count(Grade.NOTE), "note") + " in " + number(requests, "text")
                + (unreadable == 0 ? "" : "; " + number(unreadable, "piece") + " not understood");
    }

    private static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
