package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Origin;
import io.scimdoctor.config.ProfileKeys;
import io.scimdoctor.config.Setting;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of `profile set`: one for each setting that a profile can hold. */
final class ProfileOptions {
    private static final String UNSET = "--unset";

    private ProfileOptions() {}

    /** What the options change; null removes a setting. */
    static Map<Key, @Nullable String> changes(Invocation invocation) {
        Map<Key, @Nullable String> changes = new EnumMap<>(Key.class);
        for (String name : invocation.texts(UNSET)) {
            Key key = ProfileKeys.find(name);
            if (key == null) {
                throw Stopped.usage(
                        "there is no setting '" + Redactor.seen(name) + "'",
                        Nearest.hint(name, ProfileKeys.all(), "scimdoctor profile set --help lists them"));
            }
            changes.put(key, null);
        }
        for (Key key : Key.values()) {
            String value = invocation.text("--" + key.profileKey());
            if (value != null) {
                changes.put(key, checked(key, value));
            }
        }
        return changes;
    }

    /**
     * The value as it is stored: files by their whole path, because the profile is used from any folder.
     *
     * @throws Stopped when it cannot be right, or is a secret
     */
    static String checked(Key key, String value) {
        ProfileKeys.Trouble trouble = ProfileKeys.trouble(key, value);
        if (trouble != null) {
            throw Stopped.usage(trouble.text(), trouble.remedy());
        }
        if (key == Key.BASE_URL) {
            return CloudChoice.baseUrl(new Setting(value, Origin.OPTION, key.flag()));
        }
        try {
            boolean whole = !key.isFile() || value.startsWith("~/");
            return whole ? value : Path.of(value).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw Stopped.usage("'" + key.profileKey() + "' names no possible file", "check the name");
        }
    }
}
