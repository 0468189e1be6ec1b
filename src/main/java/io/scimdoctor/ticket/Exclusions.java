package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.run.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be ruled out as the cause of the leading finding, and what cannot: from the checks that passed in the same run,
 * and from the catalogue's look-alikes, each held against the evidence.
 */
final class Exclusions {

    private final Material material;
    private final Catalog catalog = Catalog.load();
    private final JsonNode table = Resource.json(Exclusions.class, "exclusions.json");
    private final List<Ticket.Judgement> excluded = new ArrayList<>();
    private final List<Ticket.Judgement> open = new ArrayList<>();
    /** The look-alikes that are ruled out already. */
    private final Set<String> ids = new HashSet<>();

    Exclusions(Material material) {
        this.material = material;
        List<Finding> findings = material.findings();
        if (!findings.isEmpty()) {
            catalog.find(findings.get(0).id()).ifPresent(this::lookAlikes);
            checks(findings.get(0));
        }
    }

    List<Ticket.Judgement> excluded() {
        return excluded;
    }

    List<Ticket.Judgement> open() {
        return open;
    }

    /** Only those of the leading run: what another run found right may have been wrong in this one. */
    private void checks(Finding leading) {
        Run run = material.leading();
        for (Run.RunCheck check : run.checks()) {
            JsonNode row = table.path("checks").path(check.id());
            boolean about = Json.strings(row.path("unless")).stream()
                    .anyMatch(id -> id.equals(leading.id()) || ids.contains(id));
            if (check.status().equals("pass") && row.isObject() && !about && means(run, check.id())) {
                excluded.add(new Ticket.Judgement(
                        row.path("statement").asText(),
                        "check " + check.id() + " passed in the same run (" + check.detail() + ")."));
            }
        }
    }

    /** A check that had nothing to look at passes too. */
    private static boolean means(Run run, String check) {
        String base = run.target().baseUrl();
        return check.equals("network.tls")
                ? base != null && base.startsWith("https:")
                : !check.startsWith("token.") || run.token() != null;
    }

    private void lookAlikes(Condition leading) {
        List<FailedCall> cases = material.cases(leading.id());
        Map<String, String> tells = new LinkedHashMap<>();
        catalog.explain(leading).confusedWith().forEach(other -> tells.put(other.id(), other.tell()));
        for (FailedCall call : cases) {
            for (String id : call.recorded().alternatives()) {
                tells.putIfAbsent(id, "The answers leave it possible.");
            }
        }
        tells.keySet().removeAll(Json.strings(table.path("generic")));
        tells.forEach((id, tell) -> catalog.find(id).ifPresent(other -> judge(other, tell, cases)));
    }

    private void judge(Condition other, String tell, List<FailedCall> cases) {
        String name = other.title() + " (" + other.id() + ")";
        String reason = reason(other, cases);
        if (reason == null) {
            open.add(new Ticket.Judgement(name, tell));
        } else {
            ids.add(other.id());
            excluded.add(new Ticket.Judgement(name, reason));
        }
    }

    /** Ruled out only when every recorded call of the finding rules it out. */
    private @Nullable String reason(Condition other, List<FailedCall> cases) {
        String reason = null;
        boolean byStatus = Json.strings(table.path("shownByStatus")).contains(other.id());
        for (FailedCall call : cases) {
            reason = new Refutation(material, call)
                    .against(other, byStatus, table.path("conditions").path(other.id()));
            if (reason == null) {
                return null;
            }
        }
        return reason;
    }
}
