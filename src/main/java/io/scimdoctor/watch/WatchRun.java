package io.scimdoctor.watch;

import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.watch.report.WatchReport;
import io.scimdoctor.watch.tally.Tally;
import java.util.List;

/** The record of a watch: what it counted, and the sample exchanges. */
public final class WatchRun {
    private WatchRun() {}

    /** @param round the record of any one round, for the settings, the target and the token */
    public static Run of(Run round, WatchReport report, List<RunCall> samples) {
        RunHead head = round.head();
        WatchPlan plan = report.plan();
        Tally tally = report.tally();
        return new Run(
                new RunHead(
                        plan.id(),
                        RunHead.Kind.WATCH,
                        plan.startedAt(),
                        report.finishedAt(),
                        report.isComplete(),
                        head.simulated(),
                        head.tool(),
                        head.catalogue(),
                        head.environment()),
                round.target(),
                report.verdict(),
                round.settings(),
                round.token(),
                List.of(),
                report.findings(),
                report.groups(),
                new Run.RunTotals(tally.rate().total(), tally.rate().count(), 0),
                samples,
                round.masked());
    }
}
