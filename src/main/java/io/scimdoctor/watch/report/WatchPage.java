package io.scimdoctor.watch.report;

import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Correlation;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Judgement;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a watch as blocks: how often it failed, when, where, with what it goes together, and what to do. */
public record WatchPage(WatchReport report) implements BlockReport {
    @Override
    public BlockPage page(Style style, boolean whole) {
        if (!whole && report.verdict().id() != null) {
            return screen(report.findings().get(0), style).page();
        }
        List<Block> summary = FindingBlocks.warnings(report.plan().round().simulated(), report.isComplete());
        summary.add(facts(report.plan(), style.audience()));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Section("Summary", summary)));
        blocks.addAll(timeline());
        List<List<String>> ids = new ArrayList<>();
        blocks.addAll(failing(ids));
        blocks.addAll(windows());
        List<String> patterns = patterns(report);
        if (!patterns.isEmpty()) {
            blocks.add(new Block.Section("Pattern", new Block.Bullets(patterns)));
        }
        blocks.addAll(FindingBlocks.section(report.findings(), style.audience()));
        blocks.addAll(Block.Table.section("Request ids", List.of("request-id", "Finding", "Endpoint"), ids));
        String paragraph = TicketParagraph.of(report);
        if (paragraph != null) {
            blocks.add(new Block.Section("For a ticket", new Block.Paragraph(paragraph)));
        }
        return BlockPage.of(report.verdict(), report.plan().round().simulated(), blocks);
    }

    /** What failed most, how often and when, on one screen. */
    private FindingScreen screen(Finding finding, Style style) {
        Verdict verdict = report.verdict();
        boolean simulated = report.plan().round().simulated();
        List<Block> end = FindingScreen.others(report.findings(), finding.id(), style);
        end.add(FindingScreen.line("At", report.endpoints()));
        end.add(FindingScreen.line("When", report.times()));
        report.tally().correlations().found().forEach(one -> end.add(FindingScreen.line("With", sentence(one))));
        end.add(new Block.Paragraph("Watch " + report.plan().id().substring(0, 8) + " ended because "
                + report.end().reason() + ". " + bill() + " Exit code "
                + verdict.exitCode().number() + ". (all: -v)"));
        String again = style.again("check");
        String ticket = (report.recordedAs() == null ? again + "; scimdoctor " : "") + "ticket new";
        end.addAll(FindingScreen.next(finding, simulated, again, ticket));
        String about = (simulated ? "SIMULATED, " : "") + watched(style.audience()) + ": " + verdict.title() + "; "
                + Amounts.count(report.tally().rounds(), "round") + ", "
                + report.tally().failedRounds() + " failed";
        return new FindingScreen(finding, verdict.status(), about, end, style);
    }

    private String watched(Audience audience) {
        WatchPlan plan = report.plan();
        return plan.what()
                .between("", " at ")
                .then(Redactor.toldUrl(plan.round().target().baseUrl()))
                .to(audience);
    }

    private Block facts(WatchPlan plan, Audience audience) {
        Tally tally = report.tally();
        Latency latency = tally.latency();
        Wilson rate = tally.rate();
        String undecided = tally.undecidedRounds() == 0 ? "" : ", " + tally.undecidedRounds() + " undecided";
        String resumed = "; it was resumed " + Amounts.count(report.resumed(), "time");
        return FindingBlocks.facts(report.verdict())
                .and("Watched", watched(audience))
                .and("Watch", plan.id())
                .and(
                        "Time",
                        Times.shown(plan.startedAt()) + " to " + Times.shown(report.finishedAt()) + ", "
                                + Amounts.count(tally.rounds(), "round") + ", " + Amounts.duration(plan.interval())
                                + " apart")
                .and("Ended", "because " + report.end().reason() + (report.resumed() == 0 ? "" : resumed))
                .and("Rounds", tally.failedRounds() + " of " + tally.rounds() + " failed" + undecided)
                .and("Failed", rate.count() + " of " + rate.total() + " calls, " + NumberText.rate(rate))
                .and(
                        "A window",
                        "ends when nothing fails for "
                                + Amounts.duration(tally.windows().gap()))
                .and("Longest run", Amounts.count(tally.longestRun(), "failed call"))
                .and(
                        "Latency",
                        "p50 " + latency.millis(50) + " ms, p95 " + latency.millis(95) + " ms, p99 "
                                + latency.millis(99) + " ms, most " + latency.most() + " ms")
                .and("Cost", bill())
                .and("Exit code", report.verdict().exit())
                .and("Written by", "scimdoctor " + Version.text());
    }

    private String bill() {
        return Bill.of(
                report.plan().round(), report.tally().apiCalls(), report.tally().billable());
    }

    private List<Block> timeline() {
        Histogram rounds = report.tally().started();
        return rounds.isEmpty()
                ? List.of()
                : List.of(new Block.Section(
                        "Over time",
                        Block.Bars.overTime("rounds", report.tally().failed().along(rounds), rounds)));
    }

    private List<Block> failing(List<List<String>> ids) {
        List<List<String>> rows = new ArrayList<>();
        for (Failing row : report.rows()) {
            long calls = report.callsOf(row.endpoint());
            rows.add(List.of(
                    row.id() + (row.failure() ? "" : ", a warning"),
                    row.endpoint(),
                    row.count() + " of " + calls + ", " + Amounts.share(row.count(), calls),
                    "at most " + row.longestRun(),
                    Times.shown(row.firstSeen()),
                    NumberText.timeAfter(row.lastSeen(), row.firstSeen())));
            row.requestIds().forEach(id -> ids.add(List.of(id, row.id(), row.endpoint())));
        }
        List<String> columns = List.of("Finding", "Endpoint", "Seen", "In a row", "First", "Last");
        return Block.Table.section("What failed", columns, rows);
    }

    private List<Block> windows() {
        List<List<String>> rows = new ArrayList<>();
        for (FailureWindow window : report.windows()) {
            rows.add(List.of(
                    Times.shown(window.from()),
                    NumberText.timeAfter(window.to(), window.from()) + (report.isOpen(window) ? ", still open" : ""),
                    Long.toString(window.failures()),
                    Long.toString(window.calls()),
                    String.join(", ", window.findings()),
                    String.join(", ", window.endpoints())));
        }
        List<String> columns = List.of("From", "To", "Failed", "Calls", "Finding", "Endpoint");
        return Block.Table.section("Time windows", columns, rows);
    }

    private static String share(long failures, long calls) {
        return failures + " of " + Amounts.count(calls, "call") + ", " + Amounts.share(failures, calls);
    }

    private static String sentence(Correlation one) {
        return "the " + one.dimension().title() + " " + one.value() + ": " + share(one.failures(), one.calls())
                + "; elsewhere " + share(one.restFailures(), one.restCalls());
    }

    /**
     * What failures go together with, and what was looked at without finding any, or could not be judged; nothing when no
     * call failed.
     */
    static List<String> patterns(WatchReport report) {
        if (report.tally().rate().count() == 0) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (Correlation one : report.tally().correlations().found()) {
            sentences.add("Failures go together with " + sentence(one) + ".");
        }
        List<String> judged = new ArrayList<>();
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (Judgement judgement : report.tally().correlations().judgements()) {
            String obstacle = judgement.obstacle();
            List<String> titles = obstacle == null ? judged : open.computeIfAbsent(obstacle, key -> new ArrayList<>());
            titles.add(judgement.dimension().title());
        }
        if (sentences.isEmpty() && !judged.isEmpty()) {
            sentences.add("No correlation found with " + String.join(", ", judged) + ".");
        }
        if (!open.isEmpty()) {
            List<String> groups = new ArrayList<>();
            open.forEach((obstacle, titles) -> groups.add(String.join(", ", titles) + " (" + obstacle + ")"));
            sentences.add("Not judged: " + String.join("; ", groups) + ".");
        }
        return sentences;
    }
}
