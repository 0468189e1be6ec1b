package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.exchange.LatePattern;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** The variables of a text: the values that it gives them, and the names of those whose value it does not tell. */
final class Names {
    /** {@code $name}, {@code ${name}} or {@code $(command)}; not {@code $filter=}, where an OData parameter is meant. */
    static final LatePattern VARIABLE = LatePattern.of(RequestScan.FORMS.get("VARIABLE"));

    /** Of Postman and most others; of Yaak; of Hoppscotch. */
    private static final LatePattern PLACEHOLDER = LatePattern.of(RequestScan.FORMS.get("PLACEHOLDER"));

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
        return new TextNode(blank(name, name));
    }

    /** What a variable puts into a text: its value, or a blank. */
    String text(String name) {
        return text(name, name);
    }

    private String text(String name, String shown) {
        JsonNode known = values.get(plain(name));
        return known != null && known.isValueNode() ? known.asText() : blank(name, shown);
    }

    /** A text with the values of {@code {{name}}}, or blanks; Insomnia writes an underscore before its names. */
    String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(text(found.group(1), "{{" + found.group(1) + "}}")));
    }

    private String blank(String name, String shown) {
        unknown.add(shown);
        String word = name.replaceAll("[^\\p{L}\\d]", "");
        return "{" + (word.isEmpty() ? "value" : word.substring(0, Math.min(30, word.length()))) + "}";
    }

    /** Counts what was read, some of it again and again: whether it is so much that no script can be meant. */
    boolean isSpentBy(int characters) {
        read += characters;
        return read > MOST_READ;
    }

    /** Notes whether the members of an object are not all known. */
    void hole(boolean open) {
        holes += open ? 1 : 0;
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
