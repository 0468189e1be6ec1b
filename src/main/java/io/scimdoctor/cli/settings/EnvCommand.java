package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.settings.EnvironmentReport;
import java.io.IOException;

/** Shows every effective setting with its source, and the machine around it; makes no call. */
public final class EnvCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        NetworkSetup network = NetworkSetup.of(invocation);
        Reporter reporter = invocation.reporter();
        MachineFacts machine = new MachineFacts(
                network,
                Configured.of(invocation),
                reporter.style(true),
                Consent.of(invocation).possible());
        EnvironmentReport report = new EnvironmentReport(
                new EffectiveSettings(network.settings(), invocation.flags()).lines(), machine.groups());
        return Outputs.write(reporter, report::json, report::write);
    }
}
