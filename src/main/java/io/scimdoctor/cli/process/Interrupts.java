package io.scimdoctor.cli.process;

import io.scimdoctor.finding.ExitCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Passes Ctrl-C and SIGTERM on to whoever has something to finish, and waits for them to finish it. */
public final class Interrupts {
    private static final long GRACE_SECONDS = 5;

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean hears;
    private volatile boolean terminated;

    /** Makes the process wait at its end until the partial result is written. */
    public static void hook(Interrupts interrupts) {
        interrupts.hears = true;
        // A class, because a lambda here would cost every start some milliseconds.
        Runtime.getRuntime().addShutdownHook(new Thread("interrupt") {
            @Override
            public void run() {
                interrupts.shutdown();
            }
        });
    }

    private void shutdown() {
        interrupt();
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens for SIGTERM from the first action on. A process with nothing to finish is ended by Java. */
    private synchronized void hear() {
        if (hears) {
            hears = false;
            TerminateSignal.onArrival(this::terminate);
        }
    }

    private void terminate() {
        terminated = true;
        Runtime.getRuntime().exit(ExitCode.TERMINATED.number());
    }

    /** The exit code of a process that was asked to stop. */
    public ExitCode code() {
        return terminated ? ExitCode.TERMINATED : ExitCode.INTERRUPTED;
    }

    /** Runs the action when the process is asked to stop. */
    public void onInterrupt(Runnable action) {
        hear();
        actions.add(action);
        if (isInterrupted()) {
            action.run();
        }
    }

    public boolean isInterrupted() {
        return interrupted.getCount() == 0;
    }

    /** The process is asked to stop. */
    public void interrupt() {
        interrupted.countDown();
        for (Runnable action : actions) {
            action.run();
        }
    }

    /** Everything is written; the process may end. */
    public void finished() {
        finished.countDown();
    }

    /** Waits until the process is asked to stop. */
    public void await() throws InterruptedException {
        hear();
        interrupted.await();
    }
}
