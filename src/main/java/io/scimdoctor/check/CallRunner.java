package io.scimdoctor.check;

import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.http.Transport;
import io.scimdoctor.token.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a run: it counts them, repeats what may be repeated, diagnoses and records each. */
final class CallRunner {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final CheckSettings settings;
    private final Transport transport;
    private final Diagnoser diagnoser;
    private final CheckEnvironment environment;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<RecordedCall> recorded = Collections.synchronizedList(new ArrayList<>());

    CallRunner(CheckSettings settings, Transport transport, Diagnoser diagnoser, CheckEnvironment environment) {
        this.settings = settings;
        this.transport = transport;
        this.diagnoser = diagnoser;
        this.environment = environment;
    }

    /** How many calls went to the API. */
    int calls() {
        return Math.min(calls.get(), settings.budget().maxCalls());
    }

    List<RecordedCall> recorded() {
        synchronized (recorded) {
            return List.copyOf(recorded);
        }
    }

    /** Calls the API. */
    RecordedCall call(Probe probe, @Nullable Secret token, DiagnosisContext context) {
        Supplier<SentRequest> request = () -> request(probe, token, environment.newId());
        return repeat(probe.id(), true, request, context);
    }

    /** Calls the token endpoint; that costs nothing and is not counted. */
    RecordedCall callTokenEndpoint(Supplier<SentRequest> request, DiagnosisContext context) {
        return repeat("token", false, request, context);
    }

    private SentRequest request(Probe probe, @Nullable Secret token, String id) {
        var headers = probe.headers().plus("client-request-id", id);
        if (probe.withToken() && token != null) {
            headers = headers.plus("Authorization", "Bearer " + token.expose());
        }
        return new SentRequest(probe.method(), settings.target().baseUrl() + probe.path(), headers, probe.body());
    }

    private RecordedCall repeat(String id, boolean toApi, Supplier<SentRequest> request, DiagnosisContext context) {
        List<Attempt> attempts = new ArrayList<>();
        while (true) {
            if (toApi && calls.incrementAndGet() > settings.budget().maxCalls()) {
                throw new CallBudgetExhausted();
            }
            SentRequest sent = request.get();
            environment.observer().calling(id, String.valueOf(sent.method()));
            Exchange exchange = transport.send(sent);
            Attempt attempt = attempt(exchange);
            attempts.add(attempt);
            Duration wait =
                    attempts.size() > settings.budget().retries() ? null : wait(exchange, attempt, attempts.size());
            if (wait == null || environment.isStopped()) {
                return record(id, toApi, exchange, attempts, context);
            }
            environment.pause(wait);
        }
    }

    private RecordedCall record(
            String id, boolean toApi, Exchange exchange, List<Attempt> attempts, DiagnosisContext context) {
        Diagnosis diagnosis = diagnoser.diagnose(exchange, context);
        String clientRequestId =
                exchange.request().headers().first("client-request-id").orElse("");
        RecordedCall call = new RecordedCall(
                id, clientRequestId, toApi, exchange, diagnosis, ExchangeFacts.of(diagnosis.seen()), attempts);
        recorded.add(call);
        return call;
    }

    /** The transport's own record; a call that it did not make at all has none. */
    private Attempt attempt(Exchange exchange) {
        List<Attempt> made = exchange.attempts();
        return made.isEmpty()
                ? new Attempt(environment.now(), null, Duration.ZERO, null, null, null)
                : made.get(made.size() - 1);
    }

    /**
     * How long to wait before the next try, or null when there must be none. Source: "Microsoft Graph throttling guidance":
     * 429 and 503 as they ask, whatever the method; trouble on the way only for what can be sent twice without harm; a
     * fault of the service once, and only for a read.
     */
    private @Nullable Duration wait(Exchange exchange, Attempt attempt, int tries) {
        String method = String.valueOf(exchange.request().method());
        boolean repeatable = method.equals("GET") || method.equals("DELETE");
        boolean again;
        if (exchange.outcome() instanceof Unanswered unanswered) {
            again = repeatable && isPassing(unanswered.fault());
        } else {
            int status = attempt.status() == null ? 0 : attempt.status();
            again = switch (status) {
                case 429, 503 -> true;
                case 502, 504 -> repeatable;
                case 409 -> isConcurrency(exchange);
                case 500 -> method.equals("GET") && tries == 1;
                default -> false;
            };
        }
        Duration asked = attempt.retryAfter();
        Duration wait = asked == null ? SHORTEST_WAIT.multipliedBy(1L << Math.min(tries - 1, 5)) : asked;
        return again && wait.compareTo(settings.budget().longestWait()) <= 0 ? wait : null;
    }

    /** Whether two changes met, which a repeat may cure; no repeat cures a duplicate value of the same status. */
    private static boolean isConcurrency(Exchange exchange) {
        Answered answer = exchange.answer();
        return answer != null && answer.body().contains("Directory_ConcurrencyViolation");
    }

    private static boolean isPassing(TransportFault fault) {
        return fault == TransportFault.CONNECTION_RESET
                || fault == TransportFault.EMPTY_REPLY
                || fault == TransportFault.RESPONSE_TIMEOUT;
    }
}
