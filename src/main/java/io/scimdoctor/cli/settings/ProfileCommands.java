package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.config.ConfigEditor;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands on the profiles of the configuration file. */
public final class ProfileCommands {
    private ProfileCommands() {}

    /** Stores settings under a name; on a terminal it asks for those that matter and are missing. */
    public static ExitCode set(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        String name = profiles.name();
        Configuration before = profiles.configured().readOrEmpty();
        Profile old = before.profiles().get(name);
        Map<Key, @Nullable String> changes = ProfileOptions.changes(invocation);
        if (Consent.of(invocation).possible()) {
            Map<Key, @Nullable String> known = new EnumMap<>(Key.class);
            known.putAll(old == null ? Map.of() : old.values());
            known.putAll(changes);
            changes.putAll(new ProfileWizard(invocation.environment()).ask(name, known));
        }
        if (changes.isEmpty()) {
            throw Stopped.usage(
                    "nothing is to be stored: no setting is named",
                    "name settings, such as --tenant ID, or start it on a terminal");
        }
        Configuration after = profiles.change((configuration, text) -> changed(configuration, text, name, changes));
        return profiles.report(
                old == null ? ProfileReport.Action.CREATED : ProfileReport.Action.CHANGED,
                after,
                profiles.configured().require(after, name));
    }

    /** The first profile of a file becomes the default one. */
    private static String changed(
            Configuration configuration, String text, String name, Map<Key, @Nullable String> changes) {
        String changed = ConfigEditor.set(text, name, changes);
        return configuration.profiles().isEmpty() ? ConfigEditor.use(changed, name) : changed;
    }

    /** Lists them. */
    public static ExitCode list(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        Configuration configuration = profiles.configured().read();
        return profiles.write(new ProfileReport(
                profiles.shownFile(),
                configuration.defaultProfile(),
                null,
                List.copyOf(configuration.profiles().values())));
    }

    /** Shows one as it stands in the file. */
    public static ExitCode show(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        Configuration configuration = profiles.configured().read();
        String chosen = profiles.names().isEmpty() ? profiles.configured().chosen(configuration) : null;
        return profiles.report(
                ProfileReport.Action.SHOWN,
                configuration,
                profiles.configured().require(configuration, chosen == null ? profiles.name() : chosen));
    }

    /** Makes one the one that is used when none is named. */
    public static ExitCode use(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        String name = profiles.name();
        Configuration after = profiles.change((configuration, text) -> ConfigEditor.use(
                text, profiles.configured().require(configuration, name).name()));
        return profiles.report(
                ProfileReport.Action.SELECTED, after, profiles.configured().require(after, name));
    }

    /** Deletes one. */
    public static ExitCode delete(Invocation invocation) throws IOException {
        Profiles profiles = Profiles.of(invocation);
        String name = profiles.name();
        Profile profile = profiles.configured().require(profiles.configured().read(), name);
        String file =
                profiles.shownFile().to(invocation.environment().outgoing().audience());
        if (!Consent.of(invocation).to("profile " + name + " would be deleted from " + file)) {
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
