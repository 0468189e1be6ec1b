package io.scimdoctor.watch;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one round after the other, each when it is due and never two at once. A round that lasts too long delays the next
 * one, which then stands for all that have become due meanwhile: their calls are counted as having waited, because a service
 * that answers slowly must not look good by being asked less often.
 *
 * @param tally what earlier rounds of the same watch have counted
 */
public record Watch(WatchPlan plan, CheckEnvironment environment, Rounds rounds, Tally tally, WatchListener listener) {
    /** The most missed times that a round counts: of a machine that stood still for a day, more would say nothing. */
    private static final int MOST_LATE = 100;

    /** Why a watch ended. */
    public enum End implements Slugged {
        DURATION("its duration is over"),
        UNTIL_FAIL("enough rounds have failed"),
        MAX_CALLS("another round would exceed --max-calls"),
        BUDGET("another round could exceed --budget-usd"),
        INTERRUPTED("it was interrupted"),
        TERMINATED("it was terminated"),
        TOKEN_OVER("the token it was given has ended"),
        NOTHING_CALLED("nothing could be called");

        private final String reason;

        End(String reason) {
            this.reason = reason;
        }

        /** Why the watch ended, for a person, such as {@code its duration is over}. */
        public String reason() {
            return reason;
        }

        /** The exit code that this end leads to, or null when the rounds decide it. */
        public @Nullable ExitCode stopCode() {
            return this == INTERRUPTED ? ExitCode.INTERRUPTED : this == TERMINATED ? ExitCode.TERMINATED : null;
        }

        /** The reason in JSON, where both signals are called an interruption. */
        @Override
        public String slug() {
            return this == TERMINATED ? INTERRUPTED.slug() : Slugged.super.slug();
        }
    }

    /** Goes on until one of the plan's limits is reached, or somebody stops it. */
    public End run() {
        Grid grid =
                new Grid(environment.now(), plan.interval(), environment.newId().hashCode());
        int callsOfRound = plan.calls().apiCalls();
        long slot = 0;
        List<Long> late = List.of(0L);
        while (true) {
            End end = end(grid.point(slot), callsOfRound);
            if (end != null) {
                return end;
            }
            Duration wait = Duration.between(environment.now(), grid.slot(slot));
            if (!wait.isNegative() && !wait.isZero()) {
                environment.pause(wait);
            }
            if (environment.isStopped()) {
                return stopped();
            }
            // A machine that slept has missed times that nobody waited for.
            slot = Math.max(slot, grid.lastDue(environment.now()));
            Rounds.Ran ran = rounds.run(tally.rounds() + 1, allowed(), late);
            Round round = ran.round();
            if (!ran.complete()) {
                tally.cost(round.apiCalls(), round.billable());
                return stopped();
            }
            tally.add(round, listener);
            listener.round(round, tally);
            late = late(grid, slot, round);
            slot = next(grid, slot, round);
        }
    }

    private End stopped() {
        return environment.stopCode() == ExitCode.TERMINATED ? End.TERMINATED : End.INTERRUPTED;
    }

    private static boolean isHeld(Round round) {
        Instant notBefore = round.notBefore();
        return notBefore != null && notBefore.isAfter(round.finishedAt());
    }

    /** How late the next round will be for each time that it stands for. Waiting as the service asked is not late. */
    private static List<Long> late(Grid grid, long slot, Round round) {
        long due = grid.lastDue(round.finishedAt());
        if (isHeld(round) || due <= slot) {
            return List.of(0L);
        }
        List<Long> late = new ArrayList<>();
        for (long missed = Math.max(slot + 1, due - MOST_LATE + 1); missed <= due; missed++) {
            late.add(Duration.between(grid.slot(missed), round.finishedAt()).toMillis());
        }
        return late;
    }

    private static long next(Grid grid, long slot, Round round) {
        Instant notBefore = round.notBefore();
        if (notBefore != null && isHeld(round)) {
            return Math.max(slot, grid.lastDue(notBefore)) + 1;
        }
        return Math.max(slot + 1, grid.lastDue(round.finishedAt()));
    }

    private @Nullable End end(Instant next, int callsOfRound) {
        WatchPlan.Limits limits = plan.limits();
        Duration duration = limits.duration();
        if (environment.isStopped()) {
            return stopped();
        }
        if (limits.untilFail() > 0 && tally.failedRounds() >= limits.untilFail()) {
            return End.UNTIL_FAIL;
        }
        if (tally.rounds() > 0 && !tally.isAnythingSent()) {
            return End.NOTHING_CALLED;
        }
        if (tally.rounds() > 0 && rounds.isTokenOver(environment.now())) {
            return End.TOKEN_OVER;
        }
        if (duration != null && !next.isBefore(plan.startedAt().plus(duration))) {
            return End.DURATION;
        }
        if (allowed() < callsOfRound) {
            return callsLeft() < callsOfRound ? End.MAX_CALLS : End.BUDGET;
        }
        return null;
    }

    private long callsLeft() {
        return plan.limits().maxCalls() - tally.apiCalls();
    }

    /** How many calls the next round may make. Each of them may turn out to be billed. */
    private int allowed() {
        long billable =
                plan.round().isFree() ? Integer.MAX_VALUE : plan.limits().mostBillable() - tally.billable();
        return (int) Math.max(0, Math.min(Math.min(callsLeft(), billable), Integer.MAX_VALUE));
    }
}
