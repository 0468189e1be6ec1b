package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Filter.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether this API serves a filter: an allow-list of attributes and operators, joined by {@code and} only. */
public final class FilterRules {
    private static final FilterRules RULES = new FilterRules();

    private final List<FilterRule> users;
    private final List<FilterRule> groups;
    private final FilterRule withdrawn;
    private final JsonNode meant;

    private FilterRules() {
        JsonNode tables = Resource.json(FilterRules.class, "filters.json");
        users = rules(tables.path("users"));
        groups = rules(tables.path("groups"));
        withdrawn = rules(tables.path("withdrawn")).get(0);
        meant = tables.path("meant");
    }

    /** The tables that ship with the program; read once. */
    public static FilterRules load() {
        return RULES;
    }

    /** What can be filtered on users or groups; nothing on any other resource. */
    public List<FilterRule> rules(ResourceKind kind) {
        return kind == ResourceKind.USERS ? users : kind == ResourceKind.GROUPS ? groups : List.of();
    }

    /** The rule for an attribute as a filter names it, or null when it cannot be filtered on. */
    public @Nullable FilterRule rule(ResourceKind kind, String attribute) {
        String name = Attributes.withoutCoreUrn(attribute);
        return First.of(rules(kind), rule -> rule.attribute().equalsIgnoreCase(name));
    }

    /** Parses and judges a filter: the first rule that it breaks, or null when the API serves it. */
    public @Nullable Violation check(ResourceKind kind, String text) {
        List<Violation> violations = violations(kind, text);
        return violations.isEmpty() ? null : violations.get(0);
    }

    /**
     * Parses and judges a filter: every rule that it breaks, faults of syntax first. Of a clause on an attribute that cannot
     * be filtered on nothing else is said.
     */
    public List<Violation> violations(ResourceKind kind, String text) {
        FilterResult<Filter> result = FilterParser.parse(text);
        FilterJudge judge = new FilterJudge(this, kind, new ArrayList<>(), new ArrayList<>());
        if (result.filter() != null) {
            judge.judge(result.filter());
        }
        List<Violation> violations = new ArrayList<>(result.faults());
        violations.removeIf(fault -> judge.isIdle(fault, text));
        violations.addAll(judge.violations());
        return violations;
    }

    /** The operator that a word or sign of another language stands for, or null. */
    @Nullable
    Operator meant(String written) {
        return Slugged.find(
                Operator.values(), meant.path(written.toLowerCase(Locale.ROOT)).textValue());
    }

    /** Whether the attribute was served once, by a preview only. */
    boolean isWithdrawn(ResourceKind kind, String attribute) {
        String name = Attributes.withoutCoreUrn(attribute);
        return kind == ResourceKind.USERS && withdrawn.attribute().equalsIgnoreCase(name);
    }

    private static List<FilterRule> rules(JsonNode table) {
        List<FilterRule> rules = new ArrayList<>();
        for (JsonNode row : table) {
            rules.add(new FilterRule(
                    row.path("attribute").asText(),
                    operators(row.path("operators")),
                    Json.constant(FilterRule.Value.class, row.path("value")),
                    operators(row.path("negatable")),
                    row.path("alone").asBoolean(),
                    row.path("basicProfile").asBoolean(),
                    Resource.basis(row.path("basis"))));
        }
        return rules;
    }

    private static Set<Operator> operators(JsonNode words) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        words.forEach(word -> operators.add(Json.constant(Operator.class, word)));
        return operators;
    }
}
