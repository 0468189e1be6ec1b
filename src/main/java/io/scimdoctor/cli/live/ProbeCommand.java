package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.run.RunHead;
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
            return options.diagnose(RunHead.Kind.PROBE, setup.settings(scope), Pings.none(options));
        }
    }
}
