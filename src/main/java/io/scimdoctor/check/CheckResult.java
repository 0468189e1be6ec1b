package io.scimdoctor.check;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended.
 *
 * @param detail one short sentence
 * @param blocks whether the checks that need this one make no sense now
 * @param skippedBecause the need that was not met, when this check did not run
 * @param requests ids of the requests it looked at
 */
public record CheckResult(
        Status status,
        Told detail,
        boolean blocks,
        List<Finding> findings,
        List<String> requests,
        @Nullable String skippedBecause) {

    /** The finding of a check that broke. */
    static final String CRASHED = "check-crashed";

    private static final String DEADLINE = "deadline-exceeded";

    static CheckResult pass(String detail, String... requests) {
        return of(List.of(), Told.own(detail), requests);
    }

    static CheckResult skip(String need) {
        return skip("skipped because of " + need, need, true);
    }

    /** @param blocks whether what needs the check is skipped, too */
    static CheckResult skip(String detail, String because, boolean blocks, String... requests) {
        return new CheckResult(Status.SKIP, Told.own(detail), blocks, List.of(), List.of(requests), because);
    }

    /** Skipped, because the call did not come to what is checked; the checks that need this one still run. */
    static CheckResult notReached(String why, String... requests) {
        return skip(why, why, false, requests);
    }

    /** What cannot be decided, and why. */
    static CheckResult unknown(Finding finding, String... requests) {
        return new CheckResult(
                Status.UNKNOWN, Told.own(finding.title()), true, List.of(finding), List.of(requests), null);
    }

    /** What a call that failed means; one that was cut off decides nothing. */
    static CheckResult failed(Finding finding, String... requests) {
        return finding.id().equals(DEADLINE) ? unknown(finding, requests) : of(finding, requests);
    }

    /** Whether the end of the time or an interruption cut it off: a call, or the check in the middle. */
    boolean isCutOff() {
        return findings.stream()
                .anyMatch(
                        finding -> finding.id().equals(DEADLINE) || finding.id().equals(CRASHED));
    }

    static CheckResult of(Finding finding, String... requests) {
        return of(List.of(finding), Told.own(""), requests);
    }

    /** The status follows from the gravest finding; only a failure blocks. */
    static CheckResult of(List<Finding> findings, Told healthy, String... requests) {
        Finding worst = Finding.gravest(findings);
        if (worst == null || worst.severity() == Severity.INFO) {
            return new CheckResult(Status.PASS, healthy, false, findings, List.of(requests), null);
        }
        boolean failed = worst.severity() == Severity.FAIL;
        Status status = failed ? Status.FAIL : Status.WARN;
        return new CheckResult(status, Told.own(worst.title()), failed, findings, List.of(requests), null);
    }

    /** The same result, which does not keep its dependants from running. */
    CheckResult passable() {
        return new CheckResult(status, detail, false, findings, requests, skippedBecause);
    }
}
