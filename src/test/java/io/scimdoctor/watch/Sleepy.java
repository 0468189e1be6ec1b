package io.scimdoctor.watch;

import io.scimdoctor.check.CheckEnvironment;
import java.time.Duration;
import java.time.Instant;

/** A process whose machine sleeps through its tenth wait. */
final class Sleepy implements CheckEnvironment {
    private static final int WAIT = 10;

    private final SimulatedProcess process;
    private final Duration sleep;
    private int waits;

    private Sleepy(SimulatedProcess process, Duration sleep) {
        this.process = process;
        this.sleep = sleep;
    }

    static CheckEnvironment closedOnce(SimulatedProcess process, Duration sleep) {
        return new Sleepy(process, sleep);
    }

    @Override
    public Instant now() {
        return process.now();
    }

    @Override
    public String newId() {
        return process.newId();
    }

    @Override
    public void pause(Duration duration) {
        waits++;
        process.move(waits == WAIT ? duration.plus(sleep) : duration);
    }

    @Override
    public boolean isStopped() {
        return false;
    }
}
