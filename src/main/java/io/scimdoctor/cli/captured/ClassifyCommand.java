package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.ReadingProgress;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.PluginStatus;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.triage.KustoQuery;
import io.scimdoctor.triage.Triage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Diagnoses captured answers, one or ten million; makes no call. */
public final class ClassifyCommand implements Command {
    private static final int MOST_NAMED = 5;

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        ClassifyOptions options = ClassifyOptions.of(invocation);
        Reporter reporter = invocation.reporter();
        if (options.kql()) {
            return query(reporter, options);
        }
        CaptureFiles files = CaptureFiles.of(reporter.environment().input(), options.names());
        DiagnosisTally tally = new DiagnosisTally(options.rules(), options.gap());
        ReadingProgress progress = new ReadingProgress(reporter.progress(), files.size());
        diagnose(files, options, progress, reporter, tally);
        passedOver(reporter, files.passedOver());
        if (options.stats()) {
            reporter.warn(progress.stats());
        }
        reporter.annotate(tally.findings(), false);
        return reporter.isFor("nagios")
                ? PluginStatus.of(tally).exitCode()
                : tally.verdict().exitCode();
    }

    private static void diagnose(
            CaptureFiles files,
            ClassifyOptions options,
            ReadingProgress progress,
            Reporter reporter,
            DiagnosisTally tally)
            throws IOException {
        Environment environment = reporter.environment();
        try (Outputs outputs = Outputs.open(reporter)) {
            List<DiagnosisOutput> forms = new ArrayList<>();
            for (Page output : outputs.list()) {
                forms.add(Formats.diagnosis(output));
            }
            DiagnosisOutput output = new KeptIds(forms, environment.outgoing());
            Triage triage =
                    new Triage(new Diagnoser(Catalog.load()), options.context(), options.wanted(), output, tally);
            for (CaptureFile named : files.files()) {
                try (InputStream input = environment.input().open(named.file())) {
                    named.read(progress.counted(input), named.file(), options.hints(), triage);
                }
            }
            progress.end();
            triage.finish();
        }
    }

    /** Prints the query. It diagnoses nothing, so the exit code is 0. */
    private static ExitCode query(Reporter reporter, ClassifyOptions options) throws IOException {
        String query = KustoQuery.of(Catalog.load(), options.wanted(), options.gap());
        return Outputs.write(reporter, output -> output.target().write(query));
    }

    private static void passedOver(Reporter reporter, List<String> files) {
        if (!files.isEmpty()) {
            List<String> shown = new ArrayList<>();
            for (String file : files.subList(0, Math.min(MOST_NAMED, files.size()))) {
                shown.add(Redactor.seen(new File(file).getName()));
            }
            reporter.note("skipped " + Amounts.count(files.size(), "file") + " without captured answers: "
                    + String.join(", ", shown) + (files.size() > MOST_NAMED ? ", …" : ""));
        }
    }
}
