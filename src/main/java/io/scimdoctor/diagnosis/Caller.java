package io.scimdoctor.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * Who made a call, as far as a log says it.
 *
 * @param application the application (client) id
 * @param tenant the tenant id
 */
public record Caller(@Nullable String application, @Nullable String tenant) {
    public static final Caller UNKNOWN = new Caller(null, null);
}
