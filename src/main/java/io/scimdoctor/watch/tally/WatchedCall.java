package io.scimdoctor.watch.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a watch keeps of one call, already masked.
 *
 * @param at when it was sent
 * @param endpoint method and path with ids left out, such as {@code GET /users/{id}}; the check's id when nothing was sent
 * @param made whether the API was called; a call to the token endpoint, or none at all, is not among the calls that are
 *     counted
 * @param duration from the first try to the end of the last
 * @param finding what it showed, or null when it succeeded
 * @param requestId the service's id of it, or else the one that was sent, or null
 * @param traits what it can be grouped by, as far as that is known
 */
public record WatchedCall(
        Instant at,
        String endpoint,
        boolean made,
        @Nullable Integer status,
        Duration duration,
        @Nullable Shown finding,
        @Nullable String requestId,
        Map<Dimension, String> traits) {

    /**
     * A finding of a call.
     *
     * @param failure whether it counts as a failure, and not as a mere warning
     */
    public record Shown(String id, boolean failure) {}

    public WatchedCall {
        Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(traits);
        traits = Collections.unmodifiableMap(copy);
    }

    public boolean failed() {
        return finding != null && finding.failure();
    }
}
