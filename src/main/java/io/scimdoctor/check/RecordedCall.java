package io.scimdoctor.check;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made, and what it showed.
 *
 * @param id the name of its probe
 * @param toApi whether it went to the SCIM API, and not to the token endpoint
 * @param attempts every try, oldest first
 */
public record RecordedCall(
        String id, boolean toApi, Exchange exchange, Diagnosis diagnosis, ExchangeFacts facts, List<Attempt> attempts) {
    private static final Duration SLOW = Duration.ofSeconds(2);

    /** The id that was sent with it. */
    public String clientRequestId() {
        return exchange.request().headers().first("client-request-id").orElse("");
    }

    public @Nullable Finding finding() {
        return diagnosis.finding();
    }

    /** Whether it is probably billed: 2xx and 404 are ("Enable the SCIM Provisioning API", 2026-03-26). */
    public boolean isBillable() {
        Answered answer = exchange.answer();
        boolean api =
                toApi && (finding() == null || !"NotFromApi".equals(finding().error()));
        return api && answer != null && (answer.isSuccess() || answer.status() == 404);
    }

    /** Microsoft Graph's own note on which server answered, masked, or null. */
    public @Nullable String diagnostic() {
        return exchange.answerHeaders()
                .first("x-ms-ags-diagnostic")
                .map(Redactor::text)
                .orElse(null);
    }

    /** How long it took, to be put behind what it came to. */
    String took() {
        Duration total = exchange.trace().phases().total();
        return total == null ? "" : ", " + total.toMillis() + " ms";
    }

    /** After how long the first byte came, when that is worth a word; Graph usually takes a tenth of it. */
    public @Nullable String late() {
        Duration wait = firstByte();
        return wait != null && wait.compareTo(SLOW) > 0 ? wait.toMillis() + " ms" : null;
    }

    /** How long the service let wait for its first byte, once the connection stood; null without an answer. */
    public @Nullable Duration firstByte() {
        Trace.Phases phases = exchange.trace().phases();
        Duration wait = phases.firstByte();
        for (Duration before : Arrays.asList(phases.resolve(), phases.connect(), phases.tls())) {
            wait = wait == null || before == null ? wait : wait.minus(before);
        }
        return wait;
    }
}
