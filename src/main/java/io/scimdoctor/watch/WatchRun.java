package io.scimdoctor.watch;

import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunWindows;
import io.scimdoctor.watch.report.WatchReport;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record of a watch: what it counted, and the sample exchanges. */
public final class WatchRun {
    private static final int MOST_IDS = 12;

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
                groups(report),
                new Run.RunTotals(tally.rate().total(), tally.rate().count(), 0),
                samples,
                round.masked());
    }

    private static List<Run.RunGroup> groups(WatchReport report) {
        Map<String, List<Failing>> byId = new LinkedHashMap<>();
        for (Failing row : report.rows()) {
            byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        List<Run.RunGroup> groups = new ArrayList<>();
        byId.forEach((id, rows) -> groups.add(group(id, rows, report)));
        return groups;
    }

    private static Run.RunGroup group(String id, List<Failing> rows, WatchReport report) {
        long count = 0;
        Instant first = rows.get(0).first();
        Instant last = rows.get(0).last();
        List<String> endpoints = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Failing row : rows) {
            count += row.count();
            first = row.first().isBefore(first) ? row.first() : first;
            last = row.last().isAfter(last) ? row.last() : last;
            endpoints.add(row.endpoint());
            ids.addAll(row.requestIds());
        }
        return new Run.RunGroup(
                id,
                count,
                first,
                last,
                endpoints,
                ids.subList(0, Math.min(MOST_IDS, ids.size())),
                windows(id, count, report));
    }

    /** Known when none of its windows holds anything else, because a watch counts all failures of a window as one. */
    private static RunWindows windows(String id, long count, WatchReport report) {
        Windows windows = new Windows(report.plan().gap());
        long counted = 0;
        for (FailureWindow window : report.windows()) {
            if (window.findings().equals(Set.of(id))) {
                windows.add(new Windows.Window(window.first(), window.last(), window.failures()));
                counted += window.failures();
            }
        }
        return counted == count ? RunWindows.of(windows) : RunWindows.UNKNOWN;
    }
}
