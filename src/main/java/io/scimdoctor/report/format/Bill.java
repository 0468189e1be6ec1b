package io.scimdoctor.report.format;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import java.math.BigDecimal;

/** What a run costs, in one sentence: an estimate, because only Microsoft knows. */
public final class Bill {
    private Bill() {}

    /** For calls that were made. */
    public static String of(CheckReport report) {
        return Amounts.count(report.calls(), "call") + price(report.settings(), report.calls(), report.billable());
    }

    /** For calls that would be made. */
    public static String of(CheckPlanReport plan) {
        int calls = plan.apiCalls();
        return Amounts.count(calls, "call")
                + price(plan.settings(), calls, plan.billable())
                + (plan.isReadOnly() ? " Nothing is changed." : " The tenant is changed.");
    }

    private static String price(CheckSettings settings, int calls, int billable) {
        if (settings.simulated()) {
            return " to the simulator, which costs nothing.";
        }
        if (settings.target().isLoopback()) {
            return " to this machine: local, not billed.";
        }
        if (billable == 0) {
            return calls == 1 ? ", probably not billed." : ", probably none of them billed.";
        }
        BigDecimal usd = CheckReport.price(billable);
        return ", " + billable + " probably billed: about USD " + usd + " by the price of March 2026.";
    }
}
