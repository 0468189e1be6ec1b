package io.scimdoctor.watch.report;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a support ticket about intermittent failures has to say: when, how many of how many, where, and which calls. */
public record TicketParagraph(WatchReport report) {
    private static final int MOST_ROWS = 3;
    private static final int MOST_WINDOWS = 3;
    private static final int MOST_IDS = 6;

    /** The paragraph, or null when no call failed. */
    public static @Nullable String of(WatchReport report) {
        if (report.tally().rate().count() == 0) {
            return null;
        }
        TicketParagraph paragraph = new TicketParagraph(report);
        return String.join(
                " ",
                paragraph.share(),
                paragraph.conditions(),
                paragraph.windows(),
                paragraph.correlation(),
                paragraph.ids());
    }

    private List<Failing> failures() {
        return report.rows().stream().filter(Failing::failure).toList();
    }

    private String share() {
        Wilson rate = report.tally().rate();
        List<FailureWindow> windows = report.windows();
        String first = NumberText.time(windows.get(0).from());
        String last = NumberText.time(windows.get(windows.size() - 1).to());
        return (first.equals(last) ? "At " + first : "Between " + first + " and " + last) + " (UTC), " + rate.count()
                + " of " + Amounts.count(rate.total(), "call") + " that the watch made from "
                + NumberText.time(report.plan().startedAt()) + " to " + NumberText.time(report.finishedAt()) + " to "
                + Redactor.url(report.plan().round().target().baseUrl()) + " failed: "
                + Amounts.share(rate.count(), rate.total()) + " (95 % confidence interval "
                + NumberText.number(rate.low())
                + " to "
                + NumberText.number(rate.high()) + " %).";
    }

    private String conditions() {
        List<Failing> failures = failures();
        List<String> said = new ArrayList<>();
        for (Failing row : failures.subList(0, Math.min(MOST_ROWS, failures.size()))) {
            said.add(row.id() + (row.httpStatus() == null ? "" : " (HTTP " + row.httpStatus() + ")") + " on "
                    + row.endpoint() + ", " + row.count() + " of "
                    + Amounts.count(report.callsOf(row.endpoint()), "call"));
        }
        int more = failures.size() - said.size();
        return "They were " + String.join("; ", said) + (more > 0 ? "; and " + Amounts.count(more, "more kind") : "")
                + ".";
    }

    private String windows() {
        List<FailureWindow> windows = report.windows();
        List<FailureWindow> worst = new ArrayList<>(windows);
        worst.sort((first, second) -> Long.compare(second.failures(), first.failures()));
        List<FailureWindow> shown = new ArrayList<>(worst.subList(0, Math.min(MOST_WINDOWS, worst.size())));
        shown.sort((first, second) -> first.from().compareTo(second.from()));
        List<String> said = new ArrayList<>();
        for (FailureWindow window : shown) {
            String until = window.to().equals(window.from())
                    ? "at " + NumberText.time(window.from())
                    : NumberText.time(window.from()) + " to " + NumberText.timeAfter(window.to(), window.from());
            said.add(until + " (" + window.failures() + " of " + window.calls() + ")");
        }
        String which = windows.size() == 1
                ? "They fall into one time window: "
                : windows.size() <= MOST_WINDOWS
                        ? "They fall into " + windows.size() + " time windows: "
                        : "They fall into " + windows.size() + " time windows, the worst of which are ";
        long run = report.tally().longestRun();
        String inARow = run < 2 ? "; no two calls in a row failed" : "; at most " + run + " calls in a row failed";
        if (report.tally().rate().total() < 2) {
            inARow = "";
        }
        return which
                + String.join(", ", said)
                + inARow
                + (report.isOpen(windows.get(windows.size() - 1))
                        ? ", and the last window was still open at the end."
                        : ".");
    }

    private String correlation() {
        String first = WatchPage.patterns(report).get(0);
        return first.startsWith("Not judged") ? "There is too little data to say what they go together with." : first;
    }

    private String ids() {
        Set<String> ids = new LinkedHashSet<>();
        for (Failing row : failures()) {
            ids.addAll(row.requestIds());
        }
        List<String> shown = new ArrayList<>(ids).subList(0, Math.min(MOST_IDS, ids.size()));
        String said = shown.isEmpty() ? "No request id is known." : "Request ids: " + String.join(", ", shown) + ".";
        String run = report.recordedAs();
        return run == null
                ? said
                : said + " Attach the exchanges behind them, which are kept as run " + RunHead.shortId(run)
                        + "; scimdoctor ticket new makes the bundle.";
    }
}
