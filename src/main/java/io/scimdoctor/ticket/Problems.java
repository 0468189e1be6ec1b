package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Resource;
import io.scimdoctor.report.format.Amounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes each finding by its calls. */
final class Problems {
    private static final int MOST_TRIES = 50;
    private static final JsonNode WORDS = Resource.json(Problems.class, "words.json");

    private Problems() {}

    /** The first and the last call of each finding are shown in full. */
    static List<Ticket.Problem> of(Material material) {
        List<Ticket.Problem> problems = new ArrayList<>();
        for (Finding finding : material.findings()) {
            List<FailedCall> calls = material.cases(finding.id());
            Ticket.Occurrence seen = material.occurrence(finding.id());
            List<FailedCall> ends = calls.size() < 2 ? calls : List.of(calls.get(0), calls.get(calls.size() - 1));
            problems.add(new Ticket.Problem(
                    finding,
                    seen.count() == 0 ? null : seen,
                    ends.stream().map(Problems::sample).toList(),
                    tries(calls, material.runs().size() > 1)));
        }
        return problems;
    }

    private static Ticket.Sample sample(FailedCall call) {
        SentRequest request = call.exchange().request();
        Answered answer = call.seen().answer();
        return new Ticket.Sample(
                call.recorded().id(),
                call.recorded().source(),
                toMillis(call.exchange().at()),
                expected(call),
                actual(call),
                request,
                answer == null
                        ? null
                        : new Ticket.Answer(call.status(), answer.headers(), answer.body(), answer.truncated()),
                call.exchange().outcome() instanceof Unanswered unanswered ? unanswered.fault() : null,
                facts(call),
                call.exchange().trace().phases(),
                Recipe.of(call));
    }

    /** What the answer says, word for word as far as it may be shown. */
    private static List<Ticket.Fact> facts(FailedCall call) {
        List<Ticket.Fact> facts = new ArrayList<>();
        add(facts, "status", call.status() == null ? "none" : String.valueOf(call.status()));
        add(facts, "fault", call.fault());
        if (call.seen().answer() != null) {
            add(facts, "error shape", call.seen().body().shape().name().toLowerCase(Locale.ROOT));
            String responder = call.seen().responder().slug();
            add(facts, "answered by", WORDS.path("answered-by").path(responder).asText());
            add(facts, "code", String.join(", ", call.seen().body().codes()));
            add(facts, "detail", call.seen().body().message());
            add(facts, "scimType", call.seen().body().field("scimType"));
            add(facts, "request-id", call.requestId());
            add(facts, "client-request-id", call.clientRequestId());
            add(facts, "trace_id", call.seen().body().field("trace_id"));
            add(facts, "correlation_id", call.seen().body().field("correlation_id"));
            add(facts, "timestamp", call.seen().body().field("timestamp"));
            add(facts, "Date", call.received("date"));
        }
        add(facts, "phases", Amounts.phases(call.exchange().trace().phases()));
        add(facts, "captured in", call.recorded().source());
        return facts;
    }

    /** Cut to milliseconds: nobody finds a line of a log by more. */
    static @Nullable Instant toMillis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void add(List<Ticket.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Ticket.Fact(name, value));
        }
    }

    private static String expected(FailedCall call) {
        if (call.isTokenRequest()) {
            return "200 with an access token";
        }
        boolean one = call.method().equals("GET")
                && call.seen().url() != null
                && call.seen().url().isObject();
        return WORDS.path("expected")
                .path(call.method() + (one ? " of one" : ""))
                .asText("a success (2xx)");
    }

    private static String actual(FailedCall call) {
        String fault = call.fault();
        if (fault != null) {
            return "no answer: " + fault;
        }
        String detail = call.seen().body().message();
        String status = call.status() == null ? "an answer whose status is not known" : "status " + call.status();
        if (!detail.isEmpty()) {
            return status + ": " + detail;
        }
        String codes = String.join(", ", call.seen().body().codes());
        return status + (codes.isEmpty() ? " without a text" : " with the code " + codes + " and no text");
    }

    private static List<Ticket.Try> tries(List<FailedCall> calls, boolean severalRuns) {
        List<Ticket.Try> tries = new ArrayList<>();
        for (FailedCall call : calls) {
            String name = call.recorded().id();
            String id = severalRuns ? call.run().head().shortId() + " " + name : name;
            List<Attempt> attempts = call.exchange().attempts();
            for (int i = 0; i < attempts.size() && tries.size() < MOST_TRIES; i++) {
                tries.add(attempt(id, attempts.get(i), i == attempts.size() - 1 ? call : null));
            }
            if (attempts.isEmpty() && tries.size() < MOST_TRIES) {
                tries.add(captured(id, call));
            }
        }
        return tries;
    }

    /** @param last the call whose recorded answer is that of this try, or null */
    private static Ticket.Try attempt(String id, Attempt attempt, @Nullable FailedCall last) {
        String requestId = attempt.requestId();
        return new Ticket.Try(
                id,
                toMillis(attempt.at()),
                attempt.status(),
                attempt.duration(),
                attempt.retryAfter(),
                requestId == null && last != null ? last.requestId() : requestId,
                attempt.clientRequestId(),
                last == null ? null : last.seen().body().field("trace_id"),
                last == null ? null : last.seen().body().field("correlation_id"));
    }

    private static Ticket.Try captured(String id, FailedCall call) {
        return new Ticket.Try(
                id,
                toMillis(call.at()),
                call.status(),
                call.exchange().trace().phases().total(),
                null,
                call.requestId(),
                call.clientRequestId(),
                call.seen().body().field("trace_id"),
                call.seen().body().field("correlation_id"));
    }
}
