package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.format.Bill;
import java.util.ArrayList;
import java.util.List;

/** The plan of a run as blocks. */
public final class PlanBlocks {
    private PlanBlocks() {}

    /** The calls as they would be sent, and what they would cost. */
    public static List<Block> calls(CheckPlanReport plan, Audience audience) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph("Plan only: nothing is called.")));
        for (CheckPlanReport.PlannedCall call : plan.calls()) {
            List<Block> sent = new ArrayList<>();
            call.headers().lines().forEach(line -> sent.add(new Block.Paragraph(line)));
            if (call.body() != null) {
                sent.add(new Block.Paragraph(call.body()));
            }
            blocks.add(new Block.Section(
                    call.method() + " " + Redactor.toldUrl(call.url()).to(audience), sent));
        }
        String bill = Bill.of(plan);
        if (plan.apiCalls() < plan.calls().size()) {
            bill += " The call to the token endpoint costs nothing and is not counted.";
        }
        if (plan.settings().scope().requests().isEmpty() && !plan.checks().isEmpty()) {
            bill += " A check whose need is not met makes no call, so it may be fewer.";
        }
        blocks.add(new Block.Paragraph(bill));
        return blocks;
    }
}
