package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables of a text: the values that it gives them, and the names of those whose value it does not tell. */
final class Names {
    private static final long MOST_READ = 10_000_000;

    private final Map<String, JsonNode> values = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final boolean powerShell;
    private int holes;
    private long read;

    Names(boolean powerShell) {
        this.powerShell = powerShell;
    }

    boolean isPowerShell() {
        return powerShell;
    }

    void put(String name, JsonNode value) {
        values.put(plain(name), value);
    }

    /** Enters one member of a variable, such as {@code headers["Accept"] = "application/json"}. */
    void put(String name, String member, JsonNode value) {
        if (values.get(plain(name)) instanceof ObjectNode object) {
            object.set(member, value);
        }
    }

    /** The value of a variable, or a blank that bears its name. */
    JsonNode value(String name) {
        JsonNode known = values.get(plain(name));
        if (known != null) {
            return known;
        }
        holes++;
        return new TextNode(blank(name));
    }

    /** What a variable puts into a text. */
    String text(String name) {
        JsonNode known = values.get(plain(name));
        return known != null && known.isValueNode() ? known.asText() : blank(name);
    }

    /** The value of {@code {{name}}}, or a blank; Insomnia writes an underscore before its names. */
    String placeholder(String name) {
        String bare = name.startsWith("_.") ? name.substring(2) : name;
        JsonNode known = values.get(plain(bare));
        return known != null && known.isValueNode() ? known.asText() : blank(bare, "{{" + bare + "}}");
    }

    private String blank(String name) {
        return blank(name, name);
    }

    private String blank(String name, String shown) {
        unknown.add(shown);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length() && word.length() < 30; i++) {
            char c = name.charAt(i);
            word.append(Character.isLetterOrDigit(c) ? String.valueOf(c) : "");
        }
        return "{" + (word.length() == 0 ? "value" : word) + "}";
    }

    /** Counts what was read, some of it again and again: whether it is so much that no script can be meant. */
    boolean isSpentBy(int characters) {
        read += characters;
        return read > MOST_READ;
    }

    /** Notes that the members of an object are not all known. */
    void hole() {
        holes++;
    }

    /** How many values on their own were not known so far. */
    int holes() {
        return holes;
    }

    /** The names that were asked for and not known since the last time. */
    List<String> takeUnknown() {
        List<String> taken = List.copyOf(unknown);
        unknown.clear();
        return taken;
    }

    private static String plain(String name) {
        String bare = name.startsWith("$") ? name.substring(1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }
}
