package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.ConfigEditor;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Profile;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;

/** Deletes one profile from the configuration file. */
public final class ProfileDeleteCommand extends Command {
    public ProfileDeleteCommand() {
        super("profile delete", "Delete a profile.");
    }

    @Override
    protected void describe(Options options) {
        Profiles.describe(options, "The profile to delete.");
        options.flag("Delete without asking.", "--yes");
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        String name = profiles.name();
        Profile profile = profiles.configured().require(profiles.configured().read(), name);
        if (!Consent.of(invocation).to("profile " + name + " would be deleted from " + profiles.shownFile())) {
            throw Stopped.noVerdict("nothing was deleted", "answer yes, or add --yes");
        }
        Configuration after = profiles.change((configuration, text) -> {
            profiles.configured().require(configuration, name);
            boolean used = name.equals(configuration.defaultProfile());
            return ConfigEditor.delete(used ? ConfigEditor.use(text, null) : text, name);
        });
        return profiles.report(ProfileReport.Action.DELETED, after, profile);
    }
}
