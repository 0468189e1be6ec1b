package io.scimdoctor.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long things may take, measured on the monotonic clock.
 *
 * @param connectMillis for name and connection together, and again for the TLS handshake
 * @param silenceMillis without a byte
 * @param deadlineNanos when all must have ended, as a value of {@link System#nanoTime()}
 * @param bounded whether there is such a deadline at all
 */
public record Limits(int connectMillis, int silenceMillis, long deadlineNanos, boolean bounded) {

    static Limits of(TransportSettings settings) {
        int connect = millis(settings.connectTimeout());
        int silence = millis(settings.requestTimeout());
        if (settings.deadline() == null) {
            return new Limits(connect, silence, 0, false);
        }
        Duration left = Duration.between(settings.clock().instant(), settings.deadline());
        // Beyond a day the deadline bounds nothing, and the nanoseconds could overflow.
        boolean bounded = left.compareTo(Duration.ofDays(1)) < 0;
        long nanos = bounded && !left.isNegative() ? left.toNanos() : 0;
        return new Limits(connect, silence, System.nanoTime() + nanos, bounded);
    }

    public boolean deadlinePassed() {
        return bounded && deadlineNanos - System.nanoTime() <= 0;
    }

    /** The wait, cut short by the deadline; at least a millisecond, since 0 means for ever to a socket. */
    public int withinDeadline(long millis) {
        long wait = millis;
        if (bounded) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()) + 1;
            wait = Math.min(wait, left);
        }
        return (int) Math.max(1, Math.min(wait, Integer.MAX_VALUE));
    }

    private static int millis(Duration duration) {
        boolean endless = duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0;
        return endless ? (int) Duration.ofDays(1).toMillis() : (int) Math.max(1, duration.toMillis());
    }
}
