package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.Formats;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import java.io.IOException;

/** Diagnoses the way from this machine's configuration to the data, with few and read-only calls. */
public final class CheckCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        CallOptions options = CallOptions.of(invocation);
        CheckSettings.Scope scope = CheckSetup.scope(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            CheckSettings settings = setup.diagnosis(scope);
            if (invocation.flag("--list")) {
                return options.plan(
                        CheckPlanReport.of(settings, options.environment().now()), true);
            }
            return options.dryRun() ? options.plan(settings) : check(options, settings);
        }
    }

    private static ExitCode check(CallOptions options, CheckSettings settings) throws IOException {
        CheckReport report;
        Run run;
        try (Pings pings = Pings.of(options, settings)) {
            try (Outputs outputs = Outputs.open(options.reporter())) {
                pings.start();
                report = options.run(settings);
                run = options.recording().of(RunHead.Kind.CHECK, report);
                for (Output output : outputs.list()) {
                    if (!output.isSilent(report.verdict().isWell())) {
                        Formats.check(output.format()).write(report, output.page());
                    }
                }
            }
            ExitCode code = options.keep(report, run);
            pings.end(code);
            return options.asked(report, code);
        }
    }
}
