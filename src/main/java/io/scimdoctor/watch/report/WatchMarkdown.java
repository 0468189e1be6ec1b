package io.scimdoctor.watch.report;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.format.Markdown;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The result of a watch for an issue or the summary of a build step. */
public final class WatchMarkdown {
    private final WatchReport report;
    private final WatchWords words;
    private final Markdown markdown;

    private WatchMarkdown(WatchReport report, Writer target) {
        this.report = report;
        words = new WatchWords(report);
        markdown = new Markdown(target);
    }

    public static void write(WatchReport report, Writer target) throws IOException {
        WatchMarkdown page = new WatchMarkdown(report, target);
        String simulated = report.plan().round().simulated() ? "SIMULATED · " : "";
        page.markdown.verdict(
                report.verdict(),
                simulated + Markdown.code(page.words.watched()) + (report.isComplete() ? "" : " · interrupted"));
        page.about();
        page.failing();
        page.windows();
        for (Finding finding : report.findings()) {
            page.markdown.finding(finding);
        }
        String ticket = TicketParagraph.of(report);
        if (ticket != null) {
            page.markdown.line("> " + Markdown.text(ticket)).blank();
        }
        page.markdown.line(
                "Watch " + Markdown.code(report.plan().id()) + ", scimdoctor " + Markdown.text(Version.text()) + ".");
        target.flush();
    }

    private void about() throws IOException {
        markdown.line("- Time: " + Markdown.text(words.span()));
        markdown.line("- Ended " + Markdown.text(words.ended()));
        markdown.line("- Rounds: " + Markdown.text(words.rounds()));
        markdown.line("- Failed: " + Markdown.text(words.failed()));
        markdown.line("- Latency: " + Markdown.text(words.latency()));
        markdown.line("- Cost: " + Markdown.text(words.cost()));
        for (String pattern : words.patterns()) {
            markdown.line("- " + Markdown.text(pattern));
        }
        markdown.blank();
    }

    private void failing() throws IOException {
        if (report.rows().isEmpty()) {
            return;
        }
        markdown.columns("Finding", "Endpoint", "Seen", "In a row", "First", "Last", "request-id");
        for (Failing row : report.rows()) {
            List<String> ids = row.requestIds();
            markdown.row(
                    Markdown.code(row.id()) + (row.failure() ? "" : ", a warning"),
                    Markdown.code(row.endpoint()),
                    Markdown.text(words.share(row)),
                    "at most " + row.longestRun(),
                    NumberText.time(row.firstSeen()),
                    NumberText.time(row.lastSeen()),
                    String.join(" ", ids.stream().map(Markdown::code).toList()));
        }
        markdown.blank();
    }

    private void windows() throws IOException {
        if (report.windows().isEmpty()) {
            return;
        }
        markdown.columns("From", "To", "Failed calls", "All calls");
        for (FailureWindow window : report.windows()) {
            markdown.row(
                    NumberText.time(window.from()),
                    NumberText.time(window.to()),
                    Long.toString(window.failures()),
                    Long.toString(window.calls()));
        }
        markdown.blank().line(words.gap()).blank();
    }
}
