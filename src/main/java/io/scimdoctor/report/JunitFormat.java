package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.JunitXml;
import io.scimdoctor.report.format.JunitXml.Case;
import io.scimdoctor.report.format.JunitXml.Outcome;
import io.scimdoctor.report.format.JunitXml.Suite;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report of a test run, for build servers: a check is a test case, and so is each kind of captured failure. */
final class JunitFormat {
    private JunitFormat() {}

    static void write(CheckReport report, Page page) throws IOException {
        Set<String> told = new HashSet<>();
        List<Case> cases = new ArrayList<>();
        for (CheckLine line : report.checks()) {
            cases.add(testCase(report, line));
            line.result().findings().forEach(finding -> told.add(finding.id()));
        }
        for (Finding finding : report.findings()) {
            if (told.add(finding.id())) {
                Outcome outcome = report.settings().rules().counts(finding) ? Outcome.FAILURE : Outcome.PASSED;
                cases.add(testCase("run", finding.id(), outcome, finding));
            }
        }
        Duration time = Duration.between(report.startedAt(), report.finishedAt());
        List<Map.Entry<String, ?>> properties = List.of(
                Map.entry("scimdoctor.version", Version.text()),
                Map.entry("target", Redactor.url(report.settings().target().baseUrl())),
                Map.entry("simulated", report.settings().simulated()),
                Map.entry("complete", report.complete()));
        String log = ShortFormat.line(report.verdict(), report.settings().simulated());
        JunitXml.write(new Suite("scimdoctor check", report.startedAt(), time, properties, cases, log), page.target());
    }

    private static Case testCase(CheckReport report, CheckLine line) {
        CheckResult result = line.result();
        Finding counted = result.findings().stream()
                .filter(finding -> report.settings().rules().counts(finding))
                .findFirst()
                .orElse(null);
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

    private static Case testCase(String group, String name, Outcome outcome, Finding finding) {
        return new Case(group, name, Duration.ZERO, outcome, title(finding), finding.id(), detail(finding));
    }

    private static String detail(Finding finding) {
        return BlockText.of(
                BlockPage.of("", false, List.of(FindingBlocks.content(finding, Audience.HANDED_ON))), Style.PLAIN);
    }

    private static String title(Finding finding) {
        return finding.title() + " [" + finding.id() + "]";
    }

    static void write(DiagnosisTally tally, Page page) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Group group : tally.groups().list()) {
            cases.add(testCase(tally, group));
        }
        long succeeded = tally.exchanges() - tally.failures();
        if (succeeded > 0) {
            cases.add(plain("success", Outcome.PASSED, ""));
        }
        if (tally.unreadable() > 0) {
            cases.add(plain("unreadable", Outcome.ERROR, tally.unreadable() + " pieces could not be read"));
        }
        List<Map.Entry<String, ?>> properties = List.of(
                Map.entry("scimdoctor.version", Version.text()),
                Map.entry("exchanges", tally.exchanges()),
                Map.entry("failures", tally.failures()));
        String log = ShortFormat.line(tally.verdict(), false);
        JunitXml.write(
                new Suite("scimdoctor classify", page.now(), Duration.ZERO, properties, cases, log), page.target());
    }

    private static Case testCase(DiagnosisTally tally, Group group) {
        Finding finding = group.first();
        Outcome outcome = tally.counts(finding) ? Outcome.FAILURE : Outcome.PASSED;
        String share = group.count() + " of " + tally.exchanges() + " exchanges: " + title(finding);
        String text = "Where   " + String.join(", ", group.endpoints().texts()) + "\n" + detail(finding);
        return new Case("classify", finding.id(), Duration.ZERO, outcome, share, finding.id(), text);
    }

    private static Case plain(String name, Outcome outcome, String message) {
        return new Case("classify", name, Duration.ZERO, outcome, message, Status.UNKNOWN.name(), "");
    }
}
