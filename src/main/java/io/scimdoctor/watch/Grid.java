package io.scimdoctor.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * When rounds are due: at fixed distances from the first, each a little early or late, so that many watches do not call at
 * the same second. A slow round moves none of them.
 *
 * @param seed decides the deviations
 */
record Grid(Instant origin, Duration interval, long seed) {
    private static final double JITTER = 0.1;

    /** The time of a round, counted from 0. */
    Instant slot(long number) {
        double share = number == 0 ? 0 : new SplittableRandom(seed + number).nextDouble() * 2 - 1;
        return point(number).plusMillis(Math.round(share * JITTER * interval.toMillis()));
    }

    /** The same without its deviation. */
    Instant point(long number) {
        return origin.plus(interval.multipliedBy(number));
    }

    /** The last round that is due by that time, or -1. */
    long lastDue(Instant time) {
        long number = Math.max(0, Duration.between(origin, time).toMillis() / interval.toMillis() - 1);
        long last = slot(number).isAfter(time) ? number - 1 : number;
        while (!slot(last + 1).isAfter(time)) {
            last++;
        }
        return last;
    }
}
