package io.scimdoctor.scim;

import io.scimdoctor.scim.Filter.LiteralKind;
import io.scimdoctor.scim.Filter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds one parsed filter against the tables and collects the rules that it breaks. */
final class FilterJudge {
    private static final String[] OTHER_SPELLINGS = {"member.value", "members.value", "group.value", "groups.value"};

    private final FilterRules rules;
    private final ResourceKind kind;
    private final List<Violation> violations;
    /** The clauses whose attribute cannot be filtered on; no other rule is applied to them. */
    private final List<Filter> unserved = new ArrayList<>();

    FilterJudge(FilterRules rules, ResourceKind kind, List<Violation> violations) {
        this.rules = rules;
        this.kind = kind;
        this.violations = violations;
    }

    void judge(Filter filter) {
        List<Filter> clauses = filter instanceof Filter.And and ? and.terms() : List.of(filter);
        for (Filter clause : clauses) {
            clause(clause, clauses.size());
        }
    }

    private void clause(Filter clause, int clauses) {
        if (clause instanceof Filter.Comparison comparison) {
            comparison(comparison, clauses);
        } else if (clause instanceof Filter.Not not) {
            negation(not, clauses);
        } else if (clause instanceof Filter.Or or) {
            add("filter-logic", "clauses are joined with 'and' only; send one request per alternative", or, null);
            or.terms().forEach(this::judgeAlternative);
        } else if (clause instanceof Filter.ValuePath path) {
            valuePath(path);
        } else if (clause instanceof Filter.Group group) {
            add("filter-grouping", "parentheses are not served, except after 'not'", clause, null);
            judgeAlternative(group.inner());
        }
    }

    private void valuePath(Filter.ValuePath path) {
        String name = path.attribute();
        boolean part = rules.rule(kind, name + ".value") != null;
        String message = part
                ? "value paths such as '" + name + "[…]' are not served in filters; " + name + ".value is"
                : "'" + name + "' cannot be filtered on, nor can a part of it; " + hint(name, null);
        add("filter-value-path", message, path, null);
        unserved.add(path);
    }

    /** Whether a fault lies in a clause whose attribute cannot be filtered on, so that mending it would not help. */
    boolean isIdle(Violation fault, String text) {
        for (Filter clause : unserved) {
            boolean within = fault.start() >= clause.start() && fault.end() <= clause.end();
            boolean behind = clause instanceof Filter.ValuePath
                    && fault.start() >= clause.end()
                    && text.substring(clause.end(), fault.start()).isBlank();
            if (within || behind) {
                return true;
            }
        }
        return false;
    }

    /** Judges the inside of a form that is refused as a filter of its own: the author may write it instead. */
    private void judgeAlternative(Filter inner) {
        List<Filter> clauses = inner instanceof Filter.And and ? and.terms() : List.of(inner);
        for (Filter clause : clauses) {
            if (clause instanceof Filter.Comparison comparison) {
                comparison(comparison, clauses.size());
            }
        }
    }

    private void negation(Filter.Not not, int clauses) {
        if (not.inner() instanceof Filter.Comparison comparison) {
            FilterRule rule = rules.rule(kind, comparison.attribute());
            if (rule != null && rule.negatable().contains(comparison.operator())) {
                comparison(comparison, clauses);
                return;
            }
        }
        String message = kind == ResourceKind.USERS
                ? "'not' is served only around 'ew' on userName or mailNickname"
                : "'not' is not served here";
        add("filter-negation", message, not, null);
    }

    private void comparison(Filter.Comparison comparison, int clauses) {
        FilterRule rule = rules.rule(kind, comparison.attribute());
        if (rule == null) {
            attribute(comparison);
            return;
        }
        if (!rule.operators().contains(comparison.operator())) {
            String message = "'" + comparison.operator().word() + "' is not served on " + local(rule.attribute())
                    + "; it takes " + words(rule.operators());
            add("filter-operator", message, comparison, null);
        }
        if (rule.alone() && clauses > 1) {
            add("filter-alone", rule.attribute() + " must be the only clause of a filter", comparison, null);
        }
        if (comparison.value() != null) {
            value(rule, comparison.value());
        }
    }

    private void attribute(Filter.Comparison comparison) {
        String name = comparison.attribute();
        int end = comparison.start() + name.length();
        if (rules.withdrawn(kind, name) != null) {
            unserved.add(comparison);
            violations.add(new Violation(
                    "filter-withdrawn",
                    "displayName of users was served by a preview only; find people by userName, id or externalId",
                    comparison.start(),
                    end,
                    null));
            return;
        }
        FilterRule qualified = qualified(name);
        if (qualified != null) {
            violations.add(new Violation(
                    "filter-unqualified",
                    "'" + name + "' needs its full name with the URN in front",
                    comparison.start(),
                    end,
                    qualified.attribute()));
            return;
        }
        FilterRule near = near(name);
        String replacement = near == null ? null : near.attribute();
        if (near == null) {
            unserved.add(comparison);
        }
        violations.add(new Violation(
                "filter-attribute",
                "'" + name + "' cannot be filtered on; " + hint(name, near),
                comparison.start(),
                end,
                replacement));
    }

    private String hint(String name, @Nullable FilterRule near) {
        if (near != null) {
            return "did you mean " + local(near.attribute()) + "?";
        }
        ResourceKind other = kind == ResourceKind.USERS ? ResourceKind.GROUPS : ResourceKind.USERS;
        FilterRule elsewhere = rules.rule(other, name);
        if (kind.isDirectory() && elsewhere != null) {
            return "it is a filter of /" + other.segment();
        }
        List<String> names = new ArrayList<>();
        rules.rules(kind).forEach(rule -> names.add(local(rule.attribute())));
        return names.isEmpty()
                ? "filters are served on users and groups only"
                : "served are " + String.join(", ", names);
    }

    /** The attribute of an extension that a bare name means. */
    private @Nullable FilterRule qualified(String name) {
        for (FilterRule rule : rules.rules(kind)) {
            boolean extension = rule.attribute().startsWith("urn:");
            if (extension && local(rule.attribute()).equalsIgnoreCase(local(name))) {
                return rule;
            }
        }
        return null;
    }

    private @Nullable FilterRule near(String name) {
        String typed = local(name).toLowerCase(Locale.ROOT);
        for (int i = 0; i < OTHER_SPELLINGS.length; i += 2) {
            typed = typed.equals(OTHER_SPELLINGS[i]) ? OTHER_SPELLINGS[i + 1] : typed;
        }
        List<String> names = new ArrayList<>();
        rules.rules(kind).forEach(rule -> names.add(local(rule.attribute())));
        String nearest = typed.length() < 4 ? null : Nearest.of(typed, names);
        for (FilterRule rule : rules.rules(kind)) {
            if (local(rule.attribute()).equals(nearest)) {
                return rule;
            }
        }
        return null;
    }

    private void value(FilterRule rule, Filter.Literal value) {
        String name = local(rule.attribute());
        boolean string = value.kind() == LiteralKind.STRING;
        boolean bool = value.text().equalsIgnoreCase("true") || value.text().equalsIgnoreCase("false");
        switch (rule.value()) {
            case BOOLEAN -> {
                if (value.kind() != LiteralKind.BOOLEAN) {
                    String plain = bool ? value.text().toLowerCase(Locale.ROOT) : null;
                    faulty(name + " takes true or false without quotes", value, plain);
                }
            }
            case STRING -> {
                if (!string) {
                    faulty(name + " takes a text in double quotes", value, FilterWords.quoted(value.text()));
                }
            }
            case GUID -> {
                if (!string || !(ScimUrl.isGuid(value.text()) || ScimUrl.isPlaceholder(value.text()))) {
                    faulty(name + " takes an object id (a GUID) in double quotes", value, null);
                }
            }
        }
    }

    private void faulty(String message, Filter.Literal value, @Nullable String replacement) {
        violations.add(new Violation("filter-value", message, value.start(), value.end(), replacement));
    }

    private void add(String ruleId, String message, Filter where, @Nullable String replacement) {
        violations.add(new Violation(ruleId, message, where.start(), where.end(), replacement));
    }

    private static String local(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }

    private static String words(Set<Operator> operators) {
        Set<String> words = new TreeSet<>();
        operators.forEach(operator -> words.add(operator.word()));
        return String.join(" and ", words);
    }
}
