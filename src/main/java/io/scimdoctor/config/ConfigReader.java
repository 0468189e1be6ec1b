package io.scimdoctor.config;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a configuration file (TOML 1.0) and says what is wrong in it, with line and column. */
public final class ConfigReader {
    static final String DEFAULT_PROFILE = "default-profile";
    static final String PROFILE = "profile";

    private final TomlParseResult document;
    private final List<ConfigFault> faults = new ArrayList<>();

    /**
     * What a text says, as far as it can be read.
     *
     * @param faults in the order of the text; empty when all is well
     */
    public record Reading(Configuration configuration, List<ConfigFault> faults) {}

    private ConfigReader(String text) {
        document = Toml.parse(text);
    }

    public static Reading read(String text) {
        Configuration plain = PlainConfiguration.read(text);
        return plain == null ? new ConfigReader(text).read() : new Reading(plain, List.of());
    }

    private Reading read() {
        for (TomlParseError error : document.errors()) {
            faults.add(fault(error.position(), syntax(String.valueOf(error.getMessage())), null));
        }
        if (!faults.isEmpty()) {
            return new Reading(Configuration.EMPTY, faults);
        }
        for (String name : document.keySet()) {
            if (!name.equals(DEFAULT_PROFILE) && !name.equals(PROFILE)) {
                unknown(List.of(name), List.of(DEFAULT_PROFILE, PROFILE));
            }
        }
        Map<String, Profile> profiles = profiles();
        String chosen = text(List.of(DEFAULT_PROFILE));
        if (chosen != null && faults.isEmpty() && !profiles.containsKey(chosen)) {
            add(
                    List.of(DEFAULT_PROFILE),
                    "there is no profile '" + Redactor.seen(chosen) + "'",
                    Nearest.hint(chosen, profiles.keySet(), "name one that the file holds"));
        }
        faults.sort(Comparator.comparingInt(ConfigFault::line).thenComparingInt(ConfigFault::column));
        return new Reading(new Configuration(chosen, profiles), faults);
    }

    private Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Object all = document.get(List.of(PROFILE));
        if (all instanceof TomlTable tables) {
            for (String name : tables.keySet()) {
                List<String> path = List.of(PROFILE, name);
                if (!Profile.isName(name)) {
                    add(path, "the name of a profile has letters, digits, - and _ only", "rename it");
                } else if (tables.get(List.of(name)) instanceof TomlTable table) {
                    profiles.put(name, profile(name, table));
                } else {
                    add(path, "'" + Redactor.seen(name) + "' is no profile", "write it as a table: [profile.NAME]");
                }
            }
        } else if (all != null) {
            add(List.of(PROFILE), "'profile' is no table", "write profiles as tables: [profile.NAME]");
        }
        return profiles;
    }

    private Profile profile(String name, TomlTable table) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        for (String typed : table.keySet()) {
            List<String> path = List.of(PROFILE, name, typed);
            Key key = ProfileKeys.find(typed);
            if (key == null) {
                if (ProfileKeys.isSecret(typed)) {
                    add(path, "a secret must not stand in this file", ProfileKeys.WHERE_SECRETS_ARE);
                } else {
                    unknown(path, ProfileKeys.all());
                }
                continue;
            }
            String value = text(path);
            ProfileKeys.Trouble trouble = value == null ? null : ProfileKeys.trouble(key, value);
            if (trouble != null) {
                add(path, trouble.text(), trouble.remedy());
            } else if (value != null) {
                values.put(key, value);
            }
        }
        return new Profile(name, values);
    }

    private void unknown(List<String> path, List<String> known) {
        String typed = path.get(path.size() - 1);
        String hint = Nearest.hint(typed, known, "there are " + String.join(", ", known));
        add(path, "there is no setting '" + Redactor.seen(typed) + "'", hint);
    }

    /** The text under a path, or null; something else is a fault. */
    private @Nullable String text(List<String> path) {
        Object value = document.get(path);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        String name = path.get(path.size() - 1);
        add(path, "'" + name + "' takes a text", "put it in double quotes");
        return null;
    }

    private void add(List<String> path, String message, @Nullable String hint) {
        faults.add(fault(document.inputPositionOf(path), message, hint));
    }

    private static ConfigFault fault(@Nullable TomlPosition position, String message, @Nullable String hint) {
        return position == null
                ? new ConfigFault(1, 1, message, hint)
                : new ConfigFault(position.line(), position.column(), message, hint);
    }

    /** The library's sentence, without a value of the file. */
    private static String syntax(String message) {
        String masked = Redactor.text(message);
        return masked.isEmpty() ? masked : Character.toLowerCase(masked.charAt(0)) + masked.substring(1);
    }
}
