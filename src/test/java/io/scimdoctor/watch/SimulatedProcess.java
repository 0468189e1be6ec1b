package io.scimdoctor.watch;

import io.scimdoctor.check.CheckEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A process in which waiting moves the clock, and nothing else takes any time. */
public final class SimulatedProcess implements CheckEnvironment, InstantSource {
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private volatile Instant now = START;
    private volatile boolean stopped;
    private final AtomicInteger ids = new AtomicInteger();

    void move(Duration duration) {
        now = now.plus(duration);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String newId() {
        return "00000000-0000-4000-8000-" + (100_000_000_000L + ids.incrementAndGet());
    }

    @Override
    public void pause(Duration duration) {
        move(duration);
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }
}
