package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.exchange.First;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.JunitXml;
import io.scimdoctor.report.format.JunitXml.Case;
import io.scimdoctor.report.format.JunitXml.Outcome;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The report of a test run, for build servers: a check is a test case, and so is each kind of captured failure. */
final class JunitFormat {
    private JunitFormat() {}

    static void write(CheckReport report, Page page) throws IOException {
        JunitXml xml = new JunitXml();
        xml.property("target", Redactor.url(report.settings().target().baseUrl()));
        xml.property("simulated", report.settings().simulated());
        xml.property("complete", report.complete());
        Set<String> told = new HashSet<>();
        for (CheckLine line : report.checks()) {
            xml.add(testCase(report, line));
            line.result().findings().forEach(finding -> told.add(finding.id()));
        }
        for (Finding finding : report.findings()) {
            if (told.add(finding.id())) {
                boolean counts = report.settings().rules().counts(finding);
                xml.add(testCase("run", counts, title(finding), finding, ""));
            }
        }
        Duration time = Duration.between(report.startedAt(), report.finishedAt());
        String log = ShortFormat.line(report.verdict(), report.settings().simulated());
        xml.write("scimdoctor check", report.startedAt(), time, log, page.target());
    }

    private static Case testCase(CheckReport report, CheckLine line) {
        CheckResult result = line.result();
        Finding counted = First.of(result.findings(), report.settings().rules()::counts);
        Outcome outcome = switch (result.status()) {
            case PASS -> Outcome.PASSED;
            case WARN, FAIL -> counted == null ? Outcome.PASSED : Outcome.FAILURE;
            case SKIP -> Outcome.SKIPPED;
            case UNKNOWN -> Outcome.ERROR;
        };
        Finding shown = counted != null || result.findings().isEmpty()
                ? counted
                : result.findings().get(0);
        return new Case(
                line.info().category().slug(),
                line.info().id(),
                line.duration(),
                outcome,
                outcome == Outcome.FAILURE && shown != null
                        ? title(shown)
                        : result.detail().handedOn(),
                shown == null ? "unknown" : shown.id(),
                shown == null ? "" : detail(shown));
    }

    private static Case testCase(String group, boolean counts, String message, Finding finding, String where) {
        Outcome outcome = counts ? Outcome.FAILURE : Outcome.PASSED;
        return new Case(group, finding.id(), Duration.ZERO, outcome, message, finding.id(), where + detail(finding));
    }

    private static String detail(Finding finding) {
        return BlockText.of(
                BlockPage.of("", false, List.of(FindingBlocks.content(finding, Audience.HANDED_ON))), Style.PLAIN);
    }

    private static String title(Finding finding) {
        return finding.title() + " [" + finding.id() + "]";
    }

    static void write(DiagnosisTally tally, Page page) throws IOException {
        JunitXml xml = new JunitXml();
        xml.property("exchanges", tally.exchanges());
        xml.property("failures", tally.failures());
        for (Group group : tally.groups().list()) {
            Finding finding = group.first();
            String share = group.count() + " of " + tally.exchanges() + " exchanges: " + title(finding);
            String where = "Where   " + String.join(", ", group.endpoints().texts()) + "\n";
            xml.add(testCase("classify", tally.rules().counts(finding), share, finding, where));
        }
        if (tally.exchanges() > tally.failures()) {
            xml.add(new Case("classify", "success", Outcome.PASSED, ""));
        }
        if (tally.unreadable() > 0) {
            String message = tally.unreadable() + " pieces could not be read";
            xml.add(new Case("classify", "unreadable", Outcome.ERROR, message));
        }
        String log = ShortFormat.line(tally.verdict(), false);
        xml.write("scimdoctor classify", page.now(), Duration.ZERO, log, page.target());
    }
}
