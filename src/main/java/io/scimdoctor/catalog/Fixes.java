package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Blanks;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The commands that mend what a finding names, with the ids of the case; where an id is not known, a word stands for it. */
public final class Fixes {
    /** Microsoft Graph as an application. */
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private static final Map<String, List<JsonNode>> ROWS = new ConcurrentHashMap<>();

    /** Without a mask, and without a quote of print, which PowerShell takes for a plain one. */
    private static final LatePattern FILLING = LatePattern.of("(?!.*\\[masked])[^\\p{Cc}\u2018-\u201E]*+");

    private static final LatePattern WORD = LatePattern.of("[A-Za-z0-9._][A-Za-z0-9._@+-]{0,119}");

    private Fixes() {}

    /** For each step the handiest way alone. */
    public static List<FixCommand> handiest(Finding finding, Audience audience) {
        Map<Integer, FixCommand> commands = new LinkedHashMap<>();
        for (FixCommand command : of(finding, audience)) {
            commands.putIfAbsent(command.step(), command);
        }
        return List.copyOf(commands.values());
    }

    /** In the order of the steps; for each step the handiest way first. */
    public static List<FixCommand> of(Finding finding, Audience audience) {
        List<JsonNode> rows = rows(finding.id());
        List<FixCommand> commands = new ArrayList<>();
        if (rows.isEmpty()) {
            return commands;
        }
        List<Evidence> facts = facts(finding, rows, audience);
        List<String> listed = Catalog.load().finding(finding.id(), List.of()).remedy();
        List<String> steps = finding.steps(Audience.SEEN);
        for (JsonNode row : rows) {
            boolean lacks = row.path("lacks").isNull() || !knows(facts, row.path("lacks"));
            // A step of the catalogue that this case does not need, or has put in its own words, has no command either.
            String step = listed.get(row.path("step").asInt() - 1);
            int shown = steps.indexOf(Blanks.filled(step, finding.evidence(), Audience.SEEN)) + 1;
            if (lacks && shown > 0 && knows(facts, row.path("needs"))) {
                commands.add(new FixCommand(
                        row.path("tool").asText(),
                        Blanks.filled(row.path("text").asText(), facts, audience),
                        shown));
            }
        }
        return commands;
    }

    /** The rows that are for a finding. */
    private static List<JsonNode> rows(String id) {
        List<JsonNode> known = ROWS.get(id);
        if (known != null) {
            return known;
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : Resource.rowsFor(id, Fixes.class, "fixes.json")) {
            rows.add(row);
        }
        ROWS.put(id, rows);
        return rows;
    }

    /** The ids of Microsoft's own that stand in commands; they are the same in every tenant and name nobody. */
    public static List<String> publicIds() {
        List<String> ids = new ArrayList<>(List.of(GRAPH));
        KnownRoles.ALL.forEach(role -> ids.add(role.path("id").asText()));
        return ids;
    }

    private static boolean isWord(String value) {
        return WORD.matcher(value).matches();
    }

    private static boolean knows(List<Evidence> facts, JsonNode name) {
        boolean known = name.isNull();
        for (Evidence fact : facts) {
            known = known || fact.name().equals(name.asText());
        }
        return known;
    }

    /** What may stand in one of these commands: values that no shell takes for more than a word. */
    private static List<Evidence> facts(Finding finding, List<JsonNode> rows, Audience audience) {
        List<Evidence> facts = named(finding, rows, audience);
        FailedRequest request = finding.request();
        Told sent = request == null ? null : request.url();
        String asked = sent == null ? "" : sent.to(audience);
        ScimUrl url = ScimUrl.parse(asked);
        if (asked.indexOf('?') > 0 && FILLING.matcher(asked).matches()) {
            String query = asked.substring(asked.indexOf(url.path()));
            facts.add(new Evidence(
                    "query",
                    "'" + query.replace(" ", "%20").replace("\"", "%22").replace("'", "%27") + "'"));
        }
        if (url.id() != null && url.id().indexOf('@') > 0 && isWord(url.id())) {
            facts.add(new Evidence("user name", url.id()));
        }
        if (url.kind() == ResourceKind.GROUPS) {
            facts.add(new Evidence("group", "yes"));
        }
        Cloud meant = cloud(finding, url.host());
        facts.add(new Evidence(meant.slug(), "yes"));
        facts.add(new Evidence("graph host", meant.graphHost()));
        facts.add(new Evidence("login", meant.loginHost()));
        Told missing = finding.fact("least missing role");
        Told least = missing == null ? finding.fact("least role") : missing;
        roles(least == null ? "none" : least.handedOn(), meant == Cloud.GLOBAL, facts);
        return facts;
    }

    /** The evidence that one of the commands names. Masking the others would take longer than all the rest. */
    private static List<Evidence> named(Finding finding, List<JsonNode> rows, Audience audience) {
        List<Evidence> told = new ArrayList<>(finding.evidence());
        Told applicant = finding.fact("application");
        if (applicant != null) {
            told.add(new Evidence("token application", applicant));
        }
        StringBuilder named = new StringBuilder();
        for (JsonNode row : rows) {
            for (String part : List.of("text", "needs", "lacks")) {
                named.append(row.path(part).asText()).append('\n');
            }
        }
        List<Evidence> facts = new ArrayList<>();
        for (Evidence item : told) {
            if (named.indexOf(item.name()) >= 0 && isWord(item.value().to(audience))) {
                facts.add(item);
            }
        }
        return facts;
    }

    /** The cloud of the host that was called; else that of the host which the token, or the request for it, names. */
    private static Cloud cloud(Finding finding, @Nullable String host) {
        Told due = finding.fact("needs audience");
        Told told = due == null ? finding.fact("graph host") : due;
        Cloud called = Cloud.ofGraphHost(host);
        Cloud named = told == null ? null : Cloud.ofGraphHost(told.handedOn().replace("https://", ""));
        return called != null ? called : named != null ? named : Cloud.GLOBAL;
    }

    /** The missing roles, and their ids where a source names them; the ids of national clouds may differ. */
    private static void roles(String missing, boolean global, List<Evidence> facts) {
        if (missing.equals("none")) {
            return;
        }
        List<String> ids = new ArrayList<>();
        List<String> names = List.of(missing.split(", | and "));
        for (String name : names) {
            JsonNode id = KnownRoles.ALL.path(name).path("id");
            if (!isWord(name)) {
                return;
            }
            if (id.isTextual() && global) {
                ids.add(id.asText());
            }
        }
        facts.add(new Evidence("role", names.get(0)));
        facts.add(new Evidence("role list", String.join(", ", names)));
        facts.add(new Evidence("quoted roles", "'" + String.join("','", names) + "'"));
        if (ids.size() == names.size()) {
            facts.add(new Evidence("listed role ids", String.join(" ", ids)));
            facts.add(new Evidence("role ids", String.join("=Role ", ids) + "=Role"));
        }
    }

    /** The application permissions of Microsoft Graph; read on first use, since most findings lack none. */
    private static final class KnownRoles {
        static final JsonNode ALL = Resource.json(Fixes.class, "roles.json");
    }
}
