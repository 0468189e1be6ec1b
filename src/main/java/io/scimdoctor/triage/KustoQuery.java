package io.scimdoctor.triage;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.LogRule;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The catalogue's rules as a query over Azure's table MicrosoftGraphActivityLogs (Azure Monitor table reference), for logs
 * that are too large to be exported: it yields the groups and windows that the rows themselves would.
 */
public final class KustoQuery {
    private static final String GUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String BLANK = "(?:\\s|\\+|%20|%0[9a-dA-D]|%1[c-fC-F])";

    /** Facts of the catalogue as expressions over the columns that the query works out first. */
    private final JsonNode facts = Resource.json(KustoQuery.class, "query-facts.json");

    private KustoQuery() {}

    /** The query for this part of the time and these findings. */
    public static String of(Catalog catalog, TriageFilter wanted, Duration gap) {
        KustoQuery query = new KustoQuery();
        StringBuilder cases = new StringBuilder();
        Set<String> left = new TreeSet<>();
        for (LogRule rule : LogRule.all(catalog)) {
            if (!rule.facts().stream().allMatch(query.facts::has)) {
                left.add(rule.condition());
            } else if (isReachable(rule)) {
                cases.append("    ").append(query.condition(rule)).append(", \"");
                cases.append(rule.condition()).append("\",\n");
            }
        }
        return Resource.text(KustoQuery.class, "query.kql")
                .replace("{date}", Catalog.DATE)
                .replace("{left}", String.join(", ", left))
                .replace("{gap}", String.valueOf(gap.toMillis()))
                .replace("{time}", time(wanted))
                .replace("{users}", served(ResourceKind.USERS))
                .replace("{groups}", served(ResourceKind.GROUPS))
                .replace("{cases}", cases)
                .replace("{only}", only(wanted))
                .replace("{blank}", BLANK)
                .replace("{guid}", GUID);
    }

    /** A row tells of no proxy but the one that wants credentials, and of no edge. */
    private static boolean isReachable(LogRule rule) {
        List<String> responders = rule.responders();
        return responders.isEmpty()
                || responders.contains("graph")
                || responders.contains("unknown")
                || (responders.contains("proxy") && rule.statuses().contains("407"));
    }

    private static String time(TriageFilter wanted) {
        return wanted.isAnyTime()
                ? "// | where TimeGenerated > ago(1d)\n"
                : (wanted.since() == null ? "" : "| where TimeGenerated >= datetime(" + wanted.since() + ")\n")
                        + (wanted.until() == null ? "" : "| where TimeGenerated <= datetime(" + wanted.until() + ")\n");
    }

    private static String only(TriageFilter wanted) {
        return wanted.only().isEmpty() ? "" : "| where Finding in " + quoted(new TreeSet<>(wanted.only())) + "\n";
    }

    private static String quoted(Iterable<String> words) {
        return "(\"" + String.join("\", \"", words) + "\")";
    }

    /** The filters that this API serves, as one regular expression made from the table of filters. */
    private static String served(ResourceKind kind) {
        Set<String> joined = new TreeSet<>();
        Set<String> alone = new TreeSet<>();
        for (FilterRule rule : FilterRules.load().rules(kind)) {
            for (Filter.Operator operator : rule.operators()) {
                String clause = clause(rule, operator);
                Set<String> clauses = rule.alone() ? alone : joined;
                clauses.add(clause);
                if (rule.negatable().contains(operator)) {
                    clauses.add("not\\s*\\(\\s*" + clause + "\\s*\\)");
                }
            }
        }
        String one = "(?:" + String.join("|", joined) + ")";
        return "(?i)^\\s*(?:" + one + "(?:\\s+and\\s+" + one + ")*"
                + alone.stream().map("|"::concat).collect(Collectors.joining()) + ")\\s*$";
    }

    private static String clause(FilterRule rule, Filter.Operator operator) {
        String value = switch (rule.value()) {
            case STRING -> "\"(?:[^\"\\\\]|\\\\.)*\"";
            case GUID -> "\"" + GUID + "\"";
            case BOOLEAN -> "(?:true|false)";
        };
        String name = rule.attribute().replace(".", "\\.");
        String urn = rule.attribute().startsWith("urn:") ? "" : "(?:urn:ietf:params:scim:schemas:core:2\\.0:\\w+:)?";
        String end = operator == Filter.Operator.PR ? "" : "\\s+" + value;
        return urn + name + "\\s+" + operator.slug() + end;
    }

    private String condition(LogRule rule) {
        List<String> parts = new ArrayList<>();
        String statuses = rule.statuses().stream()
                .map(status -> status.endsWith("xx")
                        ? "Status startswith \"" + status.charAt(0) + "\""
                        : "Status == \"" + status + "\"")
                .collect(Collectors.joining(" or "));
        if (!statuses.isEmpty()) {
            parts.add(rule.statuses().size() == 1 ? statuses : "(" + statuses + ")");
        }
        if (!rule.methods().isEmpty()) {
            parts.add("Method in " + quoted(rule.methods()));
        }
        if (!rule.responders().isEmpty()) {
            parts.add("Responder in " + quoted(rule.responders()));
        }
        rule.facts().forEach(fact -> parts.add("(" + facts.path(fact).asText() + ")"));
        return String.join(" and ", parts);
    }
}
