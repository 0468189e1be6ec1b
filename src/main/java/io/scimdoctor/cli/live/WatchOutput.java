package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Outlet;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.report.WatchJson;
import io.scimdoctor.watch.report.WatchLines;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Shows a watch while it runs: for a person on standard error, for a machine as lines of JSON in the result. */
final class WatchOutput implements WatchListener {
    private final Writer err;
    private final List<Writer> events;
    private final WatchLines lines;
    private final boolean live;
    private final boolean plain;
    private final List<String> windows = new ArrayList<>();
    /** The summary lines now shown below the rounds, or an empty text. */
    private String standing = "";

    /** @param outputs where the result of the command goes */
    WatchOutput(Reporter reporter, WatchPlan plan, List<Page> outputs) {
        Environment environment = reporter.environment();
        err = environment.err();
        boolean terminal = environment.terminals().err() && !environment.isDumb();
        events = outputs.stream()
                .filter(output -> output.format().equals("ndjson"))
                .map(Page::target)
                .toList();
        live = terminal && !reporter.quiet();
        plain = !terminal && events.isEmpty() && !reporter.quiet();
        // Colours as usual, but for the terminal that is written to here.
        boolean coloured = terminal
                && !reporter.color().equals("never")
                && environment.variable("NO_COLOR").isEmpty();
        Style usual = reporter.style(true);
        lines = new WatchLines(plan, new Style(coloured, usual.ascii(), usual.width(), usual.audience(), usual.same()));
    }

    void start(WatchPlan plan) {
        events.forEach(target -> Outlet.show(target, WatchJson.start(plan)));
    }

    @Override
    public void window(FailureWindow window, boolean opened) {
        windows.add(WatchJson.window(window, opened));
    }

    @Override
    public void round(Round round, Tally tally) {
        events.forEach(target -> Outlet.show(target, WatchJson.round(round, tally) + String.join("", windows)));
        if (live) {
            draw(round, tally);
        } else if (plain) {
            Outlet.show(err, lines.plain(round) + "\n");
        }
        windows.clear();
    }

    /** Prints a note between the rounds, above the summary. */
    void note(String sentence) {
        Outlet.show(err, erased() + "scimdoctor: " + sentence + ".\n" + standing);
    }

    /** Prints the round where the summary stood, and the summary below it. */
    private void draw(Round round, Tally tally) {
        String before = erased() + lines.live(round) + "\n";
        standing = String.join("\n", lines.standing(tally)) + "\n";
        Outlet.show(err, before + standing);
    }

    /** Moves the cursor to the start of the summary and erases it. */
    private String erased() {
        return standing.isEmpty() ? "" : "\u001B[" + WatchLines.STANDING + "A\u001B[J";
    }
}
