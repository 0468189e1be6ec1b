package io.scimdoctor.cli.shell;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Runs one command at a time beside the terminal, so that Ctrl-C ends the command and not the shell. */
final class Runner {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    /** As long as a process on the command line may take to write its partial result. */
    private static final long GRACE_MILLIS = 5_000;

    private final Terminal terminal;
    private final Host host;

    Runner(Terminal terminal, Host host) {
        this.terminal = terminal;
        this.host = host;
    }

    void run(List<String> words, Map<String, String> variables, Supplier<InputStream> input) {
        Gate gate = new Gate(terminal.writer());
        int width = terminal.getWidth() > 0 ? Math.max(NARROWEST, Math.min(terminal.getWidth(), WIDEST)) : 80;
        Host.Running running = host.prepare(words, new Host.Surroundings(variables, input, gate, width));
        Thread thread = new Thread(running::run, "command");
        thread.setDaemon(true);
        Thread waiting = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> waiting.interrupt());
        try {
            thread.start();
            await(thread, running, gate);
        } finally {
            terminal.handle(Signal.INT, before);
            terminal.flush();
        }
    }

    private void await(Thread thread, Host.Running running, Gate gate) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            cancel(thread, running, gate);
        }
    }

    /** What only computes hears of no interrupt: its output is dropped, and it ends unseen. */
    private void cancel(Thread thread, Host.Running running, Gate gate) {
        running.cancel();
        try {
            thread.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            // The second Ctrl-C: nobody wants to wait.
        }
        if (thread.isAlive()) {
            gate.shut();
            thread.interrupt();
            terminal.writer().write("\nCancelled; what is left of it ends in the background.\n");
        }
    }
}
