package io.scimdoctor.watch;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a watch repeats, how often, and until when.
 *
 * @param id a GUID
 * @param startedAt the first start, also of a watch that was resumed
 * @param what for a person, such as {@code GET /users?count=1}
 * @param gap the quiet time that ends a window of failures
 * @param round what each round does; its own budget of calls is not used
 */
public record WatchPlan(
        String id, Instant startedAt, Told what, Duration interval, Duration gap, Limits limits, CheckSettings round) {
    /** A window of failures ends after this, or after three rounds if that is longer. */
    public static final Duration SHORTEST_GAP = Duration.ofMinutes(5);

    private static final int GAP_ROUNDS = 3;

    /**
     * When a watch ends; all of it counts from its first start.
     *
     * @param untilFail after so many failed rounds; 0 for no such end
     * @param maxCalls the most calls to the API
     * @param budgetUsd what the calls may cost, or null
     */
    public record Limits(
            @Nullable Duration duration,
            int untilFail,
            int maxCalls,
            @Nullable BigDecimal budgetUsd) {

        /** Whether it goes on until somebody stops it. */
        public boolean areEndless() {
            return duration == null && untilFail == 0 && maxCalls == Integer.MAX_VALUE && budgetUsd == null;
        }

        /** The most calls that may be billed. */
        int mostBillable() {
            return budgetUsd == null
                    ? Integer.MAX_VALUE
                    : budgetUsd
                            .divide(CheckReport.PRICE, 0, RoundingMode.FLOOR)
                            .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                            .intValue();
        }
    }

    /** The quiet time that ends a window, for rounds at this distance. */
    public static Duration gap(Duration interval) {
        Duration rounds = interval.multipliedBy(GAP_ROUNDS);
        return rounds.compareTo(SHORTEST_GAP) > 0 ? rounds : SHORTEST_GAP;
    }

    /** The same under the id and from the start of an earlier watch. */
    public WatchPlan goingOn(String earlierId, Instant earlierStart) {
        return new WatchPlan(earlierId, earlierStart, what, interval, gap, limits, round);
    }

    /** What a round calls when nothing goes wrong; a check without a credential makes none with a token. */
    public CheckPlanReport calls() {
        CheckPlanReport plan = CheckPlanReport.of(round(Integer.MAX_VALUE), startedAt);
        boolean check = round.scope().requests().isEmpty();
        return check && round.credential() == null ? plan.withoutToken() : plan;
    }

    /** The settings of one round that may make so many calls. */
    CheckSettings round(int maxCalls) {
        CheckSettings.Budget budget = round.budget();
        return round.with(
                round.credential(), new CheckSettings.Budget(maxCalls, budget.retries(), budget.longestWait()));
    }
}
