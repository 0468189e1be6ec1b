package io.scimdoctor.check;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.When;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the checks of one run share: the settings, the token once there is one, and every call by its name. */
final class CheckContext {
    private final CheckSettings settings;
    private final Catalog catalog;
    private final CallRunner caller;
    private final CheckEnvironment environment;
    private final Consumer<String> newSecret;
    private final Map<String, RecordedCall> calls = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable PastedToken> token = new AtomicReference<>();

    /** @param newSecret is told every token that the run obtains, so that it can be kept out of the output */
    CheckContext(
            CheckSettings settings,
            Catalog catalog,
            CallRunner caller,
            CheckEnvironment environment,
            Consumer<String> newSecret) {
        this.settings = settings;
        this.catalog = catalog;
        this.caller = caller;
        this.environment = environment;
        this.newSecret = newSecret;
    }

    CheckSettings settings() {
        return settings;
    }

    CallRunner caller() {
        return caller;
    }

    Instant now() {
        return environment.now();
    }

    String newId() {
        return environment.newId();
    }

    Finding finding(String id, String name, String value) {
        return catalog.finding(id, List.of(new Evidence(name, value)));
    }

    Finding finding(String id, String name, Told value) {
        return catalog.finding(id, List.of(new Evidence(name, value)));
    }

    Catalog catalog() {
        return catalog;
    }

    /** Makes the call, or returns it when another check has made it already. */
    RecordedCall call(Probe probe) {
        return calls.computeIfAbsent(probe.id(), id -> caller.call(probe, secret(), diagnosisContext()));
    }

    RecordedCall callTokenEndpoint(Credential.ClientCredentials credential, ClientProof.Usable shown) {
        return caller.callTokenEndpoint(
                () -> credential.tokenRequest(shown, environment.newId(), environment.now()),
                DiagnosisContext.at(environment.now()));
    }

    Finding unusable(ClientProof.Unusable proof) {
        return catalog.finding(
                "credential-unusable",
                List.of(
                        new Evidence("trouble", Redactor.told(proof.reason())),
                        new Evidence("remedy", proof.remedy())));
    }

    void hold(PastedToken held) {
        newSecret.accept(held.token().expose());
        token.set(held);
    }

    @Nullable
    PastedToken token() {
        return token.get();
    }

    /** What could be read of the token; an empty one is broken. */
    TokenReading reading() {
        PastedToken held = token.get();
        return TokenReading.of(held == null ? new Secret("") : held.token());
    }

    /** The token's claims, or null when there is none or it cannot be read. */
    @Nullable
    Claims claims() {
        return reading() instanceof TokenReading.Decoded decoded ? decoded.claims() : null;
    }

    TokenExpectation expectation() {
        Duration skew = skew();
        Instant now = environment.now();
        return new TokenExpectation(
                now,
                skew == null ? null : now.plus(skew),
                settings.target().cloud(),
                settings.target().tenant(),
                settings.target().clientId());
    }

    /** How far the server's clock is ahead of this one, or null when it is not known. */
    @Nullable
    Duration skew() {
        RecordedCall control = calls.get(Probe.CONTROL.id());
        Answered answer = control == null ? null : control.exchange().answer();
        Instant server =
                answer == null ? null : When.date(answer.headers().first("date").orElse(null));
        Instant sent = control == null ? null : control.exchange().at();
        return server == null || sent == null ? null : Duration.between(sent, server);
    }

    private @Nullable Secret secret() {
        PastedToken held = token.get();
        return held == null ? null : held.token();
    }

    private DiagnosisContext diagnosisContext() {
        return new DiagnosisContext(
                environment.now(), claims(), settings.target().tenant());
    }
}
