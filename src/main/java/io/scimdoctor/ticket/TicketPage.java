package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a ticket out in sections, the most important first; each format then shows them in its own way. */
public final class TicketPage {
    static final String SIMULATED =
            "SIMULATED: this evidence comes from the simulator of scimdoctor. It is an example and no case for support.";

    private static final String NONE = "";

    private final Ticket ticket;
    private final List<Block.Section> sections = new ArrayList<>();

    private TicketPage(Ticket ticket) {
        this.ticket = ticket;
    }

    static List<Block.Section> sections(Ticket ticket) {
        TicketPage page = new TicketPage(ticket);
        page.problem();
        page.section("Who and where", List.of(facts(ticket.place())));
        for (Ticket.Problem problem : ticket.problems()) {
            page.problem(problem);
        }
        page.section("Ruled out", judgements(ticket.ruledOut()));
        page.section("Not ruled out", judgements(ticket.notRuledOut()));
        page.section("Tried so far", List.of(new Block.Bullets(ticket.tried())));
        page.gaps();
        page.section("State of the tenant", List.of(facts(ticket.state())));
        page.section("Claims of the token", claims(ticket.token()));
        page.reproducers();
        page.exchanges();
        page.disclosures();
        return page.sections;
    }

    /** The whole ticket for a format that can hold it. */
    public static BlockPage of(Ticket ticket) {
        return BlockPage.of(
                ticket.subject().title(), ticket.subject().simulated(), List.<Block>copyOf(sections(ticket)));
    }

    private void section(String title, List<Block> blocks) {
        sections.add(new Block.Section(title, blocks));
    }

    private void problem() {
        List<Block> blocks = new ArrayList<>();
        if (ticket.subject().simulated()) {
            blocks.add(new Block.Warning(SIMULATED));
        }
        Owner owner = ticket.subject().owner();
        if (owner != null && owner != Owner.MICROSOFT_SUPPORT) {
            blocks.add(new Block.Warning(first(owner, ticket.problems().get(0).finding())));
            blocks.add(new Block.Steps(ticket.firstSteps()));
        }
        String caseId = ticket.subject().caseId();
        if (caseId != null) {
            blocks.add(Block.Facts.NONE.and("case", caseId));
        }
        blocks.add(new Block.Paragraph(ticket.subject().problem()));
        if (!ticket.impact().isEmpty()) {
            blocks.add(new Block.Bullets(ticket.impact()));
        }
        section("Problem", blocks);
    }

    /** A fault of Microsoft's that passes is no mistake of the caller, who can only wait; it is one to report if it lasts. */
    private static String first(Owner owner, Finding finding) {
        List<String> steps = finding.steps(Audience.HANDED_ON);
        if (steps.get(steps.size() - 1).endsWith("if it lasts.")) {
            return "This usually passes by itself, and support will ask whether it lasts. Do this first:";
        }
        boolean certain = finding.confidence() == Confidence.CERTAIN;
        return "This is " + (certain ? "" : "probably ") + "for the " + owner.person()
                + " to fix, not for Microsoft: support will probably send the ticket back. Do this first:";
    }

    private void problem(Ticket.Problem problem) {
        Finding finding = problem.finding();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(finding.title() + ". " + finding.cause() + " (" + sureness(finding)
                + "; " + finding.basis().kind().name().toLowerCase(Locale.ROOT) + ": "
                + finding.basis().source() + ", " + finding.basis().date() + ")"));
        blocks.add(facts(facts(problem)));
        if (!problem.attempts().isEmpty()) {
            blocks.add(attempts(problem.attempts()));
        }
        if (problem.samples().isEmpty()) {
            blocks.add(facts(evidence(finding.evidence())));
        }
        section("Finding " + finding.id(), blocks);
    }

    /** What is not known is named in one line. */
    private static Block facts(List<Ticket.Fact> facts) {
        Block.Facts known = Block.Facts.NONE;
        List<String> unknown = new ArrayList<>();
        for (Ticket.Fact fact : facts) {
            known = known.and(fact.name(), fact.value());
            if (fact.value() == null) {
                unknown.add(fact.name());
            }
        }
        return unknown.isEmpty() ? known : known.and("not known", String.join(", ", unknown));
    }

    private static String sureness(Finding finding) {
        Confidence confidence = finding.confidence();
        return confidence.name().toLowerCase(Locale.ROOT);
    }

    private static List<Ticket.Fact> facts(Ticket.Problem problem) {
        List<Ticket.Fact> facts = new ArrayList<>();
        Ticket.Occurrence seen = problem.seen();
        if (seen != null) {
            facts.add(new Ticket.Fact("calls", Whereabouts.joined(seen.endpoints())));
            facts.add(new Ticket.Fact("frequency", Frequency.of(seen)));
            facts.add(new Ticket.Fact("first seen (UTC)", time(seen.firstSeen())));
            facts.add(new Ticket.Fact("last seen (UTC)", time(seen.lastSeen())));
        } else {
            facts.add(new Ticket.Fact("calls", "none of the calls shows it by itself"));
        }
        if (!problem.samples().isEmpty()) {
            Ticket.Sample sample = problem.samples().get(0);
            facts.add(new Ticket.Fact("example", call(sample.request())));
            facts.addAll(sample.answerFacts());
            facts.add(new Ticket.Fact("expected", sample.expected()));
            facts.add(new Ticket.Fact("actual", sample.actual()));
        }
        return facts;
    }

    private static @Nullable String call(Ticket.Request request) {
        String method = request.method();
        String url = request.url();
        if (method == null && url == null) {
            return null;
        }
        return (method == null ? "(method not known)" : method) + " " + (url == null ? "(URL not known)" : url);
    }

    private static List<Ticket.Fact> evidence(List<Evidence> evidence) {
        List<Ticket.Fact> facts = new ArrayList<>();
        for (Evidence item : evidence) {
            facts.add(new Ticket.Fact(item.name(), item.value().handedOn()));
        }
        return facts;
    }

    private static Block attempts(List<Ticket.Try> attempts) {
        boolean traced = attempts.stream().anyMatch(each -> each.traceId() != null || each.correlationId() != null);
        List<String> columns = new ArrayList<>(
                List.of("call", "time (UTC)", "status", "duration", "retry after", "request-id", "client-request-id"));
        if (traced) {
            columns.addAll(List.of("trace_id", "correlation_id"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Ticket.Try each : attempts) {
            List<String> row = new ArrayList<>(List.of(
                    each.call(),
                    text(time(each.at())),
                    text(each.status()),
                    each.durationMs() == null ? NONE : each.durationMs() + " ms",
                    each.retryAfterMs() == null ? NONE : each.retryAfterMs() + " ms",
                    text(each.requestId()),
                    text(each.clientRequestId())));
            if (traced) {
                row.add(text(each.traceId()));
                row.add(text(each.correlationId()));
            }
            rows.add(row);
        }
        return new Block.Table("Attempts", columns, rows);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Impact.text(time);
    }

    private static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static List<Block> judgements(List<Ticket.Judgement> judgements) {
        if (judgements.isEmpty()) {
            return List.of(new Block.Paragraph("Nothing in particular."));
        }
        List<String> items = new ArrayList<>();
        for (Ticket.Judgement each : judgements) {
            items.add(each.statement() + ": " + each.reason());
        }
        return List.of(new Block.Bullets(items));
    }

    private void gaps() {
        List<Block> blocks = new ArrayList<>();
        if (ticket.missing().isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing that is usually asked."));
        } else {
            List<String> items = new ArrayList<>();
            for (Ticket.Gap gap : ticket.missing()) {
                items.add(gap.field() + ": " + gap.why() + ". " + gap.how());
            }
            blocks.add(new Block.Bullets(items));
        }
        section("Still missing", blocks);
    }

    private static List<Block> claims(List<Ticket.Fact> claims) {
        return claims.isEmpty()
                ? List.of(new Block.Paragraph("Not known. The token itself is never part of a ticket."))
                : List.of(new Block.Paragraph("The token itself is never part of a ticket."), facts(claims));
    }

    private void reproducers() {
        List<Block> blocks = new ArrayList<>();
        for (Ticket.Problem problem : ticket.problems()) {
            for (Ticket.Sample sample :
                    problem.samples().subList(0, Math.min(1, problem.samples().size()))) {
                Ticket.Reproducer lines = sample.reproduce();
                if (lines != null) {
                    String what = problem.finding().id() + ", call " + sample.id();
                    blocks.add(new Block.Code(what + ": curl", "sh", lines.curl()));
                    blocks.add(new Block.Code(what + ": PowerShell 7", "powershell", lines.powershell()));
                    blocks.add(new Block.Code(what + ": HTTP", "http", lines.http()));
                    String note = lines.note();
                    if (note != null) {
                        blocks.add(new Block.Paragraph(note));
                    }
                }
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(
                    0,
                    new Block.Paragraph(
                            "TOKEN holds an access token for Microsoft Graph, CLIENT_SECRET the secret of the"
                                    + " application; neither is part of a ticket."));
            section("Reproduce", blocks);
        }
    }

    private void exchanges() {
        List<Block> blocks = new ArrayList<>();
        for (Ticket.Problem problem : ticket.problems()) {
            for (Ticket.Sample sample : problem.samples()) {
                String id = problem.finding().id() + ", call " + sample.id();
                blocks.add(new Block.Code(id + ": request", "http", request(sample.request())));
                Ticket.Answer answer = sample.answer();
                if (answer != null) {
                    blocks.add(new Block.Code(id + ": answer", "http", answer(answer)));
                }
            }
        }
        if (!blocks.isEmpty()) {
            section("Exchanges", blocks);
        }
    }

    private void disclosures() {
        List<String> items = new ArrayList<>();
        for (Ticket.Treatment treatment : Ticket.Treatment.values()) {
            List<String> places = new ArrayList<>();
            for (Ticket.Disclosure each : ticket.disclosures()) {
                if (each.treatment() == treatment) {
                    places.add(each.place() + (each.count() == null ? "" : " (" + each.count() + ")"));
                }
            }
            if (treatment != Ticket.Treatment.SHARED && !places.isEmpty()) {
                items.add(treatment.name().toLowerCase(Locale.ROOT) + ": " + String.join(", ", places));
            }
        }
        section(
                "Masked and withheld",
                List.of(
                        new Block.Paragraph("Stand-ins such as user-1 always mean the same value; who sent this ticket"
                                + " can tell which."),
                        new Block.Bullets(items)));
    }

    private static String request(Ticket.Request request) {
        String line = call(request);
        StringBuilder text = new StringBuilder(line == null ? "(method and URL not known)" : line);
        message(text, request.headers(), request.body());
        return text.toString();
    }

    private static String answer(Ticket.Answer answer) {
        StringBuilder text =
                new StringBuilder("HTTP " + (answer.status() == null ? "(status not known)" : answer.status()));
        message(text, answer.headers(), answer.body());
        return text + (answer.truncated() ? "\n(the body is not whole)" : "");
    }

    private static void message(StringBuilder text, List<Headers.Field> headers, @Nullable String body) {
        for (Headers.Field field : headers) {
            text.append('\n').append(field.name()).append(": ").append(field.value());
        }
        text.append(headers.isEmpty() ? "\n(header fields not captured)" : "");
        if (body != null && !body.isEmpty()) {
            text.append("\n\n").append(body);
        }
    }
}
