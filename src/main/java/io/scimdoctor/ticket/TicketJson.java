package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.run.ExchangeJson;
import io.scimdoctor.run.RunHead;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as a document of kind {@code TicketReport}, for a help desk's own system. */
public final class TicketJson {
    private final JsonWriter json;

    private TicketJson(JsonWriter json) {
        this.json = json;
    }

    /** @param policy the redaction policy that holds, standard or strict */
    public static String of(Ticket ticket, String policy, String toolVersion) {
        StringWriter target = new StringWriter();
        try {
            JsonWriter json = Documents.open(target, "TicketReport", toolVersion);
            TicketJson body = new TicketJson(json);
            body.subject(ticket, policy);
            body.facts("place", ticket.place());
            body.facts("token", ticket.token());
            body.facts("state", ticket.state());
            body.problems(ticket.problems());
            body.judgements("ruledOut", ticket.excluded());
            body.judgements("notRuledOut", ticket.open());
            json.strings("tried", ticket.tried());
            missing(json, ticket.gaps());
            disclosures(json, ticket.disclosures());
            body.runs(ticket.runs());
            Documents.close(json, target);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return target.toString();
    }

    private void subject(Ticket ticket, String policy) throws IOException {
        Owner owner = ticket.owner();
        json.object("subject")
                .field("title", ticket.subject().title())
                .field("problem", ticket.subject().problem())
                .field("caseId", ticket.subject().caseId())
                .strings("notes", ticket.subject().notes())
                .field("simulated", ticket.subject().simulated())
                .field("owner", owner == null ? null : owner.slug())
                .field("redaction", policy)
                .endObject()
                .strings("firstSteps", ticket.firstSteps())
                .strings("impact", ticket.impact());
    }

    private void facts(String name, List<Ticket.Fact> facts) throws IOException {
        json.array(name);
        for (Ticket.Fact fact : facts) {
            json.object()
                    .field("name", fact.name())
                    .field("value", fact.value())
                    .endObject();
        }
        json.endArray();
    }

    private void problems(List<Ticket.Problem> problems) throws IOException {
        json.array("problems");
        for (Ticket.Problem problem : problems) {
            json.object().object("finding");
            Documents.content(json, problem.finding());
            json.endObject();
            seen(problem.seen());
            json.array("samples");
            for (Ticket.Sample sample : problem.samples()) {
                sample(sample);
            }
            json.endArray();
            attempts(problem.attempts());
            json.endObject();
        }
        json.endArray();
    }

    private void seen(Ticket.@Nullable Occurrence seen) throws IOException {
        if (seen == null) {
            json.field("seen", (String) null);
            return;
        }
        json.object("seen")
                .field("count", seen.count())
                .field("calls", seen.all())
                .field("firstSeen", time(seen.first()))
                .field("lastSeen", time(seen.last()))
                .field("frequency", Frequency.of(seen))
                .strings("endpoints", seen.endpoints());
        seen.windows().write(json);
        json.endObject();
    }

    private void sample(Ticket.Sample sample) throws IOException {
        Exchange exchange = sample.call().exchange();
        SentRequest request = exchange.request();
        json.object()
                .field("id", sample.call().id())
                .field("source", sample.call().source())
                .field("startedAt", time(exchange.at()))
                .field("expected", sample.expected())
                .field("actual", sample.actual());
        json.object("request").field("method", request.method()).field("url", request.url());
        ExchangeJson.headers(json, request.headers());
        json.field("body", request.body()).endObject();
        answer(exchange);
        json.array("answerFacts");
        for (Evidence fact : sample.answer()) {
            json.object()
                    .field("name", fact.name())
                    .field("value", fact.value().handedOn())
                    .endObject();
        }
        json.endArray();
        trace(exchange.trace());
        reproducer(sample.reproducer());
        json.endObject();
    }

    private void answer(Exchange exchange) throws IOException {
        Answered answer = exchange.answer();
        if (answer == null) {
            json.field("answer", (String) null);
        } else {
            json.object("answer").field("status", answer.status() == 0 ? null : Integer.valueOf(answer.status()));
            ExchangeJson.headers(json, answer.headers());
            json.field("body", answer.body())
                    .field("truncated", answer.truncated())
                    .endObject();
        }
        json.field(
                "fault",
                exchange.outcome() instanceof Unanswered unanswered
                        ? unanswered.fault().slug()
                        : null);
    }

    private void trace(Trace trace) throws IOException {
        json.object("phases")
                .field("resolveMs", millis(trace.phases().resolve()))
                .field("connectMs", millis(trace.phases().connect()))
                .field("tlsMs", millis(trace.phases().tls()))
                .field("firstByteMs", millis(trace.phases().firstByte()))
                .field("totalMs", millis(trace.phases().total()))
                .endObject();
    }

    private void reproducer(Ticket.@Nullable Reproducer lines) throws IOException {
        if (lines == null) {
            json.field("reproduce", (String) null);
            return;
        }
        json.object("reproduce")
                .field("curl", lines.curl())
                .field("powershell", lines.powershell())
                .field("http", lines.raw())
                .field("note", lines.note())
                .endObject();
    }

    private void attempts(List<Ticket.Try> attempts) throws IOException {
        json.array("attempts");
        for (Ticket.Try each : attempts) {
            json.object()
                    .field("call", each.call())
                    .field("at", time(each.at()))
                    .field("status", each.status())
                    .field("durationMs", each.durationMs())
                    .field("retryAfterMs", each.retryAfterMs())
                    .field("requestId", each.requestId())
                    .field("clientRequestId", each.clientRequestId())
                    .field("traceId", each.traceId())
                    .field("correlationId", each.correlationId())
                    .endObject();
        }
        json.endArray();
    }

    private void judgements(String name, List<Ticket.Judgement> judgements) throws IOException {
        json.array(name);
        for (Ticket.Judgement each : judgements) {
            json.object()
                    .field("statement", each.statement())
                    .field("reason", each.reason())
                    .endObject();
        }
        json.endArray();
    }

    static void missing(JsonWriter json, List<Ticket.Gap> gaps) throws IOException {
        json.array("missing");
        for (Ticket.Gap gap : gaps) {
            json.object()
                    .field("field", gap.field())
                    .field("why", gap.why())
                    .field("how", gap.how())
                    .endObject();
        }
        json.endArray();
    }

    static void disclosures(JsonWriter json, List<Ticket.Disclosure> disclosures) throws IOException {
        json.array("disclosures");
        for (Ticket.Disclosure each : disclosures) {
            json.object()
                    .field("place", each.place())
                    .field("treatment", each.treatment().slug())
                    .field("count", each.count())
                    .endObject();
        }
        json.endArray();
    }

    private void runs(List<RunHead> runs) throws IOException {
        json.array("runs");
        for (RunHead run : runs) {
            json.object()
                    .field("id", run.id())
                    .field("command", run.kind().slug())
                    .field("startedAt", run.startedAt().toString())
                    .field("finishedAt", run.finishedAt().toString())
                    .field("complete", run.complete())
                    .field("simulated", run.simulated())
                    .endObject();
        }
        json.endArray();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Impact.text(time);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
