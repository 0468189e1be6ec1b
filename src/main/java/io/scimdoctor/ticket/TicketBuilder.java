package io.scimdoctor.ticket;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.run.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a ticket out of recorded runs. */
public final class TicketBuilder {
    private TicketBuilder() {}

    /**
     * What the user adds, already redacted.
     *
     * @param caseId the number of the case, or null
     * @param notes what was tried, what changed, what it costs the business
     */
    public record Additions(@Nullable String caseId, List<String> notes) {}

    /** @param runs at least one; each is taken once */
    public static Ticket build(List<Run> runs, Additions additions) {
        Material material = new Material(runs);
        List<Finding> findings = material.findings();
        Finding leading = findings.isEmpty() ? null : findings.get(0);
        Exclusions exclusions = new Exclusions(material);
        return new Ticket(
                subject(material, leading, additions),
                steps(leading),
                Impact.hints(material),
                Whereabouts.of(material),
                claims(material.token()),
                Impact.state(material),
                Problems.of(material),
                exclusions.excluded(),
                exclusions.open(),
                Impact.tried(material, additions.notes()),
                Gaps.of(material, !additions.notes().isEmpty()),
                Disclosures.of(material),
                material.runs().stream().map(Run::head).toList());
    }

    /** What the owner should do before the ticket; whoever reads it need not be told to write one. */
    private static List<String> steps(@Nullable Finding leading) {
        if (leading == null || leading.owner() == Owner.MICROSOFT_SUPPORT) {
            return List.of();
        }
        return leading.steps(Audience.HANDED_ON).stream()
                .filter(step -> !step.startsWith("Open a support ticket"))
                .toList();
    }

    private static Ticket.Subject subject(Material material, @Nullable Finding leading, Additions additions) {
        String stamp = material.simulated() ? "SIMULATED: " : "";
        String title = "no failure in the evidence";
        String problem = "Nothing failed in the calls that this ticket rests on.";
        if (leading != null) {
            Integer status = leading.httpStatus();
            List<String> endpoints = material.occurrence(leading.id()).endpoints();
            title = (status == null ? leading.id() : status + " " + leading.error())
                    + (endpoints.isEmpty() ? "" : " (" + Whereabouts.joined(endpoints) + ")");
            problem = leading.title() + ".";
        }
        return new Ticket.Subject(
                stamp + "Microsoft Entra ID SCIM API: " + title,
                stamp + problem,
                additions.caseId(),
                additions.notes(),
                material.simulated(),
                leading == null ? null : leading.owner());
    }

    private static List<Ticket.Fact> claims(Run.@Nullable RunToken token) {
        Map<String, String> claims = token == null ? Map.of() : token.claims();
        return claims.entrySet().stream()
                .map(claim -> new Ticket.Fact(claim.getKey(), claim.getValue()))
                .toList();
    }
}
