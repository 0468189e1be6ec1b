package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;
import java.util.List;

/** Lists the profiles of the configuration file. */
public final class ProfileListCommand extends Command {
    public ProfileListCommand() {
        super("profile list", "List the profiles and their settings.");
    }

    @Override
    protected void describe(Options options) {
        options.config();
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        Configuration configuration = profiles.configured().read();
        ProfileReport report = new ProfileReport(
                profiles.shownFile(),
                configuration.defaultProfile(),
                List.copyOf(configuration.profiles().values()));
        Outputs.write(profiles.reporter(), output -> {
            switch (output.format()) {
                case "json" -> report.listJson(output.writer());
                case "short" -> report.names(output.writer());
                default -> report.list(output.writer(), output.style());
            }
        });
        return ExitCode.HEALTHY;
    }
}
