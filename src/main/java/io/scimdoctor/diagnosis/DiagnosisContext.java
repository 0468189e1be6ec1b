package io.scimdoctor.diagnosis;

import io.scimdoctor.token.Claims;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside an exchange.
 *
 * @param now the clock, for what the exchange itself does not date
 * @param token the claims of the token that was used, if it is known
 * @param tenant the tenant id that was meant, if it is known
 */
public record DiagnosisContext(
        Instant now, @Nullable Claims token, @Nullable String tenant) {
    public static DiagnosisContext at(Instant now) {
        return new DiagnosisContext(now, null, null);
    }
}
