package io.scimdoctor.cli;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.EnvironmentReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows every effective setting with its source, and the machine around it; makes no call. */
final class EnvCommand extends Command {
    EnvCommand() {
        super("env", "Show every setting, where it comes from, and the machine around it.");
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        CheckOptions.settings(spec);
        SharedOptions.output(spec, List.of("text", "json"));
        return spec;
    }

    @Override
    ExitCode run(Invocation invocation) throws IOException {
        EnvironmentReport report =
                new EnvironmentReport(new EffectiveSettings(invocation).lines(), new Surroundings(invocation).groups());
        Outputs.write(invocation, output -> {
            if (output.format().equals("json")) {
                report.json(output.writer());
            } else {
                report.text(output.writer(), output.style());
            }
        });
        return ExitCode.HEALTHY;
    }
}
