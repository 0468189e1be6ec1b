package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.CaptureReader;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.ReadingProgress;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.TokenFile;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import io.scimdoctor.report.diagnosis.DiagnosisTee;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.PluginStatus;
import io.scimdoctor.triage.KustoQuery;
import io.scimdoctor.triage.Triage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Diagnoses captured answers, one or ten million; makes no call. */
public final class ClassifyCommand extends Command {
    private static final int MOST_NAMED = 5;

    public ClassifyCommand() {
        super("classify", "Diagnose captured answers: a paste, curl output, a HAR file or a log.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.parameters(
                spec, "[FILE...]", "Files, FILE:N for one entry, folders or patterns; - or none for standard input.");
        CaptureHints.options(spec);
        ClassifyScope.options(spec);
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, Formats.DIAGNOSIS);
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Hints hints = CaptureHints.of(invocation);
        DiagnosisContext context = new DiagnosisContext(
                invocation.environment().clock().instant(), TokenFile.claims(invocation), invocation.text("--tenant"));
        ClassifyScope scope = ClassifyScope.of(invocation);
        if (invocation.flag("--kql")) {
            return query(invocation, scope);
        }
        List<String> names = invocation.parameters().isEmpty() ? List.of("-") : invocation.parameters();
        CaptureFiles files = CaptureFiles.of(invocation.environment(), names);
        DiagnosisTally tally = new DiagnosisTally(invocation.failureRules(), scope.gap());
        ReadingProgress progress = new ReadingProgress(invocation, files.size());
        try (Outputs outputs = Outputs.open(invocation)) {
            DiagnosisOutput output = new KeptIds(output(invocation, outputs.list()), invocation.outgoing());
            Triage triage = new Triage(new Diagnoser(Catalog.load()), context, scope.wanted(), output, tally);
            for (CaptureFiles.Named named : files.files()) {
                try (InputStream input = Input.open(invocation.environment(), named.file())) {
                    read(progress.counted(input), named, hints, triage);
                }
            }
            progress.clear();
            output.finish(tally);
        }
        notes(invocation, files, progress);
        invocation.annotate(tally.findings(), false);
        return "nagios".equals(Outputs.mainFormat(invocation))
                ? PluginStatus.of(tally).exitCode()
                : tally.verdict().exitCode();
    }

    private static void read(InputStream input, CaptureFiles.Named named, Hints hints, Triage triage)
            throws IOException {
        if (named.isWhole()) {
            CaptureReader.read(input, named.file(), hints, triage);
        } else {
            OneEntry entry = new OneEntry(named, triage);
            CaptureReader.read(input, named.file(), hints, entry);
            entry.finish();
        }
    }

    /** Prints the query; what it will find nobody knows, so this is no problem. */
    private static ExitCode query(Invocation invocation, ClassifyScope scope) throws IOException {
        if (!invocation.parameters().isEmpty()) {
            throw Stopped.usage("--kql reads no files", "leave the files out, or leave --kql out");
        }
        String query = KustoQuery.of(Catalog.load(), scope.wanted(), scope.gap());
        Outputs.write(invocation, output -> output.writer().write(query));
        return ExitCode.HEALTHY;
    }

    private static void notes(Invocation invocation, CaptureFiles files, ReadingProgress progress) throws IOException {
        Writer err = invocation.environment().err();
        int passedOver = files.passedOver().size();
        if (passedOver > 0 && !invocation.flag("--quiet")) {
            List<String> shown = new ArrayList<>();
            for (String file : files.passedOver().subList(0, Math.min(MOST_NAMED, passedOver))) {
                shown.add(Redactor.fileName(new File(file).getName()));
            }
            err.write("scimdoctor: passed over " + Amounts.count(passedOver, "file")
                    + " without captured answers: " + String.join(", ", shown)
                    + (passedOver > MOST_NAMED ? ", …" : "") + ".\n");
        }
        if (invocation.flag("--stats")) {
            err.write(progress.stats());
        }
    }

    private static DiagnosisOutput output(Invocation invocation, List<Output> outputs) throws IOException {
        List<DiagnosisOutput> all = new ArrayList<>();
        for (Output output : outputs) {
            all.add(Formats.diagnosis(output.format()).open(output.page(invocation)));
        }
        return all.size() == 1 ? all.get(0) : new DiagnosisTee(all);
    }
}
