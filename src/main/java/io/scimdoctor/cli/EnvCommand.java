package io.scimdoctor.cli;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.EnvironmentReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows every effective setting with its source, and the machine around it; makes no call. */
final class EnvCommand implements Command {
    @Override
    public String name() {
        return "env";
    }

    @Override
    public String summary() {
        return "Show every setting, where it comes from, and the machine around it.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        CheckOptions.settings(spec);
        SharedOptions.output(spec, List.of("text", "json"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        EnvironmentReport report =
                new EnvironmentReport(new EffectiveSettings(invocation).lines(), new Surroundings(invocation).groups());
        Outputs.write(invocation, output -> {
            if (output.format().equals("json")) {
                report.json(output.writer(), Version.text());
            } else {
                report.text(output.writer(), output.style());
            }
        });
        return ExitCode.HEALTHY;
    }
}
