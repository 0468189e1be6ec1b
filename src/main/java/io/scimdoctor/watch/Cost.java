package io.scimdoctor.watch;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.watch.tally.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What a watch costs: an estimate, because only Microsoft knows. */
public final class Cost {
    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());

    private Cost() {}

    /** What is said before the first round. */
    public static String ahead(WatchPlan plan) {
        CheckPlanReport calls = plan.calls();
        BigDecimal rounds = HOUR.divide(BigDecimal.valueOf(plan.interval().toMillis()), 3, RoundingMode.HALF_UP);
        String said = "a round every " + Amounts.duration(plan.interval()) + " with "
                + Amounts.count(calls.apiCalls(), "call") + ", about " + times(rounds, calls.apiCalls())
                + " an hour";
        if (plan.round().isFree()) {
            return said + (plan.round().simulated() ? " to the simulator: free" : " to this machine: not billed");
        }
        BigDecimal billable = rounds.multiply(BigDecimal.valueOf(calls.billable()));
        return said + ", " + times(rounds, calls.billable()) + " of them probably billed: about USD "
                + money(billable.multiply(CheckReport.PRICE)) + " an hour by the price of March 2026";
    }

    private static String times(BigDecimal rounds, int calls) {
        return rounds.multiply(BigDecimal.valueOf(calls))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    public static String soFar(WatchPlan plan, Tally tally) {
        String calls = Amounts.count(tally.apiCalls(), "call");
        BigDecimal usd = CheckReport.price(tally.billable());
        return plan.round().isFree() ? calls + ", free" : calls + ", about USD " + money(usd);
    }

    private static String money(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
