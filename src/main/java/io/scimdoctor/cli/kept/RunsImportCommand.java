package io.scimdoctor.cli.kept;

import io.scimdoctor.capture.CaptureFile;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.captured.CaptureHints;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.run.Machine;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunImport;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.report.RunImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;

/** Keeps somebody else's capture as a run, without its secrets and personal values; makes no call. */
public final class RunsImportCommand extends Command {
    public RunsImportCommand() {
        super("runs import", "Sanitise a HAR file, log or paste, and keep it as a run.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("[FILE...]", "Files with captured answers; - or none for standard input.");
        options.value("FILE", "The access token that was used; its claims narrow a 401 or 403.", "--token-file");
        options.value("ID", "The tenant that was meant.", "--tenant");
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        List<String> files = invocation.parameters().isEmpty() ? List.of("-") : invocation.parameters();
        DiagnosisContext context = CaptureHints.context(invocation);
        RunStore runs = State.recorded(environment).store();
        Run run = read(files, context, environment, environment.redaction(runs.pseudonyms()));
        run.keepIds(environment.outgoing());
        store(run, runs, environment.outgoing());
        Outputs.write(invocation.reporter(), output -> {
            Writer target = output.writer();
            switch (output.format()) {
                case "json" -> RunImportReport.json(run, target);
                case "short" -> target.write(run.head().id() + "\n");
                default -> RunImportReport.text(run, target, output.style());
            }
        });
        return ExitCode.HEALTHY;
    }

    private static Run read(List<String> files, DiagnosisContext context, Environment environment, Redaction redaction)
            throws IOException {
        RunImport imported = new RunImport(new Diagnoser(Catalog.load()), context, redaction);
        for (String file : files) {
            CaptureFile named = CaptureFile.of(file);
            try (InputStream input = environment.input().open(named.file())) {
                named.read(input, named.file(), Hints.NONE, imported);
            }
        }
        if (imported.tally().exchanges() == 0) {
            throw Stopped.noVerdict(
                    "nothing in the input could be understood as an answer, so that nothing is stored",
                    "scimdoctor classify says of each piece why");
        }
        return imported.finish(environment.source().newId(), new RunRecorder(redaction, Machine.program()));
    }

    private static void store(Run run, RunStore store, Outgoing outgoing) {
        try {
            store.store(run, RunStore.Retention.DEFAULT, outgoing::pass);
        } catch (IOException e) {
            throw Stopped.noVerdict(
                    "the run cannot be stored in the folder of recorded runs",
                    "check its permissions and the space on the disk");
        }
    }
}
