package io.scimdoctor.watch.report;

import io.scimdoctor.exchange.First;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.watch.Cost;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What a person sees while a watch runs: a line for each round, and below them how it stands. */
public record WatchLines(WatchPlan plan, Style style) {
    /** How many lines the standing takes. */
    public static final int STANDING = 3;

    /** The time of day in RFC 3339. */
    private static final int TIME_FROM = 11;

    /** One round, with the day. */
    public String plain(Round round) {
        return Times.shown(round.startedAt()) + " round " + round.number() + " " + text(round, true) + id(round);
    }

    /** One round on a terminal, without the day, and with id and endpoint where there is room for them. */
    public String live(Round round) {
        Status status = status(round);
        String time = Times.shown(round.startedAt()).substring(TIME_FROM);
        String start = time + " " + style.status(status, style.symbol(status)) + " ";
        String whole = text(round, true);
        String fitting =
                First.of(List.of(whole + id(round), whole), text -> TextPage.visible(start + text) < style.width());
        return fitting == null ? clipped(start + text(round, false)) : start + fitting;
    }

    private static Status status(Round round) {
        if (round.failed()) {
            return Status.FAIL;
        }
        return round.undecided() ? Status.UNKNOWN : round.leading() == null ? Status.PASS : Status.WARN;
    }

    private static String text(Round round, boolean withEndpoint) {
        String what = "ok";
        WatchedCall leading = round.leading();
        String shown = leading == null ? null : leading.finding();
        if (round.failed() && leading != null && shown != null) {
            int failed = round.madeAndFailed();
            what = shown
                    + (withEndpoint ? " on " + leading.endpoint() : "")
                    + (failed == 0 ? "" : ", " + failed + " of " + round.made() + " failed");
        } else if (round.undecided()) {
            what = "no verdict" + (shown == null ? "" : " because of " + shown);
        } else if (shown != null) {
            what = "warning " + shown;
        }
        LongStream took =
                round.calls().stream().mapToLong(call -> call.duration().toMillis());
        return what + ", " + took.max().orElse(0) + " ms";
    }

    private static String id(Round round) {
        WatchedCall call = round.leading();
        String id = call == null ? null : call.requestId();
        return id == null ? "" : ", " + id;
    }

    /** How it stands, in as many lines as {@link #STANDING}. */
    public List<String> standing(Tally tally) {
        Latency latency = tally.latency();
        FailureWindow window = tally.windows().current();
        List<String> lines = new ArrayList<>();
        lines.add(clipped(tally.trend().bars(style.ascii()) + "  " + Amounts.count(tally.rounds(), "round") + ", "
                + tally.failedRounds() + " failed"));
        lines.add(clipped("failed " + NumberText.rate(tally.rate()) + "  p50 " + latency.millis(50) + " p95 "
                + latency.millis(95) + " p99 " + latency.millis(99) + " max " + latency.most() + " ms"));
        String failing = window == null
                ? "no open window"
                : "failing since " + Times.shown(window.from()) + ": " + window.failures() + " of " + window.calls();
        lines.add(clipped(failing + "; " + Cost.soFar(plan, tally)));
        return lines;
    }

    /** A line that wraps would spoil the redrawing of those below it; colours stand at its beginning only. */
    private String clipped(String line) {
        int hidden = line.length() - TextPage.visible(line);
        return line.substring(0, Math.min(line.length(), style.width() - 1 + hidden));
    }
}
