package io.scimdoctor.finding;

import org.jspecify.annotations.Nullable;

/**
 * The call that shows a finding best.
 *
 * @param url as it was sent, or null when it is not known
 * @param status of the answer, or null without one
 * @param requestId the id for support, or null
 */
public record FailedRequest(
        @Nullable String method,
        @Nullable Told url,
        @Nullable Integer status,
        @Nullable String requestId) {}
