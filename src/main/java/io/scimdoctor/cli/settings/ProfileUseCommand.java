package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.ConfigEditor;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;

/** Makes a profile the one that is used when none is named. */
public final class ProfileUseCommand extends Command {
    public ProfileUseCommand() {
        super("profile use", "Make a profile the default one.");
    }

    @Override
    protected void describe(Options options) {
        Profiles.describe(options, "The profile that is used when none is named.");
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        String name = profiles.name();
        Configuration after = profiles.change((configuration, text) -> ConfigEditor.use(
                text, profiles.configured().require(configuration, name).name()));
        return profiles.report(
                ProfileReport.Action.SELECTED, after, profiles.configured().require(after, name));
    }
}
