package io.scimdoctor.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long things may take, measured on the monotonic clock.
 *
 * @param connectMillis for name and connection together, and again for the TLS handshake
 * @param silenceMillis without a byte
 * @param deadlineNanos when all must have ended, as a value of {@link System#nanoTime()}, or null
 */
record Limits(
        int connectMillis, int silenceMillis, @Nullable Long deadlineNanos) {

    static Limits of(TransportSettings settings) {
        int connect = millis(settings.connectTimeout());
        int silence = millis(settings.requestTimeout());
        Duration left = settings.deadline() == null
                ? Duration.ofDays(1)
                : Duration.between(settings.clock().instant(), settings.deadline());
        // From a day on the deadline bounds nothing, and the nanoseconds could overflow.
        boolean bounded = left.compareTo(Duration.ofDays(1)) < 0;
        return new Limits(connect, silence, bounded ? System.nanoTime() + Math.max(0, left.toNanos()) : null);
    }

    boolean deadlinePassed() {
        return deadlineNanos != null && deadlineNanos - System.nanoTime() <= 0;
    }

    /** The wait, cut short by the deadline; at least a millisecond, since 0 means for ever to a socket. */
    int withinDeadline(long millis) {
        long left =
                deadlineNanos == null ? millis : TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()) + 1;
        return (int) Math.max(1, Math.min(Math.min(millis, left), Integer.MAX_VALUE));
    }

    private static int millis(Duration duration) {
        boolean endless = duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0;
        return endless ? (int) Duration.ofDays(1).toMillis() : (int) Math.max(1, duration.toMillis());
    }
}
