package io.scimdoctor.report.format;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.format.HtmlPage.Fact;
import java.util.ArrayList;
import java.util.List;

/** A verdict and findings on a web page. */
public final class HtmlFinding {
    private static final String LINK = "https://";

    private HtmlFinding() {}

    /** A page whose heading is the verdict. */
    public static HtmlPage page(Verdict verdict, boolean simulated) {
        String word = verdict.status().name();
        return new HtmlPage(
                word + ": " + verdict.title(),
                HtmlPage.badge(verdict.status()) + " " + HtmlPage.escaped(verdict.title()),
                simulated);
    }

    /** What the verdict says beside its title. */
    public static List<Fact> facts(Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        if (verdict.id() != null) {
            facts.add(Fact.of("Finding", verdict.id()));
        }
        if (verdict.owner() != null) {
            facts.add(Fact.of("Who fixes it", verdict.owner().person()));
        }
        return facts;
    }

    /** The whole finding. */
    public static void write(HtmlPage page, Finding finding) {
        page.html("<article>\n");
        heading(page, finding);
        body(page, finding);
        page.html("</article>\n");
    }

    /** The heading of a finding; it can be linked to. */
    public static void heading(HtmlPage page, Finding finding) {
        String id = HtmlPage.escaped(finding.id());
        page.html("<h3 id=\"" + anchor(finding.id()) + "\">" + HtmlPage.badge(status(finding.severity())) + " "
                + HtmlPage.escaped(finding.title()) + " <code>" + id + "</code></h3>\n");
    }

    /** Cause, who must act, steps, proof, links and basis. */
    public static void body(HtmlPage page, Finding finding) {
        page.paragraph(finding.cause());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Who fixes it", finding.owner().person()));
        String status = finding.httpStatus() == null ? "" : "HTTP " + finding.httpStatus() + ", ";
        facts.add(Fact.of("Error", status + finding.error()));
        facts.add(Fact.of("Confidence", finding.confidence().slug()));
        facts.add(Fact.of("Basis", finding.basis().words()));
        page.facts(facts);
        if (!finding.remedy().isEmpty()) {
            page.element("h4", "Steps").steps(finding.steps(Audience.HANDED_ON));
        }
        List<FixCommand> commands = Fixes.of(finding);
        if (!commands.isEmpty()) {
            page.element("h4", "Commands");
            for (FixCommand command : commands) {
                page.paragraph("Step " + command.step() + ", " + command.tool() + ":")
                        .html("<pre><code>" + HtmlPage.escaped(command.text()) + "</code></pre>\n");
            }
        }
        if (!finding.evidence().isEmpty()) {
            page.element("h4", "Proof").facts(proof(finding.evidence()));
        }
        if (!finding.links().isEmpty()) {
            page.element("h4", "To read").html("<ul>\n");
            finding.links().forEach(link -> page.html("<li>" + link(link) + "</li>\n"));
            page.html("</ul>\n");
        }
    }

    /** A link to a finding that stands on the page. */
    public static String reference(String id) {
        return "<a href=\"#" + anchor(id) + "\">" + HtmlPage.code(id) + "</a>";
    }

    private static String anchor(String id) {
        return "finding-" + HtmlPage.escaped(id);
    }

    private static List<Fact> proof(List<Evidence> evidence) {
        List<Fact> facts = new ArrayList<>();
        evidence.forEach(item -> facts.add(Fact.of(item.name(), item.value().handedOn())));
        return facts;
    }

    /** Nothing but a page of the web becomes a link. */
    private static String link(String link) {
        String text = HtmlPage.escaped(link);
        return link.startsWith(LINK) ? "<a href=\"" + text + "\" rel=\"noreferrer\">" + text + "</a>" : text;
    }

    private static Status status(Severity severity) {
        return switch (severity) {
            case FAIL -> Status.FAIL;
            case WARN -> Status.WARN;
            case INFO -> Status.UNKNOWN;
        };
    }
}
