package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.watch.WatchListener;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.report.WatchJson;
import io.scimdoctor.watch.report.WatchLines;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Shows a watch while it runs: for a person on standard error, for a machine as lines of JSON in the result. */
final class WatchOutput implements WatchListener {
    private final Invocation invocation;
    private final List<Writer> events = new ArrayList<>();
    private final WatchLines lines;
    private final boolean live;
    private final boolean plain;
    private final List<String> windows = new ArrayList<>();
    /** What stands below the lines of the rounds at the moment, or nothing. */
    private String standing = "";

    /** @param outputs where the result of the command goes */
    WatchOutput(Invocation invocation, WatchPlan plan, List<Output> outputs) {
        this.invocation = invocation;
        Environment environment = invocation.environment();
        boolean terminal =
                environment.terminals().err() && !environment.variable("TERM").equals("dumb");
        for (Output output : outputs) {
            if (output.format().equals("ndjson")) {
                events.add(output.writer());
            }
        }
        live = terminal && !invocation.flag("--quiet");
        plain = !terminal && events.isEmpty() && !invocation.flag("--quiet");
        lines = new WatchLines(plan, style(terminal));
    }

    /** Colours as usual, but for the terminal that is written to here. */
    private Style style(boolean terminal) {
        Style usual = invocation.style(true);
        boolean wanted = terminal
                && !invocation.text("--color", "auto").equals("never")
                && invocation.environment().variable("NO_COLOR").isEmpty();
        return new Style(wanted, usual.ascii(), usual.width());
    }

    void start(WatchPlan plan) throws IOException {
        for (Writer target : events) {
            write(target, WatchJson.start(plan));
        }
    }

    @Override
    public void opened(FailureWindow window) {
        window(window, true);
    }

    @Override
    public void closed(FailureWindow window) {
        window(window, false);
    }

    private void window(FailureWindow window, boolean opened) {
        try {
            windows.add(WatchJson.window(window, opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void round(Round round, Tally tally) {
        try {
            for (Writer target : events) {
                write(target, WatchJson.round(round, tally) + String.join("", windows));
            }
            if (live) {
                draw(round, tally);
            } else if (plain) {
                write(invocation.environment().err(), lines.plain(round) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        windows.clear();
    }

    /** Says something between the rounds, above the standing. */
    void note(String line) {
        try {
            write(invocation.environment().err(), erased() + line + standing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of the round takes the place of the standing, which moves down. */
    private void draw(Round round, Tally tally) throws IOException {
        String before = erased() + lines.live(round) + "\n";
        standing = String.join("\n", lines.standing(tally)) + "\n";
        write(invocation.environment().err(), before + standing);
    }

    /** Moves up to where the standing begins, and takes it away. */
    private String erased() {
        return standing.isEmpty() ? "" : "\u001B[" + WatchLines.STANDING + "A\u001B[J";
    }

    private static void write(Writer target, String text) throws IOException {
        target.write(text);
        target.flush();
    }
}
