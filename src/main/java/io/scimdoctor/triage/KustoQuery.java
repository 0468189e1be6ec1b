package io.scimdoctor.triage;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.LogRule;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The catalogue's rules as a query over Azure's table MicrosoftGraphActivityLogs (Azure Monitor table reference), for logs
 * that are too large to be exported: it yields the groups and windows that the rows themselves would.
 */
public final class KustoQuery {
    private static final String GUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String BLANK = "(?:\\s|\\+|%20|%0[9a-dA-D]|%1[c-fC-F])";

    /** Facts of the catalogue as expressions over the columns that the query works out first. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("query-whitespace", "Whitespace"),
            Map.entry("id-not-guid", "Directory and Id != \"\" and not(IdIsGuid)"),
            Map.entry("id-is-guid", "Directory and IdIsGuid"),
            Map.entry("object-path", "Directory and Id != \"\""),
            Map.entry("list-path", "Directory and Id == \"\""),
            Map.entry("group-path", "Segment == \"groups\" and Id != \"\""),
            Map.entry("discovery-path", "Discovery"),
            Map.entry("schema-path", "Segment in (\"schemas\", \"resourcetypes\") and Id != \"\""),
            Map.entry("outside-base-path", "Outside"),
            Map.entry("unknown-path", "not(Outside) and not(Directory) and not(Discovery)"),
            Map.entry("count-not-positive", "CountNotPositive"),
            Map.entry("has-filter", "HasFilter"),
            Map.entry("filter-not-served", "Directory and Id == \"\" and FilterNotServed"),
            Map.entry("bare-security-attributes", "BareSecurityAttributes"));

    private final StringBuilder text = new StringBuilder();
    private final TriageFilter wanted;
    private final Duration gap;

    private KustoQuery(TriageFilter wanted, Duration gap) {
        this.wanted = wanted;
        this.gap = gap;
    }

    /** The query for this part of the time and these findings. */
    public static String of(Catalog catalog, TriageFilter wanted, Duration gap) {
        KustoQuery query = new KustoQuery(wanted, gap);
        List<LogRule> usable = new ArrayList<>();
        Set<String> left = new TreeSet<>();
        for (LogRule rule : LogRule.all(catalog)) {
            boolean reachable = rule.responders().isEmpty()
                    || rule.responders().contains("graph")
                    || rule.responders().contains("unknown")
                    || (rule.responders().contains("proxy") && rule.statuses().contains("407"));
            if (!FACTS.keySet().containsAll(rule.facts())) {
                left.add(rule.condition());
            } else if (reachable) {
                usable.add(rule);
            }
        }
        query.head(left);
        query.rows();
        query.address();
        query.facts();
        query.findings(usable);
        query.groups();
        return query.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void head(Set<String> left) {
        line("// Failed SCIM calls by finding, with their time windows. Made by scimdoctor " + "from its catalogue of "
                + Catalog.DATE + ".");
        line(
                "// A row of this table tells status, method and URL, and no header fields and no body. So findings that the");
        line(
                "// answer's text tells apart fall into the general one of their status, such as token-rejected for any 401,");
        line(
                "// bad-request for most 400, access-denied for a 403. Export those rows' request ids and look at the answers.");
        line(
                "// A 400 that is bad-request here may get the finding of the rule that its URL breaks in scimdoctor classify.");
        line("// Left out, because they need the request's header fields or body: " + String.join(", ", left) + ".");
        line("// Whether calls below /rp/scim appear in this table is not documented; an empty result proves nothing.");
        line("let gap = " + gap.toMillis() + "ms; // the silence that ends a window");
    }

    private void rows() {
        line("MicrosoftGraphActivityLogs");
        if (wanted.since() != null) {
            line("| where TimeGenerated >= datetime(" + wanted.since() + ")");
        }
        if (wanted.until() != null) {
            line("| where TimeGenerated <= datetime(" + wanted.until() + ")");
        }
        if (wanted.isAnyTime()) {
            line("// | where TimeGenerated > ago(1d)");
        }
        line(
                "| where RequestUri contains \"/rp/scim\" // without this line every call to Graph is judged by SCIM's rules");
        line("| where ResponseStatusCode >= 100 and ResponseStatusCode < 600");
        line("| where not(ResponseStatusCode >= 200 and ResponseStatusCode < 300)");
    }

    private void address() {
        extend("Status", "tostring(ResponseStatusCode)");
        extend("Method", "toupper(RequestMethod)");
        extend("Responder", "case(Status == \"407\", \"proxy\", isempty(RequestId), \"unknown\", \"graph\")");
        extend("Uri", "trim(@\"\\s+\", RequestUri)");
        extend("Path", "extract(@\"^(?:[^:/?#]+://[^/?#]*)?([^?#]*)\", 1, Uri)");
        extend("Query", "extract(@\"^[^?#]*\\?([^#]*)\", 1, Uri)");
        extend("Outside", "not(Path matches regex @\"(?i)(?:^|/)rp/+scim(?:/|$)\")");
        extend("Segment", "tolower(extract(@\"(?i)(?:^|/)rp/+scim/+([^/]+)\", 1, Path))");
        extend("Id", "url_decode(extract(@\"(?i)(?:^|/)rp/+scim/+[^/]+/+([^/]+)\", 1, Path))");
        extend("IdIsGuid", "Id matches regex @\"^" + GUID + "$\"");
        extend("Directory", "Segment in (\"users\", \"groups\")");
        extend("Discovery", "Segment in (\"serviceproviderconfig\", \"resourcetypes\", \"schemas\")");
        extend(
                "Endpoint",
                "strcat(Method, \" \", iff(Directory or Discovery, strcat(\"/\", Segment, iff(Id == \"\", \"\", \"/{id}\")), "
                        + "Path))");
    }

    private void facts() {
        extend(
                "Whitespace",
                "Query matches regex @\"(?:^|&)[^&=]*" + BLANK + "(?:=|&|$)\" or Query matches regex @\"(?:^|&)[^&=]*="
                        + BLANK + "\"");
        extend("HasCount", "Query matches regex @\"" + named("count") + "(?:=|&|$)\"");
        extend("Count", "trim(@\"[\\s+]+\", " + parameter("count") + ")");
        extend("CountNotPositive", "HasCount and not(Count matches regex @\"^0*[1-9][0-9]*$\")");
        extend("HasFilter", "Query matches regex @\"" + named("filter") + "(?:=|&|$)\"");
        extend("Filter", "replace_string(" + parameter("filter") + ", \"+\", \" \")");
        String users = served(ResourceKind.USERS);
        String groups = served(ResourceKind.GROUPS);
        extend(
                "FilterNotServed",
                "HasFilter and not(iff(Segment == \"users\", Filter matches regex @'" + users
                        + "', Filter matches regex @'" + groups + "'))");
        extend(
                "Attributes",
                "tolower(strcat(" + parameter("attributes") + ", \",\", " + parameter("excludedAttributes") + "))");
        extend(
                "BareSecurityAttributes",
                "Attributes matches regex @\"(?:^|,)\\s*urn:ietf:params:scim:schemas:extension:microsoft:entra:2\\.0:"
                        + "customsecurityattributes\\s*(?:,|$)\"");
    }

    private static String named(String name) {
        return "(?i)(?:^|&)" + BLANK + "*" + name + BLANK + "*";
    }

    private static String parameter(String name) {
        return "url_decode(extract(@\"" + named(name) + "=([^&]*)\", 1, Query))";
    }

    /** The filters that this API serves, as one regular expression made from the table of filters. */
    private static String served(ResourceKind kind) {
        List<String> joined = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (FilterRule rule : FilterRules.load().rules(kind)) {
            for (Filter.Operator operator : rule.operators()) {
                String clause = clause(rule, operator);
                (rule.alone() ? alone : joined).add(clause);
                if (rule.negatable().contains(operator)) {
                    (rule.alone() ? alone : joined).add("not\\s*\\(\\s*" + clause + "\\s*\\)");
                }
            }
        }
        java.util.Collections.sort(joined);
        java.util.Collections.sort(alone);
        String one = "(?:" + String.join("|", joined) + ")";
        String many = one + "(?:\\s+and\\s+" + one + ")*";
        return "(?i)^\\s*(?:" + many + (alone.isEmpty() ? "" : "|" + String.join("|", alone)) + ")\\s*$";
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
        return urn + name + "\\s+" + operator.word() + end;
    }

    private void findings(List<LogRule> rules) {
        text.append("| extend Finding = case(\n");
        for (LogRule rule : rules) {
            text.append("    ")
                    .append(condition(rule))
                    .append(", \"")
                    .append(rule.condition())
                    .append("\",\n");
        }
        line("    \"unclassified\")");
        if (!wanted.only().isEmpty()) {
            line("| where Finding in (\"" + String.join("\", \"", new TreeSet<>(wanted.only())) + "\")");
        }
    }

    private static String condition(LogRule rule) {
        List<String> parts = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (String status : rule.statuses()) {
            statuses.add(
                    status.endsWith("xx")
                            ? "Status startswith \"" + status.charAt(0) + "\""
                            : "Status == \"" + status + "\"");
        }
        if (!statuses.isEmpty()) {
            parts.add(statuses.size() == 1 ? statuses.get(0) : "(" + String.join(" or ", statuses) + ")");
        }
        if (!rule.methods().isEmpty()) {
            parts.add("Method in (\"" + String.join("\", \"", rule.methods()) + "\")");
        }
        if (!rule.responders().isEmpty()) {
            parts.add("Responder in (\"" + String.join("\", \"", rule.responders()) + "\")");
        }
        for (String fact : rule.facts()) {
            String expression = FACTS.get(fact);
            parts.add("(" + expression + ")");
        }
        return String.join(" and ", parts);
    }

    private void groups() {
        line("| sort by Finding asc, TimeGenerated asc");
        extend("Starts", "Finding != prev(Finding) or TimeGenerated - prev(TimeGenerated) > gap");
        extend("Window", "row_cumsum(iff(Starts, 1, 0))");
        line("| summarize Count = count(), FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated),");
        line(
                "    Endpoints = make_set(Endpoint, 20), Applications = make_set(AppId, 20), Tenants = make_set(AadTenantId, 20),");
        line("    SampleRequestIds = make_set(RequestId, 5) by Finding, Window");
        line("| sort by Finding asc, FirstSeen asc");
        line("// One line a window. For one line a finding add:");
        line(
                "// | summarize Count = sum(Count), FirstSeen = min(FirstSeen), LastSeen = max(LastSeen), Windows = count() by Finding");
    }

    private void extend(String name, String expression) {
        line("| extend " + name + " = " + expression);
    }
}
