package io.scimdoctor.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * Changes single lines of a configuration file, so that comments, order and everything else stay. Each change is read back:
 * where a file is written in a form that this cannot change, it is left as it is.
 */
public final class ConfigEditor {
    /** A key, a string on one line, and what may follow. */
    private static final Pattern LINE =
            Pattern.compile("([^=]++=\\s*+)(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+')(\\s*+(?:#.*+)?+)");

    private final List<String> lines;
    private final String ending;

    private ConfigEditor(String text) {
        ending = text.contains("\r\n") ? "\r\n" : "\n";
        lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    /**
     * The text with settings of a profile changed; a null value removes a setting. The profile is added when there is none.
     *
     * @throws ConfigUnchangeable when the file is written in a form that this cannot change
     */
    public static String set(String text, String profile, Map<Key, @Nullable String> changes) {
        Configuration before = ConfigReader.read(text).configuration();
        ConfigEditor editor = new ConfigEditor(text);
        if (!before.profiles().containsKey(profile)) {
            editor.addTable(profile);
        }
        for (Map.Entry<Key, @Nullable String> change : changes.entrySet()) {
            editor.put(List.of(ConfigReader.PROFILE, profile, change.getKey().profileKey()), change.getValue());
        }
        Map<Key, String> values = new EnumMap<>(Key.class);
        Profile old = before.profiles().get(profile);
        values.putAll(old == null ? Map.of() : old.values());
        changes.forEach((key, value) -> values.compute(key, (same, replaced) -> value));
        Map<String, Profile> profiles = new LinkedHashMap<>(before.profiles());
        profiles.put(profile, new Profile(profile, values));
        return editor.checked(new Configuration(before.defaultProfile(), profiles));
    }

    /** The text with another default profile; null leaves none. */
    public static String use(String text, @Nullable String profile) {
        ConfigEditor editor = new ConfigEditor(text);
        editor.put(List.of(ConfigReader.DEFAULT_PROFILE), profile);
        return editor.checked(new Configuration(
                profile, ConfigReader.read(text).configuration().profiles()));
    }

    /** The text without a profile, which must not be the default one. */
    public static String delete(String text, String profile) {
        Configuration before = ConfigReader.read(text).configuration();
        ConfigEditor editor = new ConfigEditor(text);
        editor.removeTable(profile);
        Map<String, Profile> profiles = new LinkedHashMap<>(before.profiles());
        profiles.remove(profile);
        return editor.checked(new Configuration(before.defaultProfile(), profiles));
    }

    private String text() {
        return lines.isEmpty() ? "" : String.join(ending, lines) + ending;
    }

    private String checked(Configuration wanted) {
        String text = text();
        ConfigReader.Reading reading = ConfigReader.read(text);
        if (!reading.faults().isEmpty() || !reading.configuration().equals(wanted)) {
            throw new ConfigUnchangeable();
        }
        return text;
    }

    private void addTable(String profile) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add("[" + ConfigReader.PROFILE + "." + profile + "]");
    }

    private void put(List<String> path, @Nullable String value) {
        TomlParseResult document = Toml.parse(text());
        TomlPosition position = document.inputPositionOf(path);
        if (position == null) {
            if (value != null) {
                add(place(document, path), path.get(path.size() - 1) + " = " + quoted(value));
            }
            return;
        }
        int at = position.line() - 1;
        Matcher line = LINE.matcher(lines.get(at));
        if (!line.matches()) {
            throw new ConfigUnchangeable();
        }
        if (value == null) {
            lines.remove(at);
        } else {
            lines.set(at, line.group(1) + quoted(value) + line.group(2));
        }
    }

    private void add(int at, String line) {
        lines.add(at, line);
        if (at == 0 && lines.size() > 1 && !lines.get(1).isBlank()) {
            lines.add(1, "");
        }
    }

    /** The line behind the last setting of the same table; the default profile goes to the top. */
    private int place(TomlParseResult document, List<String> path) {
        if (path.size() == 1) {
            return 0;
        }
        List<String> table = path.subList(0, path.size() - 1);
        Stream<List<String>> settings = Objects.requireNonNull(document.getTable(table)).keySet().stream()
                .map(key -> List.of(table.get(0), table.get(1), key));
        return Stream.concat(Stream.of(table), settings)
                .mapToInt(setting -> line(document, setting))
                .max()
                .orElseThrow();
    }

    private static int line(TomlParseResult document, List<String> path) {
        TomlPosition position = document.inputPositionOf(path);
        if (position == null) {
            throw new ConfigUnchangeable();
        }
        return position.line();
    }

    /** From its header to the next; the comments directly above the next header belong to that. */
    private void removeTable(String profile) {
        int from = line(Toml.parse(text()), List.of(ConfigReader.PROFILE, profile)) - 1;
        int to = from + 1;
        while (to < lines.size() && !lines.get(to).strip().startsWith("[")) {
            to++;
        }
        boolean last = to == lines.size();
        while (!last && lines.get(to - 1).strip().startsWith("#")) {
            to--;
        }
        lines.subList(from, to).clear();
        while (last && !lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static String quoted(String value) {
        return '"' + Toml.tomlEscape(value).toString() + '"';
    }
}
