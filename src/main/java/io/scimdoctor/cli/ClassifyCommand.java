package io.scimdoctor.cli;

import io.scimdoctor.capture.CaptureReader;
import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.DiagnosisOutput;
import io.scimdoctor.report.DiagnosisTally;
import io.scimdoctor.report.DiagnosisTee;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.PluginStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Diagnoses captured answers, one or ten million; makes no call. */
final class ClassifyCommand implements Command {
    private static final int MOST_STATUS = 599;

    @Override
    public String name() {
        return "classify";
    }

    @Override
    public String summary() {
        return "Diagnose captured answers: a paste, curl output, a HAR file or a log.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.parameters(spec, "FILE", "Files with captured answers; - or none for standard input.");
        captureOptions(spec);
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, Formats.DIAGNOSIS);
        return spec;
    }

    /** What a capture does not say by itself. */
    static void captureOptions(CommandSpec spec) {
        SharedOptions.value(spec, "N", "The HTTP status, where the input does not say it.", "--status");
        SharedOptions.value(spec, "METHOD", "The request's method, where the input does not say it.", "--method");
        SharedOptions.value(spec, "URL", "The request's URL, where the input does not say it.", "--url");
        SharedOptions.value(
                spec, "FILE", "The access token that was used; its claims narrow a 401 or 403.", "--token-file");
        SharedOptions.value(spec, "ID", "The tenant that was meant.", "--tenant");
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Hints hints = new Hints(status(invocation), invocation.text("--method"), invocation.text("--url"));
        DiagnosisContext context = new DiagnosisContext(
                invocation.environment().clock().instant(), TokenFile.claims(invocation), invocation.text("--tenant"));
        List<String> files = invocation.parameters().isEmpty() ? List.of("-") : invocation.parameters();
        DiagnosisTally tally = new DiagnosisTally(invocation.failOn(), invocation.ignored());
        // A name that is wrong is said before anything is printed.
        for (String file : files) {
            if (!file.equals("-")) {
                Input.open(invocation.environment(), file).close();
            }
        }
        try (Outputs outputs = Outputs.open(invocation)) {
            DiagnosisOutput output = output(invocation, outputs.list());
            Sink sink = new Sink(new Diagnoser(Catalog.load()), context, output, tally, invocation.outgoing());
            for (String file : files) {
                try (InputStream input = Input.open(invocation.environment(), file)) {
                    CaptureReader.read(input, file, hints, sink);
                }
            }
            output.finish(tally);
        }
        invocation.annotate(tally.findings(), false);
        return "nagios".equals(Outputs.mainFormat(invocation))
                ? PluginStatus.of(tally).exitCode()
                : tally.verdict().exitCode();
    }

    private static DiagnosisOutput output(Invocation invocation, List<Output> outputs) throws IOException {
        List<DiagnosisOutput> all = new ArrayList<>();
        for (Output output : outputs) {
            all.add(Formats.diagnosis(output.format()).open(output.page(invocation)));
        }
        return all.size() == 1 ? all.get(0) : new DiagnosisTee(all);
    }

    static @Nullable Integer status(Invocation invocation) {
        if (invocation.text("--status") == null) {
            return null;
        }
        int status = invocation.number("--status", 0, 100);
        if (status > MOST_STATUS) {
            throw new UsageError("--status takes an HTTP status from 100 to 599, not '" + status + "'", null);
        }
        return status;
    }

    /** Diagnoses each exchange as it is read. */
    private record Sink(
            Diagnoser diagnoser,
            DiagnosisContext context,
            DiagnosisOutput output,
            DiagnosisTally tally,
            Outgoing outgoing)
            implements CaptureSink {
        @Override
        public void exchange(Captured captured) {
            outgoing.keepIds(captured.exchange());
            Recorded recorded = captured.recorded();
            Diagnosis diagnosis = recorded == null
                    ? diagnoser.diagnose(captured.exchange(), context)
                    : diagnoser.recall(captured.exchange(), recorded, context);
            ExchangeFacts facts = ExchangeFacts.of(diagnosis.seen());
            tally.add(facts, diagnosis);
            try {
                output.diagnosis(captured.source(), facts, diagnosis);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void unreadable(Unreadable piece) {
            tally.addUnreadable();
            try {
                output.unreadable(piece);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
