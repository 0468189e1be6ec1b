package io.scimdoctor.watch.report;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunWindows;
import io.scimdoctor.watch.Watch;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.EndpointTally;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int MOST_IDS = 12;
    /** A sentence names so many endpoints and time windows. */
    private static final int MOST_NAMED = 3;

    public static WatchReport of(
            WatchPlan plan, Tally tally, Watch.End end, Instant finishedAt, @Nullable String recordedAs) {
        List<Finding> findings = findings(rows(tally), plan);
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
        return rows(tally);
    }

    private static List<Failing> rows(Tally tally) {
        return tally.rows().stream()
                .sorted(Comparator.comparing(Failing::failure)
                        .thenComparingLong(Failing::count)
                        .reversed()
                        .thenComparing(Failing::id)
                        .thenComparing(Failing::endpoint))
                .toList();
    }

    /** How many calls went to an endpoint. */
    public long callsOf(String endpoint) {
        return tally.endpoints().stream()
                .filter(known -> known.endpoint().equals(endpoint))
                .mapToLong(EndpointTally::calls)
                .sum();
    }

    /** How many calls of each endpoint show a finding. */
    String endpoints() {
        return some(rows().stream()
                .map(row -> row.endpoint() + " " + row.count() + " of " + callsOf(row.endpoint()))
                .toList());
    }

    /** When something failed, the last time first. */
    String times() {
        List<String> times = new ArrayList<>();
        for (FailureWindow window : windows()) {
            String to = NumberText.timeAfter(window.to(), window.from());
            times.add(
                    0,
                    Times.shown(window.from()) + " to " + to + " (" + window.failures() + " of "
                            + Amounts.count(window.calls(), "call") + (isOpen(window) ? ", still open)" : ")"));
        }
        return times.isEmpty() ? "no call failed" : some(times);
    }

    private static String some(List<String> all) {
        int more = all.size() - MOST_NAMED;
        return String.join("; ", all.subList(0, Math.min(MOST_NAMED, all.size())))
                + (more > 0 ? "; " + more + " more" : "");
    }

    public List<FailureWindow> windows() {
        return tally.windows().list();
    }

    /** Whether failures were still going on in it at the end. */
    public boolean isOpen(FailureWindow window) {
        return window.equals(tally.windows().current());
    }

    private static List<Finding> findings(List<Failing> rows, WatchPlan plan) {
        Catalog catalog = Catalog.load();
        List<Finding> findings = new ArrayList<>();
        for (List<Failing> kind : kinds(rows)) {
            Failing shown = kind.get(0);
            List<Evidence> proof = new ArrayList<>(List.of(
                    new Evidence("count", Long.toString(count(kind))),
                    new Evidence("first seen", Times.shown(first(kind))),
                    new Evidence("last seen", Times.shown(last(kind)))));
            if (shown.httpStatus() != null && !shown.requestIds().isEmpty()) {
                proof.add(new Evidence("request id", shown.requestIds().get(0)));
            }
            catalog.find(shown.id())
                    .map(condition -> new Classification(condition, condition.confidence(), List.of()))
                    .ifPresent(kept -> findings.add(
                            catalog.finding(kept, shown.httpStatus(), proof).at(request(shown, plan))));
        }
        return findings;
    }

    /** The call of an endpoint such as {@code GET /users}. */
    private static FailedRequest request(Failing shown, WatchPlan plan) {
        String[] call = shown.endpoint().split(" ", 2);
        String base = shown.endpoint().contains("/oauth2/")
                ? ""
                : plan.round().target().baseUrl();
        Told url = call.length < 2 ? null : Redactor.toldUrl(base + call[1]);
        String id = shown.requestIds().isEmpty() ? null : shown.requestIds().get(0);
        return new FailedRequest(url == null ? null : call[0], url, shown.httpStatus(), id);
    }

    /** The rows of each finding, failures before warnings and the frequent before the rare. */
    private static List<List<Failing>> kinds(List<Failing> rows) {
        Map<String, List<Failing>> byId = new LinkedHashMap<>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        List<List<Failing>> kinds = new ArrayList<>(byId.values());
        kinds.sort(Comparator.comparing((List<Failing> kind) -> kind.get(0).failure())
                .thenComparingLong(WatchReport::count)
                .reversed());
        return kinds;
    }

    /** What each finding showed at all endpoints together, as the record of a run has it. */
    public List<Run.RunGroup> groups() {
        return kinds(rows()).stream().map(this::group).toList();
    }

    private Run.RunGroup group(List<Failing> kind) {
        return new Run.RunGroup(
                kind.get(0).id(),
                count(kind),
                first(kind),
                last(kind),
                kind.stream().map(Failing::endpoint).toList(),
                kind.stream()
                        .flatMap(row -> row.requestIds().stream())
                        .limit(MOST_IDS)
                        .toList(),
                windows(kind.get(0).id(), count(kind)));
    }

    private static Instant first(List<Failing> kind) {
        return Collections.min(kind.stream().map(Failing::firstSeen).toList());
    }

    private static Instant last(List<Failing> kind) {
        return Collections.max(kind.stream().map(Failing::lastSeen).toList());
    }

    private static long count(List<Failing> kind) {
        return kind.stream().mapToLong(Failing::count).sum();
    }

    /** Known when none of its windows holds anything else, because a watch counts all failures of a window as one. */
    private RunWindows windows(String id, long count) {
        Windows windows = new Windows(plan.gap());
        long counted = 0;
        for (FailureWindow window : windows()) {
            if (window.findings().equals(Set.of(id))) {
                windows.add(new Windows.Window(window.from(), window.to(), window.failures()));
                counted += window.failures();
            }
        }
        return counted == count ? RunWindows.of(windows) : RunWindows.UNKNOWN;
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
        Finding leading = findings.isEmpty() ? null : findings.get(0);
        if (failed && leading != null) {
            return new Verdict(Status.FAIL, leading.id(), failures(tally), leading.owner(), code);
        }
        if (!decided) {
            String which = tally.rounds() == tally.undecidedRounds() ? "No round" : "Too few rounds";
            return new Verdict(Status.UNKNOWN, null, which + " came to a verdict", null, code);
        }
        if (leading == null) {
            return new Verdict(Status.PASS, null, "No call failed", null, code);
        }
        String title = "No call failed, but there were warnings";
        return new Verdict(Status.WARN, leading.id(), title, leading.owner(), code);
    }

    private static String failures(Tally tally) {
        Wilson rate = tally.rate();
        if (rate.count() == 0) {
            return tally.failedRounds() + " of " + tally.rounds() + " rounds failed before the API was called";
        }
        return rate.count() + " of " + Amounts.count(rate.total(), "call") + " failed, "
                + Amounts.share(rate.count(), rate.total());
    }
}
