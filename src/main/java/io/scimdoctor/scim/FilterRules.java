package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.scim.Filter.LiteralKind;
import io.scimdoctor.scim.Filter.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides whether this API serves a filter: an allow-list of attributes and operators, joined by {@code and} only. */
public final class FilterRules {
    private final List<FilterRule> users;
    private final List<FilterRule> groups;

    private FilterRules(List<FilterRule> users, List<FilterRule> groups) {
        this.users = List.copyOf(users);
        this.groups = List.copyOf(groups);
    }

    /** Reads the tables that ship with the program. */
    public static FilterRules load() {
        JsonNode tables = ScimResources.read("filters.json");
        return new FilterRules(rules(tables.path("users")), rules(tables.path("groups")));
    }

    /** What can be filtered on users or groups; nothing on any other resource. */
    public List<FilterRule> rules(ResourceKind kind) {
        return switch (kind) {
            case USERS -> users;
            case GROUPS -> groups;
            case SERVICE_PROVIDER_CONFIG, RESOURCE_TYPES, SCHEMAS, UNKNOWN, OUTSIDE -> List.of();
        };
    }

    /** The rule for an attribute as a filter names it, or null when it cannot be filtered on. */
    public @Nullable FilterRule rule(ResourceKind kind, String attribute) {
        String name = Attributes.withoutCoreUrn(attribute);
        for (FilterRule rule : rules(kind)) {
            if (rule.attribute().equalsIgnoreCase(name)) {
                return rule;
            }
        }
        return null;
    }

    /** Parses and judges a filter: the first rule that it breaks, or null when the API serves it. */
    public @Nullable Violation check(ResourceKind kind, String text) {
        FilterResult result = FilterParser.parse(text);
        if (result instanceof FilterResult.Invalid invalid) {
            return new Violation("filter-syntax", invalid.message(), invalid.start(), invalid.end());
        }
        return check(kind, ((FilterResult.Parsed) result).filter());
    }

    /** Judges a parsed filter: the first rule that it breaks, or null when the API serves it. */
    public @Nullable Violation check(ResourceKind kind, Filter filter) {
        List<Filter> clauses = filter instanceof Filter.And and ? and.terms() : List.of(filter);
        for (Filter clause : clauses) {
            Violation violation = clause(kind, clause, clauses.size());
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private @Nullable Violation clause(ResourceKind kind, Filter clause, int clauses) {
        if (clause instanceof Filter.Comparison comparison) {
            return comparison(kind, comparison, clauses);
        }
        if (clause instanceof Filter.Not not) {
            return negation(kind, not, clauses);
        }
        if (clause instanceof Filter.Or or) {
            return violation(
                    "filter-logic", "clauses are joined with 'and' only; send one request per alternative", or);
        }
        if (clause instanceof Filter.ValuePath path) {
            return violation(
                    "filter-value-path", "value paths such as '" + path.attribute() + "[…]' are not served", path);
        }
        return violation("filter-grouping", "parentheses are not served, except after 'not'", clause);
    }

    private @Nullable Violation negation(ResourceKind kind, Filter.Not not, int clauses) {
        if (not.inner() instanceof Filter.Comparison comparison) {
            FilterRule rule = rule(kind, comparison.attribute());
            if (rule != null && rule.negatable().contains(comparison.operator())) {
                return comparison(kind, comparison, clauses);
            }
        }
        return violation(
                "filter-negation",
                kind == ResourceKind.USERS
                        ? "'not' is served only around 'ew' on userName or mailNickname"
                        : "'not' is not served here",
                not);
    }

    private @Nullable Violation comparison(ResourceKind kind, Filter.Comparison comparison, int clauses) {
        FilterRule rule = rule(kind, comparison.attribute());
        if (rule == null) {
            return violation(
                    "filter-attribute",
                    "'" + comparison.attribute() + "' cannot be filtered on; " + choices(kind),
                    comparison);
        }
        if (!rule.operators().contains(comparison.operator())) {
            return violation(
                    "filter-operator",
                    "'" + comparison.operator().word() + "' is not served on " + rule.attribute() + "; it takes "
                            + words(rule.operators()),
                    comparison);
        }
        if (rule.alone() && clauses > 1) {
            return violation("filter-alone", rule.attribute() + " must be the only clause of a filter", comparison);
        }
        Filter.Literal value = comparison.value();
        String fault = value == null ? null : valueFault(rule, value);
        return value == null || fault == null ? null : new Violation("filter-value", fault, value.start(), value.end());
    }

    private static @Nullable String valueFault(FilterRule rule, Filter.Literal value) {
        return switch (rule.value()) {
            case BOOLEAN ->
                value.kind() == LiteralKind.BOOLEAN ? null : rule.attribute() + " takes true or false without quotes";
            case STRING ->
                value.kind() == LiteralKind.STRING ? null : rule.attribute() + " takes a text in double quotes";
            case GUID ->
                value.kind() == LiteralKind.STRING && ScimUrl.isGuid(value.text())
                        ? null
                        : rule.attribute() + " takes an object id (a GUID) in double quotes";
        };
    }

    private String choices(ResourceKind kind) {
        List<String> names = new ArrayList<>();
        rules(kind)
                .forEach(rule ->
                        names.add(rule.attribute().substring(rule.attribute().lastIndexOf(':') + 1)));
        return names.isEmpty()
                ? "filters are served on users and groups only"
                : "served are " + String.join(", ", names);
    }

    private static String words(Set<Operator> operators) {
        Set<String> words = new TreeSet<>();
        operators.forEach(operator -> words.add(operator.word()));
        return String.join(" and ", words);
    }

    private static Violation violation(String ruleId, String message, Filter where) {
        return new Violation(ruleId, message, where.start(), where.end());
    }

    private static List<FilterRule> rules(JsonNode table) {
        List<FilterRule> rules = new ArrayList<>();
        for (JsonNode row : table) {
            rules.add(new FilterRule(
                    row.path("attribute").asText(),
                    operators(row.path("operators")),
                    FilterRule.Value.valueOf(row.path("value").asText().toUpperCase(Locale.ROOT)),
                    operators(row.path("negatable")),
                    row.path("alone").asBoolean(),
                    row.path("basicProfile").asBoolean(),
                    basis(row.path("basis"))));
        }
        return rules;
    }

    private static Set<Operator> operators(JsonNode words) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        words.forEach(word -> operators.add(Operator.valueOf(word.asText().toUpperCase(Locale.ROOT))));
        return operators;
    }

    private static Basis basis(JsonNode basis) {
        return new Basis(
                Basis.Kind.valueOf(basis.path("kind").asText().toUpperCase(Locale.ROOT)),
                basis.path("source").asText(),
                basis.path("date").asText());
    }
}
