package io.scimdoctor.report.lint;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Status;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.Grade;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what was found, and says what the process returns. */
public final class LintTally {
    static final int MOST_UNREAD = 10_000;
    private static final int MOST_UNKNOWN = 20;

    private final FailureRules rules;
    private final @Nullable Rehearsal rehearsal;
    private final Map<String, RuleCount> broken = new LinkedHashMap<>();
    private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<Unreadable> unread = new ArrayList<>();
    private long requests;
    private long unreadable;
    private long elsewhere;
    private boolean failed;
    private boolean corrected;

    /** @param rehearsal what else is said of a run of whole requests, or null */
    public LintTally(FailureRules rules, @Nullable Rehearsal rehearsal) {
        this.rules = rules;
        this.rehearsal = rehearsal;
    }

    @Nullable
    Rehearsal rehearsal() {
        return rehearsal;
    }

    /** The rules that are broken, the worst and most frequent first. */
    List<RuleCount> broken() {
        return broken.values().stream()
                .sorted(Comparator.comparing((RuleCount count) -> count.rule().grade())
                        .thenComparing(RuleCount::findings, Comparator.reverseOrder()))
                .toList();
    }

    public void add(LintResult result) {
        requests++;
        corrected |= result.corrected() != null;
        for (LintFinding finding : result.findings()) {
            counts.merge(finding.rule().grade(), 1L, Long::sum);
            broken.computeIfAbsent(finding.rule().id(), id -> new RuleCount(finding))
                    .add(result.source(), finding);
            failed |= rules.counts(
                    finding.rule().grade().severity(), finding.rule().id());
        }
        SentRequest request = result.request();
        if (rehearsal != null && request != null) {
            rehearsal.add(request);
        }
    }

    /** How bad the worst finding is, whatever counts as a failure. */
    Status status() {
        if (counts.containsKey(Grade.ERROR) || exitCode() == ExitCode.PROBLEM) {
            return Status.FAIL;
        }
        return exitCode() != ExitCode.HEALTHY
                ? Status.UNKNOWN
                : counts.containsKey(Grade.WARNING) ? Status.WARN : Status.PASS;
    }

    /** A call to another service was skipped. */
    public void addElsewhere() {
        elsewhere++;
    }

    /** All that was met in the input, judged or not. */
    public long pieces() {
        return requests + unreadable + elsewhere;
    }

    long elsewhere() {
        return elsewhere;
    }

    /** A variable in a request has a value that the input does not tell. */
    public void addUnknown(String name) {
        if (unknown.size() < MOST_UNKNOWN) {
            unknown.add(name);
        }
    }

    /** Some of the input could not be understood. */
    public void addUnreadable(Unreadable piece) {
        unreadable++;
        if (unread.size() < MOST_UNREAD) {
            unread.add(piece);
        }
    }

    /** The first pieces that could not be understood. */
    List<Unreadable> unread(int most) {
        return unread.subList(0, Math.min(most, unread.size()));
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

    /** Whether a correction was made. */
    public boolean hasCorrected() {
        return corrected;
    }

    /** Whether all was read and nothing was found in it. */
    public boolean isClean() {
        return exitCode() == ExitCode.HEALTHY && counts.isEmpty();
    }

    /** A broken rule outweighs input that was not understood. */
    public ExitCode exitCode() {
        if (failed || (rehearsal != null && rehearsal.isRefused())) {
            return ExitCode.PROBLEM;
        }
        return requests == 0 || unreadable > 0 ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
    }

    /** Such as {@code 1 error, 2 warnings, 0 notes in 3 requests}. */
    public String sentence() {
        return Amounts.count(count(Grade.ERROR), "error") + ", " + Amounts.count(count(Grade.WARNING), "warning") + ", "
                + Amounts.count(count(Grade.NOTE), "note") + " in " + Amounts.count(requests, "text")
                + (elsewhere == 0 ? "" : "; " + Amounts.count(elsewhere, "call") + " to other services skipped")
                + (unreadable == 0 ? "" : "; " + Amounts.count(unreadable, "piece") + " not understood")
                + (unknown.isEmpty() ? "" : "; value not known: " + Redactor.typed(String.join(", ", unknown)));
    }
}
