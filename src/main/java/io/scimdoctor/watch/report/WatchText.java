package io.scimdoctor.watch.report;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import java.io.IOException;
import java.util.List;

/** The result of a watch for a person. */
public final class WatchText {
    private static final int LABEL = 9;
    private static final int MOST_ROWS = 12;
    private static final int MOST_WINDOWS = 10;
    private static final String INDENT = " ".repeat(LABEL);

    private final TextPage page;
    private final Style style;

    public WatchText(Appendable out, Style style) {
        this.page = new TextPage(out, style);
        this.style = style;
    }

    public void write(WatchReport report) throws IOException {
        Status status = report.verdict().status();
        String id = report.verdict().id() == null ? "" : " [" + report.verdict().id() + "]";
        page.wrapped(
                style.status(status, label(status.name())),
                INDENT,
                report.verdict().title() + "." + id);
        if (report.plan().round().simulated()) {
            page.line(label("") + "SIMULATED: the service was the simulator in this process.");
        }
        page.blank();
        about(report);
        failing(report);
        windows(report);
        correlations(report);
        advice(report);
        ticket(report);
    }

    private void about(WatchReport report) throws IOException {
        WatchWords words = new WatchWords(report);
        field("Watched", words.watched());
        field("From", words.span());
        field("Ended", words.ended());
        field("Rounds", words.rounds());
        field("Failed", words.failed());
        field("Latency", words.latency());
        field("Cost", words.cost());
    }

    private void failing(WatchReport report) throws IOException {
        List<Failing> rows = report.rows();
        if (rows.isEmpty()) {
            return;
        }
        page.blank();
        WatchWords words = new WatchWords(report);
        String label = "What";
        for (Failing row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            page.wrapped(
                    label(label),
                    INDENT + "  ",
                    row.id() + ", " + row.endpoint() + ": " + words.share(row) + ", at most " + row.longestRun()
                            + " in a row" + (row.failure() ? "" : ", a warning"));
            page.line(INDENT + "  " + NumberText.time(row.firstSeen()) + " to " + NumberText.time(row.lastSeen()));
            ids(row.requestIds());
            label = "";
        }
        more(rows.size() - MOST_ROWS, "more; -o json has them");
    }

    /** Two ids fit into a line. */
    private void ids(List<String> ids) throws IOException {
        for (int i = 0; i < ids.size(); i += 2) {
            String second = i + 1 < ids.size() ? " " + ids.get(i + 1) : "";
            page.wrapped(INDENT + "  ", INDENT + "  ", ids.get(i) + second);
        }
    }

    private void more(int left, String what) throws IOException {
        if (left > 0) {
            page.line(INDENT + left + " " + what);
        }
    }

    private void windows(WatchReport report) throws IOException {
        List<FailureWindow> windows = report.windows();
        if (windows.isEmpty()) {
            return;
        }
        page.blank();
        String label = "When";
        int from = Math.max(0, windows.size() - MOST_WINDOWS);
        for (FailureWindow window : windows.subList(from, windows.size())) {
            boolean open = report.isOpen(window);
            page.line(label(label) + span(window) + "  " + window.failures() + " of "
                    + Amounts.count(window.calls(), "call") + (open ? ", still open" : ""));
            label = "";
        }
        more(from, from == 1 ? "earlier window; -o json has it" : "earlier windows; -o json has them");
        page.line(INDENT + new WatchWords(report).gap());
    }

    private static String span(FailureWindow window) {
        String first = NumberText.time(window.from());
        return window.to().equals(window.from())
                ? first
                : first + " to " + NumberText.timeAfter(window.to(), window.from());
    }

    private void correlations(WatchReport report) throws IOException {
        WatchWords words = new WatchWords(report);
        String label = "Pattern";
        String indent = words.correlations().isEmpty() ? INDENT : INDENT + "  ";
        for (String sentence : words.patterns()) {
            if (label.equals("Pattern")) {
                page.blank();
            }
            page.wrapped(label(label), indent, sentence);
            label = "";
        }
    }

    private void advice(WatchReport report) throws IOException {
        for (Finding finding : report.findings()) {
            page.blank();
            page.wrapped(
                    style.severity(finding.severity(), label(finding.severity().name())),
                    INDENT,
                    finding.title() + ". [" + finding.id() + "]");
            page.finding(INDENT, finding);
        }
    }

    private void ticket(WatchReport report) throws IOException {
        String paragraph = TicketParagraph.of(report);
        if (paragraph != null) {
            page.blank();
            page.wrapped(label("Ticket"), INDENT, paragraph);
        }
    }

    private void field(String name, String text) throws IOException {
        page.wrapped(label(name), INDENT, text);
    }

    private static String label(String name) {
        return TextPage.pad(name + " ", LABEL);
    }
}
