package io.scimdoctor.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The effective settings. Precedence: option, the tool's own variables, Azure's, other tools'. */
public final class Settings {
    private final Map<String, String> flags;
    private final Map<String, String> variables;

    /**
     * @param flags values by option name, such as {@code --tenant}
     * @param variables the environment
     */
    public Settings(Map<String, String> flags, Map<String, String> variables) {
        this.flags = Map.copyOf(flags);
        this.variables = Map.copyOf(variables);
    }

    /** The value with the highest precedence; an empty variable counts as unset. */
    public Optional<Setting> find(Key key) {
        String flag = flags.get(key.flag());
        if (flag != null) {
            return Optional.of(new Setting(flag, key.flag()));
        }
        for (String variable : key.variables()) {
            String value = variables.get(variable);
            if (value != null && !value.isBlank()) {
                return Optional.of(new Setting(value.trim(), variable));
            }
        }
        return Optional.empty();
    }

    /** Every setting that has a value. */
    public Map<Key, Setting> effective() {
        Map<Key, Setting> effective = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            find(key).ifPresent(setting -> effective.put(key, setting));
        }
        return effective;
    }

    /** Whether an option gave it, which beats any variable of another setting. */
    public boolean isFlag(Key key) {
        return flags.containsKey(key.flag());
    }

    public Map<String, String> variables() {
        return variables;
    }
}
