package io.scimdoctor.watch.tally;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One round of a watch.
 *
 * @param number counts from 1
 * @param started when its first call was made
 * @param lateMillis for each scheduled time that this round stands for, how long after it the round started; the calls
 *     that were due while an earlier round still ran waited that long
 * @param undecided whether something kept it from a verdict
 * @param calls in the order of time
 * @param apiCalls how many calls went to the API, repeats included
 * @param billable how many of them are probably billed
 * @param notBefore until when the service asked not to be called again, or null
 */
public record Round(
        long number,
        Instant started,
        Instant finished,
        List<Long> lateMillis,
        boolean undecided,
        List<WatchedCall> calls,
        int apiCalls,
        int billable,
        @Nullable Instant notBefore) {
    public Round {
        lateMillis = List.copyOf(lateMillis);
        calls = List.copyOf(calls);
    }

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
        int failures = 0;
        for (WatchedCall call : calls) {
            failures += call.failed() ? 1 : 0;
        }
        return failures;
    }

    /** How many of the calls that were made failed; a check that makes none can fail too. */
    public int madeAndFailed() {
        int failures = 0;
        for (WatchedCall call : calls) {
            failures += call.made() && call.failed() ? 1 : 0;
        }
        return failures;
    }

    /** How many calls to the API were made. */
    public int made() {
        int made = 0;
        for (WatchedCall call : calls) {
            made += call.made() ? 1 : 0;
        }
        return made;
    }

    /** The first call that failed, or else the first that showed anything, or null. */
    public @Nullable WatchedCall leading() {
        WatchedCall leading = null;
        for (WatchedCall call : calls) {
            if (call.failed()) {
                return call;
            }
            leading = leading == null && call.finding() != null ? call : leading;
        }
        return leading;
    }
}
