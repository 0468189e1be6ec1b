package io.scimdoctor.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effective settings. Precedence: option, the tool's own variables, the profile, Azure's variables, other tools'.
 *
 * @param flags values by option name, such as {@code --tenant}
 * @param variables the environment
 * @param profile the profile that is in use, or null
 */
public record Settings(
        Map<String, String> flags,
        Map<String, String> variables,
        @Nullable Profile profile) {
    /** The value with the highest precedence; an empty variable counts as unset. */
    public Optional<Setting> find(Key key) {
        String flag = flags.get(key.flag());
        if (flag != null) {
            return Optional.of(new Setting(flag, Origin.OPTION, key.flag()));
        }
        Setting found = ofProfile(key);
        for (String name : key.variables()) {
            String value = variables.getOrDefault(name, "").trim();
            Origin origin = Origin.ofVariable(name);
            if (!value.isEmpty() && (found == null || origin.compareTo(found.origin()) < 0)) {
                found = new Setting(value, origin, name);
            }
        }
        return Optional.ofNullable(found);
    }

    /** For a secret the profile names a variable. One that is not set must not be replaced by another secret. */
    private @Nullable Setting ofProfile(Key key) {
        String value = profile == null ? null : profile.values().get(key);
        if (profile == null || value == null) {
            return null;
        }
        String source = "profile " + profile.name();
        return key.isSecret()
                ? new Setting(
                        variables.getOrDefault(value, "").trim(),
                        Origin.PROFILE,
                        value + ", which " + source + " names")
                : new Setting(value, Origin.PROFILE, source);
    }

    /** Every setting that has a value. */
    public Map<Key, Setting> effective() {
        Map<Key, Setting> effective = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            find(key).ifPresent(setting -> effective.put(key, setting));
        }
        return effective;
    }
}
