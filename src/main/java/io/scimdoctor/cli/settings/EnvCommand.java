package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.settings.EnvironmentReport;
import java.io.IOException;
import java.util.List;

/** Shows every effective setting with its source, and the machine around it; makes no call. */
public final class EnvCommand extends Command {
    public EnvCommand() {
        super("env", "Show every setting, where it comes from, and the machine around it.");
    }

    @Override
    protected void describe(Options options) {
        SettingOptions.all(options);
        options.output(List.of("text", "json"));
    }

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
        Outputs.write(reporter, output -> {
            if (output.format().equals("json")) {
                report.json(output.writer());
            } else {
                report.text(output.writer(), output.style());
            }
        });
        return ExitCode.HEALTHY;
    }
}
