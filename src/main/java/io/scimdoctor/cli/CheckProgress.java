package io.scimdoctor.cli;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.http.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The process around a running check: clock, ids, waiting, Ctrl-C, and one line of progress on a terminal. */
final class CheckProgress implements CheckEnvironment, CheckEnvironment.Observer, AutoCloseable {
    private static final String CLEAR = "\r\u001B[K";

    private final Environment environment;
    private final boolean shown;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param transport is closed on Ctrl-C, so that a call which hangs ends at once */
    CheckProgress(Invocation invocation, Transport transport) {
        environment = invocation.environment();
        shown = environment.terminals().err()
                && !invocation.flag("--quiet")
                && !environment.variable("TERM").equals("dumb");
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
        show(method + " " + probe + " …");
    }

    @Override
    public void finished(CheckInfo check, CheckResult result) {
        show(check.id());
    }

    private synchronized void show(String text) {
        if (shown) {
            write(CLEAR + text);
        }
    }

    private void write(String text) {
        Writer err = environment.err();
        try {
            err.write(text);
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            write(CLEAR);
        }
    }
}
