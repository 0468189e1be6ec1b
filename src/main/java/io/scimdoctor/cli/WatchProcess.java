package io.scimdoctor.cli;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The process around a watch: clock, ids, waiting and Ctrl-C. Single calls are not shown. */
final class WatchProcess implements CheckEnvironment, CheckEnvironment.Observer {
    private final Environment environment;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param transport is closed on Ctrl-C, so that a call which hangs ends at once */
    WatchProcess(Environment environment, Transport transport) {
        this.environment = environment;
        environment.interrupts().onInterrupt(() -> {
            stopped.countDown();
            transport.close();
        });
    }

    @Override
    public Instant now() {
        return environment.clock().instant();
    }

    @Override
    public String newId() {
        return environment.source().newId();
    }

    @Override
    public void pause(Duration duration) {
        try {
            environment.source().pause(duration, stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void calling(String probe, String method) {
        // A line for each round is enough.
    }

    @Override
    public void finished(CheckInfo check, CheckResult result) {
        // A line for each round is enough.
    }
}
