package io.scimdoctor.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * The patterns of a data file, each below a line such as {@code # NAME: what it is for}. A line is an alternative, or goes on
 * with the one above when it begins with two blanks. What stands in double braces is the name of another one.
 */
public final class Patterns {
    private final JsonNode byName;

    Patterns(JsonNode byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException when the file has none of that name; an empty one would fit everything */
    public String get(String name) {
        String pattern = byName.path(name).asText();
        if (pattern.isEmpty()) {
            throw new IllegalStateException("no pattern is called " + name);
        }
        return pattern;
    }

    /** The alternatives of one that lists plain words. */
    public List<String> words(String name) {
        return List.of(get(name).split("\\|"));
    }

    /** The patterns by their names, each with those that it names put in. */
    public static ObjectNode read(String text) {
        ObjectNode patterns = JsonNodeFactory.instance.objectNode();
        String key = "";
        for (String line : text.split("\n")) {
            if (line.startsWith("# ")) {
                key = line.substring(2, line.indexOf(':'));
            } else if (!line.isEmpty()) {
                String more = line.startsWith("  ") ? line.substring(2) : patterns.has(key) ? "|" + line : line;
                patterns.put(key, patterns.path(key).asText() + more);
            }
        }
        patterns.properties().forEach(entry -> entry.setValue(new TextNode(whole(patterns, entry.getKey()))));
        return patterns;
    }

    private static String whole(ObjectNode patterns, String name) {
        String pattern = patterns.path(name).asText();
        for (int open = pattern.indexOf("{{"); open >= 0; open = pattern.indexOf("{{", open)) {
            int close = pattern.indexOf("}}", open);
            String inner = whole(patterns, pattern.substring(open + 2, close));
            pattern = pattern.substring(0, open) + inner + pattern.substring(close + 2);
        }
        return pattern;
    }
}
