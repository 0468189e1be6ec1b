package io.scimdoctor.watch.report;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.HtmlBars;
import io.scimdoctor.report.format.HtmlFinding;
import io.scimdoctor.report.format.HtmlPage;
import io.scimdoctor.report.format.HtmlPage.Fact;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The result of a watch as a web page: how often it failed, when, where, with what it goes together, and what to do. */
public final class WatchHtml {
    private final WatchReport report;
    private final WatchWords words;
    private final HtmlPage page;

    private WatchHtml(WatchReport report) {
        this.report = report;
        words = new WatchWords(report);
        page = HtmlFinding.page(report.verdict(), report.plan().round().simulated());
    }

    public static void write(WatchReport report, Writer target) throws IOException {
        WatchHtml html = new WatchHtml(report);
        html.summary();
        html.timeline();
        html.failing();
        html.windows();
        html.patterns();
        html.findings();
        html.requestIds();
        html.ticket();
        target.write(html.page.text());
        target.flush();
    }

    private void summary() {
        page.section("Summary");
        if (report.plan().round().simulated()) {
            page.warning("SIMULATED: the answers come from the built-in simulator, not from Microsoft.");
        }
        if (!report.isComplete()) {
            page.warning("Interrupted: this is what was known by then.");
        }
        List<Fact> facts = HtmlFinding.facts(report.verdict());
        facts.add(Fact.of("Watched", words.watched()));
        facts.add(Fact.of("Watch", report.plan().id()));
        facts.add(Fact.of("Time", words.span()));
        facts.add(Fact.of("Ended", words.ended()));
        facts.add(Fact.of("Rounds", words.rounds()));
        facts.add(Fact.of("Failed", words.failed()));
        facts.add(Fact.of("Longest run", Amounts.count(report.tally().longestRun(), "failed call")));
        facts.add(Fact.of("Latency", words.latency()));
        facts.add(Fact.of("Cost", words.cost()));
        ExitCode code = report.verdict().exitCode();
        facts.add(Fact.of("Exit code", code.words()));
        facts.add(Fact.of("Written by", "scimdoctor " + Version.text()));
        page.facts(facts);
    }

    private void timeline() {
        Timeline timeline = report.tally().timeline();
        if (!timeline.rounds().isEmpty()) {
            page.section("Over time");
            HtmlBars.overTime(page, "rounds", timeline.failed(), timeline.rounds());
        }
    }

    private void failing() {
        List<Failing> rows = report.rows();
        if (rows.isEmpty()) {
            return;
        }
        Set<String> opened = new HashSet<>();
        report.findings().forEach(finding -> opened.add(finding.id()));
        page.section("What failed")
                .table("Failures", List.of("Finding", "Endpoint", "Seen", "In a row", "First", "Last"));
        for (Failing row : rows) {
            String id = opened.contains(row.id()) ? HtmlFinding.reference(row.id()) : HtmlPage.code(row.id());
            page.row(List.of(
                    id + (row.failure() ? "" : ", a warning"),
                    HtmlPage.escaped(row.endpoint()),
                    words.share(row),
                    "at most " + row.longestRun(),
                    HtmlPage.code(NumberText.time(row.firstSeen())),
                    HtmlPage.code(NumberText.time(row.lastSeen()))));
        }
        page.endTable();
    }

    private void requestIds() {
        if (report.rows().stream().allMatch(row -> row.requestIds().isEmpty())) {
            return;
        }
        page.section("Request ids")
                .paragraph("Of the first and the last such calls.")
                .table("Calls", List.of("request-id", "Finding", "Endpoint"));
        for (Failing row : report.rows()) {
            for (String id : row.requestIds()) {
                page.row(List.of(HtmlPage.code(id), HtmlPage.code(row.id()), HtmlPage.escaped(row.endpoint())));
            }
        }
        page.endTable();
    }

    private void windows() {
        List<FailureWindow> windows = report.windows();
        if (windows.isEmpty()) {
            return;
        }
        page.section("Time windows")
                .paragraph(words.gap())
                .table("Windows", List.of("From", "To", "Failed calls", "All calls", "Finding", "Endpoint"));
        for (FailureWindow window : windows) {
            boolean open = report.isOpen(window);
            page.row(List.of(
                    HtmlPage.code(NumberText.time(window.from())),
                    HtmlPage.code(NumberText.time(window.to())) + (open ? ", still open" : ""),
                    Long.toString(window.failures()),
                    Long.toString(window.calls()),
                    HtmlPage.escaped(String.join(", ", window.findings())),
                    HtmlPage.escaped(String.join(", ", window.endpoints()))));
        }
        page.endTable();
    }

    private void patterns() {
        List<String> patterns = words.patterns();
        if (!patterns.isEmpty()) {
            page.section("Pattern").bullets(patterns);
        }
    }

    private void findings() {
        if (report.findings().isEmpty()) {
            return;
        }
        page.section("Findings");
        for (Finding finding : report.findings()) {
            HtmlFinding.write(page, finding);
        }
    }

    private void ticket() {
        String paragraph = TicketParagraph.of(report);
        if (paragraph != null) {
            page.section("For a ticket").paragraph(paragraph);
        }
    }
}
