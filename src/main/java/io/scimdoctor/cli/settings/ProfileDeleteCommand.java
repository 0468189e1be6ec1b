package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.config.ConfigEditor;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Profile;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Deletes one profile from the configuration file. */
public final class ProfileDeleteCommand extends Command {
    public ProfileDeleteCommand() {
        super("profile delete", "Delete a profile.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Profiles.spec(this, "The profile to delete.");
        SharedOptions.flag(spec, "Delete without asking.", "--yes");
        SharedOptions.output(spec, List.of("text", "json"));
        return spec;
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
