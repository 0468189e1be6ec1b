package io.scimdoctor.scim;

import io.scimdoctor.exchange.First;
import io.scimdoctor.scim.Filter.LiteralKind;
import io.scimdoctor.scim.Filter.Operator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds one parsed filter against the tables and collects the rules that it breaks.
 *
 * @param violations is filled with them
 * @param unserved is filled with the clauses whose attribute cannot be filtered on; no other rule is applied to them
 */
record FilterJudge(FilterRules rules, ResourceKind kind, List<Violation> violations, List<Filter> unserved) {
    void judge(Filter filter) {
        List<Filter> clauses = clauses(filter);
        for (Filter clause : clauses) {
            if (clause instanceof Filter.Comparison comparison) {
                comparison(comparison, clauses.size());
            } else if (clause instanceof Filter.Not not) {
                negation(not, clauses.size());
            } else if (clause instanceof Filter.Or or) {
                add("filter-logic", "clauses are joined with 'and' only; send one request per alternative", or);
                or.terms().forEach(this::judgeAlternative);
            } else if (clause instanceof Filter.ValuePath path) {
                valuePath(path);
            } else if (clause instanceof Filter.Group group) {
                add("filter-grouping", "parentheses are not served, except after 'not'", group);
                judgeAlternative(group.inner());
            }
        }
    }

    /** Judges the inside of a form that is refused as a filter of its own: the author may write it instead. */
    private void judgeAlternative(Filter inner) {
        List<Filter> clauses = clauses(inner);
        for (Filter clause : clauses) {
            if (clause instanceof Filter.Comparison comparison) {
                comparison(comparison, clauses.size());
            }
        }
    }

    private static List<Filter> clauses(Filter filter) {
        return filter instanceof Filter.And and ? and.terms() : List.of(filter);
    }

    private void valuePath(Filter.ValuePath path) {
        String name = path.attribute();
        boolean part = rules.rule(kind, name + ".value") != null;
        String message = part
                ? "value paths such as '" + name + "[…]' are not served in filters; " + name + ".value is"
                : "'" + name + "' cannot be filtered on, nor can a part of it; " + hint(name, null);
        add("filter-value-path", message, path);
        unserved.add(path);
    }

    /** Whether a fault lies in a clause whose attribute cannot be filtered on, so that mending it would not help. */
    boolean isIdle(Violation fault, String text) {
        return unserved.stream().anyMatch(clause -> {
            boolean within = fault.start() >= clause.start() && fault.end() <= clause.end();
            boolean behind = clause instanceof Filter.ValuePath
                    && fault.start() >= clause.end()
                    && text.substring(clause.end(), fault.start()).isBlank();
            return within || behind;
        });
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
                : "'not' is not supported";
        add("filter-negation", message, not);
    }

    private void comparison(Filter.Comparison comparison, int clauses) {
        FilterRule rule = rules.rule(kind, comparison.attribute());
        if (rule == null) {
            attribute(comparison);
            return;
        }
        if (!rule.operators().contains(comparison.operator())) {
            Stream<String> served =
                    rule.operators().stream().map(Operator::slug).sorted();
            String message = "'" + comparison.operator().slug() + "' is not served on "
                    + Attributes.local(rule.attribute()) + "; it takes " + served.collect(Collectors.joining(" and "));
            add("filter-operator", message, comparison);
        }
        if (rule.alone() && clauses > 1) {
            add("filter-alone", rule.attribute() + " must be the only clause of a filter", comparison);
        }
        if (comparison.value() != null) {
            value(rule, comparison.value());
        }
    }

    private void attribute(Filter.Comparison comparison) {
        String name = comparison.attribute();
        FilterRule qualified = First.of(
                rules.rules(kind),
                rule -> rule.attribute().startsWith("urn:")
                        && Attributes.local(rule.attribute()).equalsIgnoreCase(Attributes.local(name)));
        FilterRule near = near(name);
        if (rules.isWithdrawn(kind, name)) {
            unserved.add(comparison);
            String message =
                    "users cannot be filtered by displayName (only the preview could); use userName, id or externalId";
            name("filter-withdrawn", message, comparison, null);
        } else if (qualified != null) {
            String message = "'" + name + "' needs its full name with the URN in front";
            name("filter-unqualified", message, comparison, qualified);
        } else {
            if (near == null) {
                unserved.add(comparison);
            }
            name("filter-attribute", "'" + name + "' cannot be filtered on; " + hint(name, near), comparison, near);
        }
    }

    private String hint(String name, @Nullable FilterRule near) {
        if (near != null) {
            return "did you mean " + Attributes.local(near.attribute()) + "?";
        }
        ResourceKind other = kind == ResourceKind.USERS ? ResourceKind.GROUPS : ResourceKind.USERS;
        if (kind.isDirectory() && rules.rule(other, name) != null) {
            return "it is a filter of /" + other.segment();
        }
        return kind.isDirectory()
                ? "served are " + String.join(", ", names())
                : "filters are served on users and groups only";
    }

    private List<String> names() {
        return rules.rules(kind).stream()
                .map(rule -> Attributes.local(rule.attribute()))
                .toList();
    }

    private @Nullable FilterRule near(String name) {
        String typed = Attributes.local(name).toLowerCase(Locale.ROOT);
        String spelt = typed.equals("member.value") || typed.equals("group.value") ? typed.replace(".", "s.") : typed;
        String nearest = spelt.length() < 4 ? null : Nearest.of(spelt, names());
        return First.of(
                rules.rules(kind), rule -> Attributes.local(rule.attribute()).equals(nearest));
    }

    private void value(FilterRule rule, Filter.Literal value) {
        String text = value.text();
        boolean string = value.kind() == LiteralKind.STRING;
        boolean bool = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        String replacement = bool ? text.toLowerCase(Locale.ROOT) : null;
        String wanted = switch (rule.value()) {
            case BOOLEAN -> value.kind() == LiteralKind.BOOLEAN ? null : "true or false without quotes";
            case STRING -> {
                replacement = FilterWords.quoted(text);
                yield string ? null : "a text in double quotes";
            }
            case GUID -> {
                replacement = null;
                boolean id = string && (ScimUrl.isGuid(text) || ScimUrl.isPlaceholder(text));
                yield id ? null : "an object id (a GUID) in double quotes";
            }
        };
        if (wanted != null) {
            String message = Attributes.local(rule.attribute()) + " takes " + wanted;
            violations.add(new Violation("filter-value", message, value.start(), value.end(), replacement));
        }
    }

    private void add(String ruleId, String message, Filter where) {
        violations.add(new Violation(ruleId, message, where.start(), where.end(), null));
    }

    /** Says something of the attribute of a clause, and which other one to write instead. */
    private void name(String ruleId, String message, Filter.Comparison where, @Nullable FilterRule instead) {
        int end = where.start() + where.attribute().length();
        String replacement = instead == null ? null : instead.attribute();
        violations.add(new Violation(ruleId, message, where.start(), end, replacement));
    }
}
