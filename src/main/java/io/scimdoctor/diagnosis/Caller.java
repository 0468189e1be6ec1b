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

    /** Spares an object where nothing is known. */
    public static Caller of(@Nullable String application, @Nullable String tenant) {
        return application == null && tenant == null ? UNKNOWN : new Caller(application, tenant);
    }
}
