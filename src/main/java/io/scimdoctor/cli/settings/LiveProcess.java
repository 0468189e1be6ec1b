package io.scimdoctor.cli.settings;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The process around a run that makes calls: clock, ids, waiting and Ctrl-C. */
public final class LiveProcess implements CheckEnvironment {
    private final Environment environment;
    private final Consumer<String> progress;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param transport is closed on Ctrl-C, so that a call which hangs ends at once */
    public LiveProcess(Environment environment, Transport transport, Consumer<String> progress) {
        this.environment = environment;
        this.progress = progress;
        environment.interrupts().onInterrupt(() -> {
            stopped.countDown();
            transport.close();
        });
    }

    @Override
    public Instant now() {
        return environment.now();
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
    public ExitCode stopCode() {
        return environment.interrupts().code();
    }

    @Override
    public void progress(String step) {
        progress.accept(step);
    }
}
