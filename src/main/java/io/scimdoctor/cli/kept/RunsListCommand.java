package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.run.RecordedRuns;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.report.RunListReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lists the recorded runs; makes no call. */
public final class RunsListCommand extends Command {
    private static final int SHOWN = 20;

    public RunsListCommand() {
        super("runs list", "List the recorded runs, the last one first.");
    }

    @Override
    protected void describe(Options options) {
        options.value("N", "Show at most this many; 0 shows all. Default: " + SHOWN + ".", "--limit");
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RecordedRuns runs = State.recorded(invocation.environment());
        List<RunStore.Entry> all = runs.list();
        int limit = invocation.number("--limit", SHOWN, 0);
        List<RunStore.Entry> shown = limit == 0 || all.size() <= limit ? all : all.subList(0, limit);
        RunListReport report = new RunListReport(runs.store().folder(), shown, all.size());
        Outputs.write(invocation.reporter(), output -> {
            Writer target = output.writer();
            switch (output.format()) {
                case "json" -> report.json(target);
                case "short" -> report.lines(target);
                default -> report.text(target, output.style());
            }
        });
        return ExitCode.HEALTHY;
    }
}
