package io.scimdoctor.check;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.EMPTY_REPLY;
import static io.scimdoctor.exchange.TransportFault.RESPONSE_TIMEOUT;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.Transport;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of one run share: the settings, the token once there is one, and every call by its name. Calls are counted,
 * repeated where that may help, diagnosed and kept.
 */
record CheckContext(
        CheckSettings settings,
        Transport transport,
        CheckEnvironment environment,
        Consumer<String> newSecret,
        Catalog catalog,
        AtomicInteger counted,
        Map<String, RecordedCall> known,
        AtomicReference<@Nullable PastedToken> held) {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Set<TransportFault> PASSING = Set.of(CONNECTION_RESET, EMPTY_REPLY, RESPONSE_TIMEOUT);

    /** One more call would exceed what the user allows. */
    static final class CallBudgetExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param newSecret is told every token that the run obtains, so that it can be kept out of the output */
    static CheckContext of(
            CheckSettings settings, Transport transport, CheckEnvironment environment, Consumer<String> newSecret) {
        return new CheckContext(
                settings,
                transport,
                environment,
                newSecret,
                Catalog.load(),
                new AtomicInteger(),
                new ConcurrentHashMap<>(),
                new AtomicReference<>());
    }

    Finding finding(String id, String name, String value) {
        return finding(id, name, Told.own(value));
    }

    Finding finding(String id, String name, Told value) {
        return catalog.finding(id, List.of(new Evidence(name, value)));
    }

    Finding unusable(ClientProof.Unusable proof) {
        return catalog.finding(
                "credential-unusable",
                List.of(
                        new Evidence("trouble", Redactor.told(proof.reason())),
                        new Evidence("remedy", proof.remedy())));
    }

    /** Every call that was made, in no order. */
    List<RecordedCall> calls() {
        return List.copyOf(known.values());
    }

    /**
     * Makes the call, or returns it when another check has made it already.
     *
     * @throws CallBudgetExhausted when it would be a call too many
     */
    RecordedCall call(Probe probe) {
        return known.computeIfAbsent(probe.id(), id -> {
            DiagnosisContext about = new DiagnosisContext(
                    expectation().best(),
                    probe.withToken() ? claims() : null,
                    settings.target().tenant());
            return repeat(id, true, () -> request(probe), about);
        });
    }

    /** Calls the token endpoint; that costs nothing and is not counted. */
    RecordedCall callTokenEndpoint(Credential.ClientCredentials credential, ClientProof.Usable shown) {
        return known.computeIfAbsent(
                "token",
                id -> repeat(
                        id,
                        false,
                        () -> credential.tokenRequest(shown, environment.newId(), environment.now()),
                        DiagnosisContext.at(environment.now())));
    }

    void hold(@Nullable PastedToken token) {
        if (token != null) {
            newSecret.accept(token.token().expose());
        }
        held.set(token);
    }

    /** What could be read of the token; an empty one is broken. */
    TokenReading reading() {
        PastedToken token = held.get();
        return TokenReading.of(token == null ? new Secret("") : token.token());
    }

    /** The token's claims, or null when there is none or it cannot be read. */
    @Nullable
    Claims claims() {
        return reading() instanceof TokenReading.Decoded decoded ? decoded.claims() : null;
    }

    TokenExpectation expectation() {
        Duration skew = skew();
        Instant now = environment.now();
        CheckSettings.Target target = settings.target();
        return new TokenExpectation(
                now, skew == null ? null : now.plus(skew), target.cloud(), target.tenant(), target.clientId());
    }

    /** How far the server's clock is ahead of this one, or null when it is not known. */
    @Nullable
    Duration skew() {
        RecordedCall control = known.get(Probe.CONTROL.id());
        Instant server =
                control == null ? null : control.exchange().answerHeaders().date("date");
        Instant sent = control == null ? null : control.exchange().at();
        return server == null || sent == null ? null : Duration.between(sent, server);
    }

    private SentRequest request(Probe probe) {
        Headers headers = probe.headers().plus("client-request-id", environment.newId());
        PastedToken token = held.get();
        if (probe.withToken() && token != null) {
            headers = headers.plus("Authorization", "Bearer " + token.token().expose());
        }
        return new SentRequest(probe.method(), settings.target().baseUrl() + probe.path(), headers, probe.body());
    }

    private RecordedCall repeat(String id, boolean toApi, Supplier<SentRequest> request, DiagnosisContext about) {
        List<Attempt> attempts = new ArrayList<>();
        while (true) {
            if (toApi && counted.incrementAndGet() > settings.budget().maxCalls()) {
                throw new CallBudgetExhausted();
            }
            SentRequest sent = request.get();
            environment.progress(sent.method() + " " + id + " …");
            Exchange exchange = transport.send(sent);
            // A call that the transport did not make at all has no record of its own.
            Attempt attempt = exchange.attempts().isEmpty()
                    ? new Attempt(environment.now(), null, Duration.ZERO, null, null, null)
                    : exchange.attempts().get(exchange.attempts().size() - 1);
            attempts.add(attempt);
            Duration wait =
                    attempts.size() > settings.budget().retries() ? null : wait(exchange, attempt, attempts.size());
            if (wait == null || environment.isStopped()) {
                Diagnosis diagnosis = new Diagnoser(catalog).diagnose(exchange, about);
                return new RecordedCall(id, toApi, exchange, diagnosis, diagnosis.facts(), attempts);
            }
            environment.pause(wait);
        }
    }

    /**
     * How long to wait before the next try, or null when there must be none. Source: "Microsoft Graph throttling guidance":
     * 429 and 503 as they ask, whatever the method; trouble on the way only for what can be sent twice without harm; a
     * fault of the service once, and only for a read; two changes that met, but no duplicate value of the same status.
     */
    private @Nullable Duration wait(Exchange exchange, Attempt attempt, int tries) {
        String method = String.valueOf(exchange.request().method());
        boolean repeatable = method.equals("GET") || method.equals("DELETE");
        Answered answer = exchange.answer();
        boolean again = answer == null
                ? repeatable
                        && exchange.outcome() instanceof Unanswered unanswered
                        && PASSING.contains(unanswered.fault())
                : switch (answer.status()) {
                    case 429, 503 -> true;
                    case 502, 504 -> repeatable;
                    case 409 -> answer.body().contains("Directory_ConcurrencyViolation");
                    case 500 -> method.equals("GET") && tries == 1;
                    default -> false;
                };
        Duration asked = attempt.retryAfter();
        Duration wait = asked == null ? SHORTEST_WAIT.multipliedBy(1L << Math.min(tries - 1, 5)) : asked;
        return again && wait.compareTo(settings.budget().longestWait()) <= 0 ? wait : null;
    }
}
