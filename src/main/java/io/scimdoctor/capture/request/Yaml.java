package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Reads as much of YAML as collections of requests use: members, lists of them, and texts over several lines. */
final class Yaml {
    private static final LatePattern MEMBER =
            LatePattern.of("(?<key>[\\w.$-]++):(?: (?<quote>[\"']?)(?<value>.*)\\k<quote>)?");
    private static final int DEEPEST = 60;

    private final List<String> lines;
    private int at;

    private Yaml(List<String> lines) {
        this.lines = lines;
    }

    static JsonNode read(String text) {
        return new Yaml(new ArrayList<>(text.lines().toList())).block(0);
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private boolean isWithin(int indent) {
        return at < lines.size() && (lines.get(at).isBlank() || depth(lines.get(at)) >= indent);
    }

    private JsonNode block(int indent) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        while (isWithin(indent)) {
            String line = lines.get(at);
            int depth = depth(line);
            if (line.startsWith("- ", depth) && depth < DEEPEST) {
                // What follows the hyphen stands as deep as the lines below it.
                lines.set(at, " ".repeat(depth + 2) + line.substring(depth + 2));
                list.add(block(depth + 2));
            } else {
                at++;
                member(members, MEMBER.matcher(line.strip()), depth);
            }
        }
        return list.isEmpty() ? members : list;
    }

    private void member(ObjectNode members, Matcher member, int depth) {
        if (!member.matches()) {
            return;
        }
        String value = member.group("value");
        if (value == null && depth < DEEPEST) {
            members.set(member.group("key"), block(depth + 1));
        } else if (value != null && value.matches("[|>][-+]?")) {
            StringBuilder text = new StringBuilder();
            while (isWithin(depth + 1)) {
                text.append(lines.get(at++)).append('\n');
            }
            members.put(member.group("key"), text.toString().stripIndent().strip());
        } else if (value != null) {
            members.put(member.group("key"), value.replace("\\\"", "\""));
        }
    }
}
