package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.run.RecordedRuns;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.report.RunText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Opens a recorded run; makes no call. */
public final class RunsShowCommand extends Command {
    public RunsShowCommand() {
        super("runs show", "Show a recorded run: what it found, and every exchange with times and ids.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("[RUN]", "The beginning of a run's id, or last. Default: last.");
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RecordedRuns runs = State.recorded(invocation.environment());
        Run run = runs.read(runs.one(invocation.parameter("last")));
        Outputs.write(invocation.reporter(), output -> {
            Writer target = output.writer();
            switch (output.format()) {
                case "json" -> RunJson.write(run, target);
                case "short" ->
                    target.write((run.head().simulated() ? "SIMULATED " : "")
                            + run.head().id() + " " + ShortFormat.line(run.verdict()));
                default -> new RunText(target, output.style(), invocation.flag("--verbose")).write(run);
            }
        });
        return ExitCode.HEALTHY;
    }
}
