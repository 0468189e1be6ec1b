package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.config.ConfigFile;
import io.scimdoctor.config.ConfigUnchangeable;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Profile;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

/** What the commands on profiles share: the file, the one profile that is named, and how the result is written. */
record Profiles(Configured configured, Reporter reporter, List<String> names) {
    static Profiles of(Invocation invocation) {
        return new Profiles(Configured.of(invocation), invocation.reporter(), invocation.parameters());
    }

    /** The one name on the command line. */
    String name() {
        if (names.size() != 1) {
            throw Stopped.usage(
                    names.isEmpty() ? "the profile is not named" : "one profile is enough, not " + names.size(),
                    names.isEmpty()
                            ? "put its name behind the command; scimdoctor profile list names those that there are"
                            : "name them one by one");
        }
        String name = names.get(0);
        if (!Profile.isName(name)) {
            throw Stopped.usage(
                    "'" + Redactor.seen(name) + "' can name no profile", "use letters, digits, - and _ only");
        }
        return name;
    }

    /**
     * Changes the file and returns what it says then.
     *
     * @throws Stopped when the file cannot be changed
     */
    Configuration change(BiFunction<Configuration, String, String> change) throws IOException {
        ConfigFile file = configured.requireFile();
        String shown = configured.shown(file.path().toString()).seen();
        try {
            Environment environment = configured.environment();
            String id = environment.source().newId();
            String text = file.change(
                    before -> change.apply(configured.read(file, before), before), id, environment.secrets());
            return configured.read(file, text);
        } catch (ConfigUnchangeable e) {
            throw Stopped.usage(
                    "the configuration file " + shown + " has a form that only an editor can change",
                    "write profiles as tables, [profile.NAME], with one setting a line");
        } catch (IOException e) {
            throw Stopped.usage(
                    "the configuration file " + shown + " cannot be changed", "check the folder and its permissions");
        }
    }

    /** Writes what has been done with one profile. */
    ExitCode report(ProfileReport.Action action, Configuration configuration, Profile profile) throws IOException {
        return write(new ProfileReport(shownFile(), configuration.defaultProfile(), action, List.of(profile)));
    }

    ExitCode write(ProfileReport report) throws IOException {
        return Outputs.write(reporter, report::json, report::names, report::write);
    }

    Told shownFile() {
        return configured.shown(configured.requireFile().path().toString());
    }
}
