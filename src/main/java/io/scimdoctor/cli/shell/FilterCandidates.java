package io.scimdoctor.cli.shell;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand next in a filter: an attribute, an operator that this attribute takes, a value, or a connector. */
final class FilterCandidates {
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|[()]|[^\\s()]+");
    private static final List<ResourceKind> KINDS = List.of(ResourceKind.USERS, ResourceKind.GROUPS);

    private FilterCandidates() {}

    /** @param before the filter up to the word that is being typed */
    static List<Candidate> after(String before) {
        List<String> term = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(before);
        while (matcher.find()) {
            String token = matcher.group();
            if (token.equals("(")
                    || token.equalsIgnoreCase("not")
                    || (isWhole(term) && token.equalsIgnoreCase("and"))) {
                term.clear();
            } else {
                term.add(token);
            }
        }
        if (isWhole(term)) {
            return Candidate.list("connector");
        }
        return switch (term.size()) {
            case 0 -> attributes();
            case 1 -> operators(term.get(0));
            default -> values(term.get(0));
        };
    }

    private static boolean isWhole(List<String> term) {
        return term.size() > 2 || (term.size() == 2 && term.get(1).equalsIgnoreCase("pr"));
    }

    private static List<Candidate> attributes() {
        Map<String, String> found = new LinkedHashMap<>();
        for (ResourceKind kind : KINDS) {
            for (FilterRule rule : FilterRules.load().rules(kind)) {
                found.merge(rule.attribute(), "of " + kind.segment(), (one, other) -> "of users and groups");
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Candidate> operators(String attribute) {
        List<String> taken = rules(attribute).stream()
                .flatMap(rule -> rule.operators().stream())
                .map(Slugged::slug)
                .toList();
        return Candidate.list("operator").stream()
                .filter(operator -> taken.contains(operator.value()))
                .toList();
    }

    private static List<Candidate> values(String attribute) {
        boolean truth = rules(attribute).stream().anyMatch(rule -> rule.value() == FilterRule.Value.BOOLEAN);
        return truth ? Candidate.list("truth") : List.of();
    }

    private static List<FilterRule> rules(String attribute) {
        return KINDS.stream()
                .map(kind -> FilterRules.load().rule(kind, attribute.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .toList();
    }
}
