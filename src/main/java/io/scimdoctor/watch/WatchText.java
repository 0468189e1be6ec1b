package io.scimdoctor.watch;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.Style;
import io.scimdoctor.report.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Tally tally = report.tally();
        field(
                "Watched",
                report.plan().what() + " at "
                        + Redactor.url(report.plan().round().target().baseUrl()));
        field(
                "From",
                Spoken.time(report.plan().startedAt()) + " to " + Spoken.time(report.finishedAt()) + ", "
                        + Spoken.times(tally.rounds(), "round", "rounds") + ", "
                        + Spoken.duration(report.plan().interval()) + " apart");
        field(
                "Ended",
                "because " + report.end().reason()
                        + (report.resumed() == 0
                                ? ""
                                : "; it was resumed " + Spoken.times(report.resumed(), "time", "times")));
        field("Rounds", rounds(tally));
        field("Failed", tally.rate().count() + " of " + tally.rate().total() + " calls, " + Spoken.rate(tally.rate()));
        Latency latency = tally.latency();
        field(
                "Latency",
                "p50 " + latency.millis(50) + " ms, p95 " + latency.millis(95) + " ms, p99 " + latency.millis(99)
                        + " ms, most " + latency.most() + " ms");
        field("Cost", cost(report));
    }

    private static String rounds(Tally tally) {
        return tally.failedRounds() + " of " + tally.rounds() + " failed"
                + (tally.undecidedRounds() == 0 ? "" : ", " + tally.undecidedRounds() + " undecided");
    }

    private static String cost(WatchReport report) {
        Tally tally = report.tally();
        String calls = Spoken.times(tally.apiCalls(), "call", "calls");
        if (report.plan().isFree()) {
            return calls
                    + (report.plan().round().simulated() ? " to the simulator, free" : " to this machine, not billed");
        }
        return calls + ", " + tally.billable() + " probably billed: about USD " + Cost.money(Cost.usd(tally)) + " at "
                + CheckReport.PRICE + " each, the price of March 2026";
    }

    private void failing(WatchReport report) throws IOException {
        List<Failing> rows = report.rows();
        if (rows.isEmpty()) {
            return;
        }
        page.blank();
        String label = "What";
        for (Failing row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            long calls = report.callsOf(row.endpoint());
            page.wrapped(
                    label(label),
                    INDENT + "  ",
                    row.id() + ", " + row.endpoint() + ": " + row.count() + " of " + calls + ", "
                            + Spoken.percent((double) row.count() / Math.max(1, calls)) + ", at most " + row.longest()
                            + " in a row" + (row.failure() ? "" : ", a warning"));
            page.line(INDENT + "  " + Spoken.time(row.first()) + " to " + Spoken.time(row.last()));
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
            boolean open = report.isWindowOpen() && window == windows.get(windows.size() - 1);
            page.line(label(label) + span(window) + "  " + window.failures() + " of "
                    + Spoken.times(window.calls(), "call", "calls") + (open ? ", still open" : ""));
            label = "";
        }
        more(from, from == 1 ? "earlier window; -o json has it" : "earlier windows; -o json has them");
        page.line(INDENT + "A window ends when nothing fails for "
                + Spoken.duration(report.tally().windows().gap()) + ".");
    }

    private static String span(FailureWindow window) {
        String first = Spoken.time(window.first());
        return window.last().equals(window.first())
                ? first
                : first + " to " + Spoken.timeAfter(window.last(), window.first());
    }

    private void correlations(WatchReport report) throws IOException {
        if (report.tally().rate().count() == 0) {
            return;
        }
        page.blank();
        List<Correlation> found = report.tally().correlations().found();
        List<String> judged = new ArrayList<>();
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (Judgement judgement : report.tally().correlations().judgements()) {
            String title = judgement.dimension().title();
            String obstacle = judgement.obstacle();
            if (obstacle == null) {
                judged.add(title);
            } else {
                open.computeIfAbsent(obstacle, key -> new ArrayList<>()).add(title);
            }
        }
        String label = "Pattern";
        for (Correlation one : found) {
            page.wrapped(label(label), INDENT + "  ", sentence(one));
            label = "";
        }
        if (found.isEmpty() && !judged.isEmpty()) {
            page.wrapped(label(label), INDENT, "No correlation found with " + String.join(", ", judged) + ".");
            label = "";
        }
        if (!open.isEmpty()) {
            List<String> groups = new ArrayList<>();
            open.forEach((obstacle, titles) -> groups.add(String.join(", ", titles) + " (" + obstacle + ")"));
            page.wrapped(label(label), INDENT, "Not judged: " + String.join("; ", groups) + ".");
        }
    }

    private static String sentence(Correlation one) {
        return "Failures go together with the " + one.dimension().title() + " " + one.value() + ": "
                + one.failures() + " of " + one.calls() + " calls, "
                + Spoken.percent((double) one.failures() / Math.max(1, one.calls())) + "; elsewhere "
                + one.restFailures() + " of " + one.restCalls() + ", "
                + Spoken.percent((double) one.restFailures() / Math.max(1, one.restCalls())) + ".";
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
        return name + " ".repeat(Math.max(1, LABEL - name.length()));
    }
}
