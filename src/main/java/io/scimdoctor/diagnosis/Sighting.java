package io.scimdoctor.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a group remembers of one exchange.
 *
 * @param endpoint method and path with ids left out, masked
 * @param requestId the id for support, masked
 * @param caller who made the call, not masked yet
 */
public record Sighting(
        @Nullable Instant at, String endpoint, @Nullable String requestId, Caller caller) {
    public static Sighting of(ExchangeFacts facts, Caller caller) {
        return new Sighting(facts.at(), facts.endpoint(), facts.requestId(), caller);
    }
}
