package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;

/** Shows one profile as it stands in the file. */
public final class ProfileShowCommand extends Command {
    public ProfileShowCommand() {
        super("profile show", "Show the settings of one profile.");
    }

    @Override
    protected void describe(Options options) {
        Profiles.describe(options, "The profile. Default: the one that is used when none is named.");
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        Configuration configuration = profiles.configured().read();
        String chosen = profiles.names().isEmpty() ? profiles.configured().chosen(configuration) : null;
        return profiles.report(
                ProfileReport.Action.SHOWN,
                configuration,
                profiles.configured().require(configuration, chosen == null ? profiles.name() : chosen));
    }
}
