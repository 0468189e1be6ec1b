package io.scimdoctor.check;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
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
    private static final int NOT_FOUND = 404;

    public RecordedCall {
        attempts = List.copyOf(attempts);
    }

    RecordedCall(String id, boolean toApi, Exchange exchange, Diagnosis diagnosis, List<Attempt> attempts) {
        this(id, toApi, exchange, diagnosis, ExchangeFacts.of(diagnosis.seen()), attempts);
    }

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
        return api && answer != null && (answer.isSuccess() || answer.status() == NOT_FOUND);
    }

    /** Microsoft Graph's own note on which server answered, masked, or null. */
    public @Nullable String diagnostic() {
        Answered answer = exchange.answer();
        String diagnostic = answer == null
                ? null
                : answer.headers().first("x-ms-ags-diagnostic").orElse(null);
        return diagnostic == null ? null : Redactor.text(diagnostic);
    }

    /** The time until the first byte of the answer, or null. */
    public @Nullable Duration firstByte() {
        return exchange.trace().phases().firstByte();
    }
}
