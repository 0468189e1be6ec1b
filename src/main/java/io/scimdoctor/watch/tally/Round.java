package io.scimdoctor.watch.tally;

import io.scimdoctor.exchange.First;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One round of a watch.
 *
 * @param number counts from 1
 * @param startedAt when its first call was made
 * @param lateMs for each scheduled time that this round stands for, how long after it the round started; the calls
 *     that were due while an earlier round still ran waited that long
 * @param undecided whether something kept it from a verdict
 * @param calls in the order of time
 * @param apiCalls how many calls went to the API, repeats included
 * @param billable how many of them are probably billed
 * @param notBefore until when the service asked not to be called again, or null
 */
public record Round(
        long number,
        Instant startedAt,
        Instant finishedAt,
        List<Long> lateMs,
        boolean undecided,
        List<WatchedCall> calls,
        int apiCalls,
        int billable,
        @Nullable Instant notBefore) {
    public boolean failed() {
        return failures() > 0;
    }

    /** What the round alone would end with. */
    public ExitCode exitCode(FailOn failOn) {
        if (failed()) {
            return failOn == FailOn.NEVER ? ExitCode.HEALTHY : ExitCode.PROBLEM;
        }
        return undecided ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
    }

    public int failures() {
        return count(WatchedCall::failure);
    }

    /** How many of the calls that were made failed; a check that makes none can fail too. */
    public int madeAndFailed() {
        return count(call -> call.made() && call.failure());
    }

    /** How many calls to the API were made. */
    public int made() {
        return count(WatchedCall::made);
    }

    private int count(Predicate<WatchedCall> counted) {
        return (int) calls.stream().filter(counted).count();
    }

    /** The first call that failed, or else the first that showed anything, or null. */
    public @Nullable WatchedCall leading() {
        WatchedCall failed = First.of(calls, WatchedCall::failure);
        return failed == null ? First.of(calls, call -> call.finding() != null) : failed;
    }
}
