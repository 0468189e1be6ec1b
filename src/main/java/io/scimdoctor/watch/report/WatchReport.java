package io.scimdoctor.watch.report;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.watch.Watch;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.EndpointTally;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a watch found.
 *
 * @param resumed how often it was taken up again after an end
 * @param findings each condition once, the most frequent failure first
 * @param recordedAs the id of the record of its run, or null when none is kept
 */
public record WatchReport(
        WatchPlan plan,
        Tally tally,
        Watch.End end,
        Instant finishedAt,
        int resumed,
        Verdict verdict,
        List<Finding> findings,
        @Nullable String recordedAs) {
    public WatchReport {
        findings = List.copyOf(findings);
    }

    public static WatchReport of(
            WatchPlan plan, Tally tally, Watch.End end, Instant finishedAt, @Nullable String recordedAs) {
        List<Finding> findings = findings(tally);
        return new WatchReport(
                plan, tally, end, finishedAt, 0, verdict(plan, tally, end, findings), findings, recordedAs);
    }

    /** The same report of a watch that was taken up again so often. */
    public WatchReport afterResuming(int times) {
        return new WatchReport(plan, tally, end, finishedAt, times, verdict, findings, recordedAs);
    }

    /** Whether nothing cut it short. */
    public boolean isComplete() {
        return end.stopCode() == null;
    }

    /** Every finding at every endpoint, failures before warnings and the frequent before the rare. */
    public List<Failing> rows() {
        List<Failing> rows = tally.rows();
        rows.sort(Comparator.comparing(Failing::failure)
                .thenComparingLong(Failing::count)
                .reversed()
                .thenComparing(Failing::id)
                .thenComparing(Failing::endpoint));
        return rows;
    }

    /** How many calls went to an endpoint. */
    public long callsOf(String endpoint) {
        for (EndpointTally known : tally.endpoints()) {
            if (known.endpoint().equals(endpoint)) {
                return known.calls();
            }
        }
        return 0;
    }

    public List<FailureWindow> windows() {
        return tally.windows().list();
    }

    /** Whether failures were still going on at the end. */
    public boolean isWindowOpen() {
        return tally.windows().current() != null;
    }

    private static List<Finding> findings(Tally tally) {
        Map<String, List<Failing>> byId = new LinkedHashMap<>();
        for (Failing row : tally.rows()) {
            byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        List<List<Failing>> groups = new ArrayList<>(byId.values());
        groups.sort(Comparator.comparing((List<Failing> rows) -> rows.get(0).failure())
                .thenComparingLong(WatchReport::count)
                .reversed());
        List<Finding> findings = new ArrayList<>();
        for (List<Failing> rows : groups) {
            Catalog catalog = Catalog.load();
            catalog.find(rows.get(0).id()).ifPresent(condition -> findings.add(finding(catalog, condition, rows)));
        }
        return findings;
    }

    private static Finding finding(Catalog catalog, Condition condition, List<Failing> rows) {
        Instant first = rows.get(0).first();
        Instant last = rows.get(0).last();
        for (Failing row : rows) {
            first = row.first().isBefore(first) ? row.first() : first;
            last = row.last().isAfter(last) ? row.last() : last;
        }
        return catalog.finding(
                new Classification(condition, condition.confidence(), List.of()),
                rows.get(0).status(),
                List.of(
                        new Evidence("count", Long.toString(count(rows))),
                        new Evidence("first seen", NumberText.time(first)),
                        new Evidence("last seen", NumberText.time(last))));
    }

    private static long count(List<Failing> rows) {
        return rows.stream().mapToLong(Failing::count).sum();
    }

    private static Verdict verdict(WatchPlan plan, Tally tally, Watch.End end, List<Finding> findings) {
        boolean failed = tally.failedRounds() > 0;
        // A watch that could not see for half of its time has not seen that all is well.
        boolean decided = tally.rounds() > 2 * tally.undecidedRounds();
        ExitCode code = failed && plan.round().rules().failOn() != FailOn.NEVER
                ? ExitCode.PROBLEM
                : failed || decided ? ExitCode.HEALTHY : ExitCode.NO_VERDICT;
        ExitCode stopCode = end.stopCode();
        code = stopCode == null ? code : stopCode;
        if (failed && !findings.isEmpty()) {
            Finding leading = findings.get(0);
            return new Verdict(Status.FAIL, leading.id(), failures(tally), leading.owner(), code);
        }
        if (!decided) {
            String which = tally.rounds() == tally.undecidedRounds() ? "No round" : "Too few rounds";
            return new Verdict(Status.UNKNOWN, null, which + " came to a verdict", null, code);
        }
        boolean warned = !findings.isEmpty();
        return warned
                ? new Verdict(
                        Status.WARN,
                        findings.get(0).id(),
                        "No call failed, but there were warnings",
                        findings.get(0).owner(),
                        code)
                : new Verdict(Status.PASS, null, "No call failed", null, code);
    }

    private static String failures(Tally tally) {
        Wilson rate = tally.rate();
        if (rate.count() == 0) {
            return tally.failedRounds() + " of " + tally.rounds() + " rounds failed before the API was called";
        }
        return rate.count() + " of " + Amounts.count(rate.total(), "call") + " failed, "
                + NumberText.percent(rate.rate());
    }
}
