package io.scimdoctor.simulator.wire;

import java.util.SplittableRandom;
import java.util.UUID;

/** The only source of ids and accidents of one simulator, determined by its seed. */
public final class Chance {
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_FOUR = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    private final SplittableRandom random;
    private final double rate;

    /** @param rate the share of the calls that an intermittent fault makes fail */
    public Chance(long seed, double rate) {
        this.random = new SplittableRandom(seed);
        this.rate = rate;
    }

    /** A GUID of version 4. */
    public synchronized String guid() {
        long high = (random.nextLong() & VERSION_MASK) | VERSION_FOUR;
        long low = (random.nextLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low).toString();
    }

    /** Whether the intermittent fault makes this call fail. */
    public synchronized boolean strikes() {
        return random.nextDouble() < rate;
    }
}
