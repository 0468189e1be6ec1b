package io.scimdoctor.cli;

import io.scimdoctor.config.Configuration;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.ProfileReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows one profile as it stands in the file. */
final class ProfileShowCommand extends Command {
    ProfileShowCommand() {
        super("profile show", "Show the settings of one profile.");
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = Profiles.spec(this, "The profile. Default: the one that is used when none is named.");
        SharedOptions.output(spec, List.of("text", "json"));
        return spec;
    }

    @Override
    ExitCode run(Invocation invocation) throws IOException {
        Profiles profiles = new Profiles(invocation);
        Configuration configuration = profiles.configured().read();
        String chosen =
                invocation.parameters().isEmpty() ? profiles.configured().chosen(configuration) : null;
        return profiles.report(
                ProfileReport.Action.SHOWN,
                configuration,
                profiles.configured().require(configuration, chosen == null ? profiles.name() : chosen));
    }
}
