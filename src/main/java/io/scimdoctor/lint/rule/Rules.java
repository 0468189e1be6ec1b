package io.scimdoctor.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of all rules. */
public final class Rules {
    private static final Rules RULES = new Rules();

    private final Map<String, LintRule> rules = new LinkedHashMap<>();

    private Rules() {
        for (JsonNode row : Resource.json(Rules.class, "rules.json").path("rules")) {
            rules.put(
                    row.path("id").asText(),
                    new LintRule(
                            row.path("id").asText(),
                            Json.constant(Grade.class, row.path("grade")),
                            row.path("message").asText(),
                            row.path("instead").textValue(),
                            row.path("why").asText(),
                            Resource.basis(row.path("basis")),
                            row.path("condition").textValue(),
                            row.path("refused").asBoolean()));
        }
    }

    /** The table that ships with the program; read once. */
    public static Rules load() {
        return RULES;
    }

    /** All rules in the order of the table. */
    public Collection<LintRule> all() {
        return rules.values();
    }

    /** The rule of that id, or null. */
    public @Nullable LintRule find(String id) {
        return rules.get(id);
    }

    /** @throws IllegalArgumentException for an id that the table does not have */
    LintRule get(String id) {
        LintRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return rule;
    }
}
