package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.simulator.wire.Turn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SCIM service behind the gateway: applies the general rules in order, then hands over to the resource. */
public record ScimService(Directory directory) {
    /** @param tenant users and groups instead of the made-up ones, or none */
    public static ScimService of(List<ObjectNode> tenant) {
        return new ScimService(tenant.isEmpty() ? SeedDirectory.create() : SeedDirectory.of(tenant));
    }

    public Reply answer(Turn turn, Set<String> roles) {
        ScimUrl url = turn.url();
        List<LintFinding> findings = RequestLint.of(turn.request());
        if (findings.stream().anyMatch(finding -> isRule(finding, "path-"))) {
            return turn.answers().empty(404);
        }
        List<String> methods = url.methods();
        if (!methods.contains(turn.method())) {
            return turn.answers().empty(405).with("Allow", String.join(", ", methods));
        }
        Refusal refusal = generalRefusal(turn, findings);
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        return turn.is("POST") || turn.is("PATCH") ? write(turn, roles, findings) : perform(turn, roles, null);
    }

    private @Nullable Refusal generalRefusal(Turn turn, List<LintFinding> findings) {
        Refusal accept = RuleRefusals.first(turn, findings, finding -> isRule(finding, "accept-"));
        if (accept == null && !turn.request().headers().has("Accept") && !turn.is("DELETE")) {
            accept = Refusal.of("accept-missing", "");
        }
        if (accept != null) {
            return accept;
        }
        Refusal id = RuleRefusals.first(turn, findings, finding -> isRule(finding, "id-"));
        if (id != null || !turn.is("GET") || !turn.url().kind().isDirectory()) {
            return id;
        }
        return RuleRefusals.first(turn, findings, finding -> finding.place().part() == Place.Part.URL);
    }

    private static boolean isRule(LintFinding finding, String family) {
        return finding.rule().id().startsWith(family);
    }

    private Reply write(Turn turn, Set<String> roles, List<LintFinding> findings) {
        String type = turn.request().headers().first("Content-Type").orElse(null);
        boolean foreign = findings.stream().anyMatch(finding -> isRule(finding, "content-type-wrong"));
        Refusal contentType = foreign && type != null
                ? Refusal.of("media-type", type)
                : RuleRefusals.first(turn, findings, finding -> isRule(finding, "content-type-"));
        if (contentType != null) {
            return turn.answers().refuse(contentType);
        }
        Refusal unreadable = RuleRefusals.first(
                turn, findings, finding -> isRule(finding, "json-") || isRule(finding, "body-missing"));
        if (unreadable != null || !(Json.readLeniently(turn.body()).node() instanceof ObjectNode body)) {
            return turn.answers().refuse(unreadable == null ? Refusal.of("body-unreadable", "") : unreadable);
        }
        Refusal content =
                RuleRefusals.first(turn, findings, finding -> finding.place().part() == Place.Part.BODY);
        boolean judged = isAllowed(turn, roles) && exists(turn.url());
        return judged && content != null ? turn.answers().refuse(content) : perform(turn, roles, body);
    }

    private static boolean isAllowed(Turn turn, Set<String> roles) {
        List<Need> needs = Need.of(turn.request());
        return !needs.isEmpty() && needs.stream().noneMatch(need -> need.standing(roles) == Standing.DENIED);
    }

    /** Whether the object in the path, if there is one, is there to be changed. */
    private boolean exists(ScimUrl url) {
        synchronized (directory) {
            return url.id() == null || directory.find(url.kind(), url.id()) != null;
        }
    }

    private Reply perform(Turn turn, Set<String> roles, @Nullable ObjectNode body) {
        if (!isAllowed(turn, roles)) {
            return turn.answers().refuse(Refusal.of("denied", ""));
        }
        if (turn.url().kind().isDiscovery()) {
            return DiscoveryEndpoint.answer(turn);
        }
        synchronized (directory) {
            if (body == null) {
                return turn.is("DELETE") ? delete(turn) : new ReadEndpoint(directory).answer(turn);
            }
            return new WriteEndpoint(directory).write(turn, body);
        }
    }

    private Reply delete(Turn turn) {
        String id = turn.url().id();
        if (id == null || directory.find(turn.url().kind(), id) == null) {
            return turn.answers().refuse(Refusal.notFound(turn.url()));
        }
        if (id.equalsIgnoreCase(SampleTenant.userId(SeedDirectory.ADMINISTRATOR))) {
            return turn.answers().refuse(Refusal.of("denied", ""));
        }
        directory.remove(turn.url().kind(), id);
        return turn.answers().empty(204);
    }
}
