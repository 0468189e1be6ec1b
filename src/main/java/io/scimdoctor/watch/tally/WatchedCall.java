package io.scimdoctor.watch.tally;

import java.time.Duration;
import java.time.Instant;
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
 * @param finding the id of what it showed, or null when it succeeded
 * @param failure whether that counts as a failure, and not as a mere warning
 * @param requestId the service's id of it, or else the one that was sent, or null
 * @param traits what it can be grouped by, as far as that is known
 */
public record WatchedCall(
        Instant at,
        String endpoint,
        boolean made,
        @Nullable Integer status,
        Duration duration,
        @Nullable String finding,
        boolean failure,
        @Nullable String requestId,
        Map<Dimension, String> traits) {}
