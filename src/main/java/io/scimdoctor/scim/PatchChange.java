package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a PATCH body does to one attribute (RFC 7644, section 3.5.2).
 *
 * @param op add, remove or replace
 * @param path without the URN of a core schema
 * @param value a missing node when there is none
 */
public record PatchChange(String op, String path, JsonNode value) {
    /** The changes of a body; one operation makes several when its value names the attributes. */
    public static List<PatchChange> of(JsonNode body) {
        List<PatchChange> changes = new ArrayList<>();
        for (JsonNode operation : Json.field(body, "Operations")) {
            String op = Json.field(operation, "op").asText("").toLowerCase(Locale.ROOT);
            String path = Json.field(operation, "path").asText("").strip();
            JsonNode value = Json.field(operation, "value");
            if (path.isEmpty()) {
                of(op, "", value, changes);
            } else {
                changes.add(new PatchChange(op, Attributes.withoutCoreUrn(path), value));
            }
        }
        return changes;
    }

    /** Extensions nest their attributes one level deeper. */
    private static void of(String op, String prefix, JsonNode value, List<PatchChange> changes) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = prefix + member.getKey();
            if (prefix.isEmpty()
                    && Attributes.startsWith(name, "urn:")
                    && member.getValue().isObject()) {
                of(op, name + ":", member.getValue(), changes);
            } else {
                changes.add(new PatchChange(op, Attributes.withoutCoreUrn(name), member.getValue()));
            }
        }
    }

    /** Whether a path, without the URN of the core schema, leads to the members of a group. */
    public static boolean isMembers(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.equals("members") || lower.startsWith("members[") || lower.startsWith("members.");
    }

    public boolean isMembers() {
        return isMembers(path);
    }

    public boolean is(String word) {
        return op.equals(word);
    }
}
