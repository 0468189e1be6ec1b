package io.scimdoctor.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a call that was read in full showed, and every call like it will.
 *
 * @param finding the finding's id, or null when it succeeded
 * @param endpoint method and path with ids left out, masked
 * @param hasRequestId whether the answer bears a request id
 */
public record Shown(Captured captured, @Nullable String finding, String endpoint, boolean hasRequestId) {}
