package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.json.Bencode;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition with the rules that recognise it; it is decoded when it is first needed. */
final class Row {
    /** Where a row has its rules. */
    static final String MATCH = "match";

    /** Where a row says what it needs of the request, whatever the rules say. */
    static final String ONLY = "only";

    private final String id;
    private final String packed;
    private final List<Rule> rules = new ArrayList<>();
    private volatile @Nullable Decoded decoded;

    private record Decoded(Condition condition, Match only) {}

    Row(String id, String packed) {
        this.id = id;
        this.packed = packed;
    }

    /** Adds a rule, before anybody reads the row. */
    Rule add(String packedRule) {
        Rule rule = new Rule(this, packedRule);
        rules.add(rule);
        return rule;
    }

    /**
     * The condition and each of the rules, packed.
     *
     * @throws IllegalArgumentException when the row is not of the catalogue's form, naming it
     */
    static List<String> pack(String id, JsonNode json) {
        try {
            List<String> parts = new ArrayList<>();
            ObjectNode head = json.deepCopy();
            head.remove(MATCH);
            decode(head, id);
            Match.check(head.path(ONLY));
            parts.add(Bencode.write(head));
            for (JsonNode rule : json.path(MATCH)) {
                Match.check(rule);
                parts.add(Bencode.write(rule));
            }
            return parts;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    String id() {
        return id;
    }

    Condition condition() {
        return decoded().condition();
    }

    private Decoded decoded() {
        Decoded known = decoded;
        if (known == null) {
            known = decode(Bencode.read(packed), id);
            decoded = known;
        }
        return known;
    }

    private static Decoded decode(JsonNode head, String id) {
        return new Decoded(condition(head, id), new Match(head.path(ONLY)));
    }

    List<Rule> rules() {
        return rules;
    }

    /**
     * Whether one of the rules could hold if the answer said something else; a row without rules is found in other ways.
     * What the request rules out is never open.
     */
    boolean isOpenTo(Observation seen) {
        return decoded().only().allows(seen)
                && (rules.isEmpty()
                        || rules.stream().anyMatch(rule -> rule.match().isOpenTo(seen)));
    }

    static Condition condition(JsonNode json, String id) {
        List<Integer> statuses = new ArrayList<>();
        for (JsonNode status : json.path("statuses")) {
            statuses.add(status.asInt());
        }
        return new Condition(
                id,
                json.path("title").asText(),
                errors(json.path("error")),
                Json.constant(Severity.class, json.path("severity")),
                Json.constant(Confidence.class, json.path("confidence")),
                Json.constant(Owner.class, json.path("owner")),
                statuses);
    }

    private static Map<Integer, String> errors(JsonNode error) {
        Map<Integer, String> errors = new HashMap<>();
        if (error.isTextual()) {
            errors.put(Condition.ANY_STATUS, error.textValue());
        }
        for (Map.Entry<String, JsonNode> field : error.properties()) {
            errors.put(Integer.valueOf(field.getKey()), field.getValue().asText());
        }
        return errors;
    }
}
