package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Blanks;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that mend what a finding names, with the ids of the case; where an id is not known, a word stands for it. */
public final class Fixes {
    /** Microsoft Graph as an application. */
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private Fixes() {}

    /** In the order of the steps; for each step the handiest way first. */
    public static List<FixCommand> of(Finding finding) {
        List<FixCommand> commands = new ArrayList<>();
        List<Evidence> facts = null;
        for (JsonNode row : rows(finding.id())) {
            if (Json.strings(row.path("conditions")).contains(finding.id())) {
                facts = facts == null ? facts(finding) : facts;
                boolean lacks = row.path("lacks").isNull() || !knows(facts, row.path("lacks"));
                int step = step(finding, row.path("step").asInt());
                if (lacks && step > 0 && knows(facts, row.path("needs"))) {
                    commands.add(new FixCommand(
                            row.path("tool").asText(),
                            Blanks.filled(row.path("text").asText(), facts, Audience.HANDED_ON),
                            step));
                }
            }
        }
        return commands;
    }

    /** The rows that may be for a finding, read once. */
    private static JsonNode rows(String id) {
        JsonNode known = Data.ROWS.get(id);
        if (known == null) {
            known = Resource.holding(Fixes.class, "fixes.json", id);
            Data.ROWS.put(id, known);
        }
        return known;
    }

    /** The ids of Microsoft's own that stand in commands; they are the same in every tenant and name nobody. */
    public static List<String> publicIds() {
        List<String> ids = new ArrayList<>(List.of(GRAPH));
        KnownRoles.ALL.forEach(role -> ids.add(role.path("id").asText()));
        return ids;
    }

    /**
     * Which of the steps of this case is that one of the catalogue, from 1; 0 where the case does not need it, or has steps of
     * its own.
     */
    private static int step(Finding finding, int listed) {
        String step = Catalog.load().finding(finding.id(), List.of()).remedy().get(listed - 1);
        return finding.steps(Audience.SEEN).indexOf(Blanks.filled(step, finding.evidence(), Audience.SEEN)) + 1;
    }

    private static boolean knows(List<Evidence> facts, JsonNode name) {
        return name.isNull() || facts.stream().anyMatch(fact -> fact.name().equals(name.asText()));
    }

    /** What may stand in a command: values that no shell takes for more than a word. */
    private static List<Evidence> facts(Finding finding) {
        List<Evidence> facts = new ArrayList<>(finding.evidence());
        Told applicant = finding.fact("application");
        if (applicant != null) {
            facts.add(new Evidence("token application", applicant));
        }
        facts.removeIf(item -> !Data.WORD.matcher(item.value().handedOn()).matches());
        FailedRequest request = finding.request();
        Told sent = request == null ? null : request.url();
        ScimUrl url = ScimUrl.parse(sent == null ? "" : sent.handedOn());
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

    /** Of the host that was called, else of the one that the token, or the request for one, is for. */
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
            if (!Data.WORD.matcher(name).matches()) {
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

    /** Read on first use: only findings with a remedy in commands ask for it. */
    private static final class Data {
        static final Map<String, JsonNode> ROWS = new ConcurrentHashMap<>();
        static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,120}");
    }
}
