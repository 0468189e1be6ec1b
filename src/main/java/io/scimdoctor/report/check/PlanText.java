package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;

/** The plan of a run for a reader. */
public final class PlanText {
    private final TextPage page;

    public PlanText(Appendable out, Style style) {
        page = new TextPage(out, style);
    }

    /** The checks, one a line. */
    public void checks(CheckPlanReport plan) throws IOException {
        for (CheckInfo check : plan.checks()) {
            page.wrapped(
                    TextPage.pad(check.id(), 25) + TextPage.pad(check.category().slug(), 15), check.title());
        }
    }

    public void write(CheckPlanReport plan) throws IOException {
        page.line(page.style().bold("Plan only: nothing is called."));
        page.blank();
        for (CheckPlanReport.PlannedCall call : plan.calls()) {
            page.wrapped("", "    ", page.style().bold(call.method() + " " + Redactor.url(call.url())));
            for (Headers.Field field : call.headers().fields()) {
                page.line("    " + field.name() + ": " + field.value());
            }
            String body = call.body();
            if (body != null) {
                page.blank().wrapped("    ", body);
            }
        }
        page.blank();
        page.wrapped("", Bill.of(plan));
        if (plan.apiCalls() < plan.calls().size()) {
            page.wrapped("", "The call to the token endpoint costs nothing and is not counted.");
        }
        if (plan.settings().scope().requests().isEmpty() && !plan.checks().isEmpty()) {
            page.wrapped("", "A check whose need is not met makes no call, so it may be fewer.");
        }
    }
}
