package io.scimdoctor.watch.report;

import io.scimdoctor.exchange.Times;
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
        String first = Times.shown(windows.get(0).from());
        String last = Times.shown(windows.get(windows.size() - 1).to());
        return (first.equals(last) ? "At " + first : "Between " + first + " and " + last) + " (UTC), " + rate.count()
                + " of " + Amounts.count(rate.total(), "call") + " that the watch made from "
                + Times.shown(report.plan().startedAt()) + " to " + Times.shown(report.finishedAt()) + " to "
                + Redactor.url(report.plan().round().target().baseUrl()) + " failed: "
                + Amounts.share(rate.count(), rate.total()) + " (95 % confidence interval "
                + NumberText.number(rate.low())
                + " to "
                + NumberText.number(rate.high()) + " %).";
    }

    private String conditions() {
        Set<String> kinds = new LinkedHashSet<>();
        for (Failing row : failures()) {
            kinds.add(row.id() + (row.httpStatus() == null ? "" : " (HTTP " + row.httpStatus() + ")"));
        }
        return "They were " + String.join(", ", kinds) + ": " + report.endpoints() + ".";
    }

    private String windows() {
        long run = report.tally().longestRun();
        return "They fall into " + Amounts.count(report.windows().size(), "time window") + ": " + report.times()
                + (run < 2 ? "." : "; at most " + run + " calls in a row failed.");
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
