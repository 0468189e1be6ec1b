package io.scimdoctor.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a request.
 *
 * @param at when it was sent
 * @param status the answer's status, or null without an answer
 * @param duration how long it took in all
 * @param retryAfter the wait that the answer asked for
 * @param clientRequestId the id that was sent with it
 * @param requestId the service's own id
 */
public record Attempt(
        Instant at,
        @Nullable Integer status,
        Duration duration,
        @Nullable Duration retryAfter,
        @Nullable String clientRequestId,
        @Nullable String requestId) {}
