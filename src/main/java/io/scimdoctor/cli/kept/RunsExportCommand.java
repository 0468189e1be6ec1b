package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.ArtefactFiles;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.run.RecordedRuns;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHar;
import io.scimdoctor.run.RunJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes a recorded run as a file for other tools; makes no call. */
public final class RunsExportCommand extends Command {
    private static final String PLACE = "the exported run";

    public RunsExportCommand() {
        super("runs export", "Export a recorded run, without secrets, as a HAR file that other tools open.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("[RUN]", "The beginning of a run's id, or last. Default: last.");
        options.output(List.of("har", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RecordedRuns runs = State.recorded(invocation.environment());
        Run run = runs.read(runs.one(invocation.parameter("last")));
        for (Outputs.Wish wish : invocation.reporter().formats()) {
            StringWriter text = new StringWriter();
            if (wish.format().equals("json")) {
                RunJson.write(run, text);
            } else {
                RunHar.write(run, text, Version.text());
            }
            new ArtefactFiles(invocation.environment()).write(wish, text.toString(), PLACE);
        }
        return ExitCode.HEALTHY;
    }
}
