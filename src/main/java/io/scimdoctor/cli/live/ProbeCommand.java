package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.Formats;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.report.ProbeText;
import java.io.IOException;
import java.util.Optional;

/** Sends one request of the user's choice and diagnoses the answer. */
public final class ProbeCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        ProbeOptions probe = ProbeOptions.of(invocation);
        CallOptions options = CallOptions.of(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            String baseUrl = setup.target().baseUrl();
            CheckSettings.Scope scope = probe.scope(baseUrl);
            if (options.dryRun()) {
                return options.plan(setup.settings(scope));
            }
            Optional<ExitCode> refusal = ProbeLint.refusal(options.reporter(), probe, baseUrl);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (!probe.mayBeSent(baseUrl)) {
                throw Stopped.noVerdict("nothing was sent", "answer yes, or use --dry-run to look at the request");
            }
            return send(options, setup.settings(scope));
        }
    }

    private static ExitCode send(CallOptions options, CheckSettings settings) throws IOException {
        CheckReport report;
        Run run;
        try (Outputs outputs = Outputs.open(options.reporter())) {
            report = options.run(settings);
            run = options.recording().of(RunHead.Kind.PROBE, report);
            for (Output output : outputs.list()) {
                if (output.isSilent(report.verdict().isWell())) {
                    continue;
                }
                if (output.format().equals("text")) {
                    boolean verbose = options.reporter().verbose();
                    new ProbeText(output.writer(), output.style(), verbose).write(run, report);
                } else {
                    Formats.check(output.format()).write(report, output.page());
                }
            }
        }
        return options.asked(report, options.keep(report, run));
    }
}
