package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.run.RecordedRuns;
import io.scimdoctor.run.RunDiff;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.report.RunDiffReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Says what changed since it worked; makes no call. */
public final class RunsDiffCommand extends Command {
    public RunsDiffCommand() {
        super("runs diff", "Say what changed between two runs; by default, since it last worked.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters(
                "[RUN [RUN]]",
                "None: the last run, and the last healthy one of the same target before it. One: that run, and the"
                        + " last healthy one before it. Two: the first and the second.");
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RecordedRuns runs = State.recorded(invocation.environment());
        RunDiff diff = diff(runs, invocation.parameters());
        Outputs.write(invocation.reporter(), output -> {
            Writer target = output.writer();
            switch (output.format()) {
                case "json" -> RunDiffReport.json(diff, target);
                case "short" -> target.write(RunDiffReport.shortLine(diff));
                default -> RunDiffReport.text(diff, target, output.style());
            }
        });
        return ExitCode.HEALTHY;
    }

    private static RunDiff diff(RecordedRuns runs, List<String> ids) {
        if (ids.size() > 2) {
            throw Stopped.usage("runs diff compares two runs, not " + ids.size(), null);
        }
        RunStore.Entry after = runs.one(ids.isEmpty() ? "last" : ids.get(ids.size() - 1));
        RunStore.Entry before = ids.size() == 2 ? runs.one(ids.get(0)) : healthyBefore(runs, after);
        if (before.file().equals(after.file())) {
            throw Stopped.usage("both ids name the same run", "scimdoctor runs list names all of them");
        }
        return RunDiff.of(runs.read(before), runs.read(after));
    }

    private static RunStore.Entry healthyBefore(RecordedRuns runs, RunStore.Entry after) {
        return RunDiff.lastHealthy(runs.list(), after)
                .orElseThrow(() -> Stopped.noVerdict(
                        "no healthy run of the same target is recorded before the run " + after.id(),
                        "scimdoctor runs diff A B compares any two"));
    }
}
