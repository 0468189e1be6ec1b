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
        return of(report.settings(), report.calls(), report.billable());
    }

    /** For calls that would be made. */
    public static String of(CheckPlanReport plan) {
        return of(plan.settings(), plan.apiCalls(), plan.billable())
                + (plan.isReadOnly() ? " Nothing is changed." : " The tenant is changed.");
    }

    /** For so many calls, and so many of them that are probably billed. */
    public static String of(CheckSettings settings, long calls, long billable) {
        return Amounts.count(calls, "call") + price(settings, calls, billable);
    }

    private static String price(CheckSettings settings, long calls, long billable) {
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
