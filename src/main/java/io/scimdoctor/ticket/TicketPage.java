package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.FindingBlocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays a ticket out in sections, the most important first; each format then shows them in its own way. */
public final class TicketPage {
    static final String CLAIMS = "Claims of the token";
    static final String MISSING = "Still missing";
    static final String REPRODUCE = "Reproduce";

    static final String ROLE = "least missing role";

    static final String SIMULATED =
            "SIMULATED: this evidence comes from the simulator of scimdoctor. It is an example and no case for support.";

    private final Ticket ticket;
    private final List<Block.Section> sections = new ArrayList<>();

    private TicketPage(Ticket ticket) {
        this.ticket = ticket;
    }

    static List<Block.Section> sections(Ticket ticket) {
        TicketPage page = new TicketPage(ticket);
        page.problem();
        page.section("Who and where", List.of(facts(ticket.place())));
        ticket.problems().forEach(page::problem);
        page.section("Ruled out", judgements(ticket.ruledOut()));
        page.section("Not ruled out", judgements(ticket.notRuledOut()));
        page.section("Tried so far", List.of(new Block.Bullets(ticket.tried())));
        page.sections.add(missing(MISSING, ticket));
        page.section("State of the tenant", List.of(facts(ticket.state())));
        page.section(CLAIMS, claims(ticket.token()));
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

    private static List<Block> begun(Ticket ticket) {
        return new ArrayList<>(ticket.subject().simulated() ? List.of(new Block.Warning(SIMULATED)) : List.of());
    }

    private void problem() {
        List<Block> blocks = begun(ticket);
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
            return "This usually passes by itself, and support will ask whether it lasts.";
        }
        boolean certain = finding.confidence() == Confidence.CERTAIN;
        return "This is " + (certain ? "" : "probably ") + "for the " + owner.person()
                + " to fix, not for Microsoft: support will probably send the ticket back.";
    }

    private void problem(Ticket.Problem problem) {
        Finding finding = problem.finding();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(finding.title() + ". " + finding.cause() + " ("
                + finding.confidence().slug() + "; " + finding.basis().words() + ")"));
        blocks.add(facts(facts(problem)));
        if (!problem.attempts().isEmpty()) {
            blocks.add(attempts(problem.attempts()));
        }
        if (problem.samples().isEmpty()) {
            blocks.add(FindingBlocks.evidence(finding.evidence(), Audience.HANDED_ON));
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

    private static List<Ticket.Fact> facts(Ticket.Problem problem) {
        List<Ticket.Fact> facts = new ArrayList<>();
        Ticket.Occurrence seen = problem.seen();
        if (seen != null) {
            facts.add(new Ticket.Fact("calls", Whereabouts.joined(seen.endpoints())));
            facts.add(new Ticket.Fact("frequency", Frequency.of(seen)));
            if (seen.count() > 1) {
                facts.add(new Ticket.Fact("first seen (UTC)", time(seen.firstSeen())));
                facts.add(new Ticket.Fact("last seen (UTC)", time(seen.lastSeen())));
            }
        } else {
            facts.add(new Ticket.Fact("calls", "none of the calls shows it by itself"));
        }
        Told missing = problem.finding().fact(ROLE);
        if (missing != null && !missing.seen().equals("none")) {
            facts.add(new Ticket.Fact(ROLE, missing.to(Audience.HANDED_ON)));
        }
        if (!problem.samples().isEmpty()) {
            Ticket.Sample sample = problem.samples().get(0);
            facts.add(new Ticket.Fact("example", call(sample.request())));
            facts.add(new Ticket.Fact("expected", sample.expected()));
            facts.addAll(sample.answerFacts());
        }
        return facts;
    }

    private static @Nullable String call(SentRequest request) {
        String method = request.method();
        String url = request.url();
        if (method == null && url == null) {
            return null;
        }
        return (method == null ? "(method not known)" : method) + " " + (url == null ? "(URL not known)" : url);
    }

    /** Every try, in the columns of which anything is known. */
    private static Block attempts(List<Ticket.Try> attempts) {
        Map<String, Function<Ticket.Try, @Nullable Object>> columns = new LinkedHashMap<>();
        columns.put("call", Ticket.Try::call);
        columns.put("time (UTC)", Ticket.Try::at);
        columns.put("status", Ticket.Try::status);
        columns.put("duration", each -> millis(each.duration()));
        columns.put("retry after", each -> millis(each.retryAfter()));
        columns.put("request-id", Ticket.Try::requestId);
        columns.put("client-request-id", Ticket.Try::clientRequestId);
        columns.put("trace_id", Ticket.Try::traceId);
        columns.put("correlation_id", Ticket.Try::correlationId);
        columns.values().removeIf(column -> attempts.stream().allMatch(each -> column.apply(each) == null));
        List<List<String>> rows = new ArrayList<>();
        for (Ticket.Try each : attempts) {
            rows.add(columns.values().stream()
                    .map(column -> Objects.toString(column.apply(each), ""))
                    .toList());
        }
        return new Block.Table("Attempts", List.copyOf(columns.keySet()), rows);
    }

    private static @Nullable String millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() + " ms";
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Impact.text(time);
    }

    private static List<Block> judgements(List<Ticket.Judgement> judgements) {
        return bullets(
                judgements.stream()
                        .map(each -> each.statement() + ": " + each.reason())
                        .toList(),
                "Nothing in particular.");
    }

    private static List<Block> bullets(List<String> items, String withoutAny) {
        return List.of(items.isEmpty() ? new Block.Paragraph(withoutAny) : new Block.Bullets(items));
    }

    private static Block.Section missing(String title, Ticket ticket) {
        List<String> items = ticket.missing().stream()
                .map(gap -> gap.field() + ": " + gap.why() + ". " + gap.how())
                .toList();
        return new Block.Section(title, bullets(items, "Nothing that is usually asked."));
    }

    /** What the ticket would share, mask and withhold, and what it lacks, before any of it is written. */
    public static BlockPage preview(Ticket ticket) {
        List<List<String>> rows = new ArrayList<>();
        for (Ticket.Disclosure each : ticket.disclosures()) {
            String count = each.count() == null ? "all" : String.valueOf(each.count());
            rows.add(List.of(each.place(), each.treatment().slug(), count));
        }
        List<Block> blocks = begun(ticket);
        blocks.add(new Block.Section(
                "Shared, masked and withheld",
                new Block.Table("Places", List.of("Place", "Treatment", "Count"), rows)));
        blocks.add(missing("What Microsoft Support will ask for and is missing", ticket));
        return BlockPage.of(ticket.subject().title(), ticket.subject().simulated(), blocks);
    }

    private static List<Block> claims(List<Ticket.Fact> claims) {
        return claims.isEmpty()
                ? List.of(new Block.Paragraph("Not known. The token itself is never part of a ticket."))
                : List.of(new Block.Paragraph("The token itself is never part of a ticket."), facts(claims));
    }

    private void reproducers() {
        List<Block> blocks = new ArrayList<>();
        for (Ticket.Problem problem : ticket.problems()) {
            List<Ticket.Sample> samples = problem.samples();
            Ticket.Reproducer lines = samples.isEmpty() ? null : samples.get(0).reproduce();
            if (lines != null) {
                String what =
                        problem.finding().id() + ", call " + samples.get(0).id();
                blocks.add(new Block.Code(what + ": curl", "sh", lines.curl()));
                blocks.add(new Block.Code(what + ": PowerShell 7", "powershell", lines.powershell()));
                blocks.add(new Block.Code(what + ": HTTP", "http", lines.http()));
                String note = lines.note();
                if (note != null) {
                    blocks.add(new Block.Paragraph(note));
                }
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(
                    0,
                    new Block.Paragraph(
                            "TOKEN holds an access token for Microsoft Graph, CLIENT_SECRET the secret of the"
                                    + " application; neither is part of a ticket."));
            section(REPRODUCE, blocks);
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
            String places = ticket.disclosures().stream()
                    .filter(each -> each.treatment() == treatment)
                    .map(each -> each.place() + (each.count() == null ? "" : " (" + each.count() + ")"))
                    .collect(Collectors.joining(", "));
            if (treatment != Ticket.Treatment.SHARED && !places.isEmpty()) {
                items.add(treatment.slug() + ": " + places);
            }
        }
        section(
                "Masked and withheld",
                List.of(
                        new Block.Paragraph("Stand-ins such as user-1 always mean the same value; who sent this ticket"
                                + " can tell which."),
                        new Block.Bullets(items)));
    }

    private static String request(SentRequest request) {
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

    private static void message(StringBuilder text, Headers headers, @Nullable String body) {
        String fields = String.join("\n", headers.lines());
        text.append('\n').append(headers.isEmpty() ? "(header fields not captured)" : fields);
        if (body != null && !body.isEmpty()) {
            text.append("\n\n").append(body);
        }
    }
}
