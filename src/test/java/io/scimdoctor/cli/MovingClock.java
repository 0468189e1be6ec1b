package io.scimdoctor.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public class MovingClock implements InstantSource {
    private Instant now = CommandRun.NOW;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void move(Duration duration) {
        now = now.plus(duration);
    }
}
