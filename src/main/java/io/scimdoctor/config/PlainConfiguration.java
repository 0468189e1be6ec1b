package io.scimdoctor.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file of the simplest form, as {@code profile set} writes it and nearly everyone by hand: headers
 * {@code [profile.NAME]}, settings with a text in double quotes and no escapes, comments. A start with such a file need not
 * load a parser of TOML; whatever else stands in one, and whatever may be wrong in it, is left to that.
 */
final class PlainConfiguration {
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private @Nullable String chosen;
    private @Nullable String open;

    private PlainConfiguration() {}

    /** The configuration, or null when the text has a fault, or uses more of TOML than is read here. */
    static @Nullable Configuration read(String text) {
        PlainConfiguration reading = new PlainConfiguration();
        for (String line : text.replace("\r\n", "\n").split("\n")) {
            if (!reading.takes(line)) {
                return null;
            }
        }
        reading.close();
        return reading.chosen == null || reading.profiles.containsKey(reading.chosen)
                ? new Configuration(reading.chosen, reading.profiles)
                : null;
    }

    private boolean takes(String raw) {
        for (int at = 0; at < raw.length(); at++) {
            // A control character is an error in TOML; what else is beyond ASCII is left to TOML's parser.
            if (raw.charAt(at) < ' ' || raw.charAt(at) > '~') {
                return false;
            }
        }
        String line = raw.strip();
        return line.isEmpty()
                || line.charAt(0) == '#'
                || (line.charAt(0) == '[' ? takesHeader(line) : takesSetting(line));
    }

    private boolean takesHeader(String line) {
        String start = "[" + ConfigReader.PROFILE + ".";
        if (!line.startsWith(start) || !line.endsWith("]")) {
            return false;
        }
        close();
        open = line.substring(start.length(), line.length() - 1);
        return Profile.isName(open) && !profiles.containsKey(open);
    }

    private void close() {
        if (open != null) {
            profiles.put(open, new Profile(open, new EnumMap<>(values)));
            values.clear();
        }
    }

    private boolean takesSetting(String line) {
        int equals = line.indexOf('=');
        int quote = line.indexOf('"');
        int end = line.indexOf('"', quote + 1);
        if (equals < 0 || quote < equals || end < 0 || line.indexOf('\\') >= 0) {
            return false;
        }
        String between = line.substring(equals + 1, quote);
        String behind = line.substring(end + 1).strip();
        if (!between.isBlank() || (!behind.isEmpty() && behind.charAt(0) != '#')) {
            return false;
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(quote + 1, end);
        if (open == null) {
            boolean first = chosen == null && name.equals(ConfigReader.DEFAULT_PROFILE);
            chosen = value;
            return first;
        }
        Key key = ProfileKeys.find(name);
        return key != null && ProfileKeys.trouble(key, value) == null && values.put(key, value) == null;
    }
}
