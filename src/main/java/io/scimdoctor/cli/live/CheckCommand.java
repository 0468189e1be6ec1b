package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.run.RunHead;
import java.io.IOException;

/** Diagnoses the way from this machine's configuration to the data, with few and read-only calls. */
public final class CheckCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        CallOptions options = CallOptions.of(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            CheckSettings settings = setup.diagnosis(invocation);
            if (invocation.flag("--list")) {
                return options.plan(
                        CheckPlanReport.of(settings, options.environment().now()), true);
            }
            if (options.dryRun()) {
                return options.plan(settings);
            }
            try (Pings pings = Pings.of(options, settings)) {
                return options.diagnose(RunHead.Kind.CHECK, settings, pings);
            }
        }
    }
}
