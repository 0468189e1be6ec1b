package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.ConfigEditor;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.settings.ProfileReport;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores settings under a name; on a terminal it asks for those that matter and are missing. */
public final class ProfileSetCommand extends Command {
    public ProfileSetCommand() {
        super("profile set", "Store settings under a name; on a terminal, ask for what is missing.");
    }

    @Override
    protected void describe(Options options) {
        Profiles.describe(options, "The profile to make or to change.");
        ProfileOptions.add(options);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
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
}
