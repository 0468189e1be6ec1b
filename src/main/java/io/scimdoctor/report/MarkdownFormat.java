package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisSummary;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Markdown;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For an issue, a pull request or the summary of a build step: GitHub shows it as a page. */
final class MarkdownFormat implements CheckFormat, DiagnosisFormat {
    private static final int MOST_OPENED = 12;

    @Override
    public void write(CheckReport report, Page page) throws IOException {
        Markdown markdown = new Markdown(page.target());
        String simulated = report.settings().simulated() ? "SIMULATED · " : "";
        String target = Markdown.code(Redactor.url(report.settings().target().baseUrl()));
        markdown.verdict(report.verdict(), simulated + target + (report.complete() ? "" : " · interrupted"));
        for (Finding finding : report.findings()) {
            markdown.finding(finding);
        }
        markdown.columns("Check", "Status", "Detail");
        for (CheckLine line : report.checks()) {
            markdown.row(Markdown.code(line.info().id()), line.result().status().name(), Markdown.text(detail(line)));
        }
        markdown.blank();
        calls(markdown, report.requests());
        markdown.line(Markdown.text(Bill.of(report)) + " Run " + Markdown.code(report.runId()) + ", "
                + report.startedAt() + ", scimdoctor " + Markdown.text(Version.text()) + ".");
        page.target().flush();
    }

    private static String detail(CheckLine line) {
        List<String> ids = new ArrayList<>();
        line.result().findings().forEach(finding -> ids.add(finding.id()));
        String detail = line.result().detail().isEmpty()
                ? line.info().title()
                : line.result().detail().handedOn();
        return ids.isEmpty() ? detail : detail + " [" + String.join(", ", ids) + "]";
    }

    private static void calls(Markdown markdown, List<RecordedCall> calls) throws IOException {
        if (calls.isEmpty()) {
            return;
        }
        markdown.columns("Call", "Status", "request-id", "client-request-id", "Date");
        for (RecordedCall call : calls) {
            Integer status = call.facts().status();
            markdown.row(
                    Markdown.text(call.facts().endpoint()),
                    status == null ? "none" : status.toString(),
                    Markdown.code(call.facts().requestId()),
                    Markdown.code(call.clientRequestId()),
                    Markdown.code(call.facts().serverDate()));
        }
        markdown.blank();
    }

    @Override
    public DiagnosisOutput open(Page page) {
        return new Sums(page);
    }

    private record Sums(Page page) implements DiagnosisSummary {
        @Override
        public void finish(DiagnosisTally tally) throws IOException {
            Markdown markdown = new Markdown(page.target());
            String sums = "exchanges: " + tally.exchanges() + ", failed: " + tally.failures() + ", unreadable: "
                    + tally.unreadable();
            markdown.verdict(tally.verdict(), sums);
            List<Group> groups = tally.groups().list();
            if (!groups.isEmpty()) {
                table(markdown, groups);
            }
            for (Group group : groups.subList(0, Math.min(groups.size(), MOST_OPENED))) {
                markdown.finding(group.first());
            }
            page.target().flush();
        }

        private static void table(Markdown markdown, List<Group> groups) throws IOException {
            markdown.columns("Finding", "Count", "First seen", "Last seen", "Endpoints", "request-id");
            for (Group group : groups) {
                markdown.row(
                        Markdown.code(group.first().id()),
                        Long.toString(group.count()),
                        time(group.firstSeen()),
                        time(group.lastSeen()),
                        Markdown.code(String.join(", ", group.endpoints().texts())),
                        Markdown.code(String.join(", ", group.sampleRequestIds())));
            }
            markdown.blank();
        }

        private static String time(@Nullable Instant time) {
            return time == null ? "" : time.toString();
        }
    }
}
