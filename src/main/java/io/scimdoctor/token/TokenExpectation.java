package io.scimdoctor.token;

import io.scimdoctor.scim.Cloud;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token is judged against.
 *
 * @param now the local clock
 * @param serverNow the server's clock, from its {@code Date} header; it decides where the two disagree
 * @param cloud the cloud that will be called, or null when any will do
 * @param tenant the configured tenant id, if any
 * @param application the configured client id, if any
 */
public record TokenExpectation(
        Instant now,
        @Nullable Instant serverNow,
        @Nullable Cloud cloud,
        @Nullable String tenant,
        @Nullable String application) {
    public static TokenExpectation at(Instant now) {
        return new TokenExpectation(now, null, null, null, null);
    }

    /** The better of the two clocks. */
    public Instant best() {
        return serverNow == null ? now : serverNow;
    }
}
