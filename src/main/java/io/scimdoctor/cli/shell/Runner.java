package io.scimdoctor.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Runs one command at a time beside the terminal, so that Ctrl-C ends the command and not the shell. */
final class Runner {
    /** In the place of an exit code, for a command that did not come to its end. */
    static final int ABANDONED = -1;

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

    int width() {
        return terminal.getWidth() > 0 ? Math.max(NARROWEST, Math.min(terminal.getWidth(), WIDEST)) : 80;
    }

    /** The same writer for messages that commands get. */
    Writer messages(Writer target) {
        return new Messages(target, width(), host.program());
    }

    /**
     * @param inputs gives the command its input; what it is handed ends the command without a word
     * @return the exit code
     */
    int run(List<String> words, Map<String, String> variables, Function<Runnable, Host.Inputs> inputs) {
        Gate gate = new Gate(terminal.writer());
        Host.Surroundings surroundings =
                new Host.Surroundings(variables, inputs.apply(gate::shut), gate, messages(gate), width());
        Host.Running running = host.prepare(words, surroundings);
        AtomicInteger code = new AtomicInteger(ABANDONED);
        Thread thread = new Thread(() -> code.set(running.run()), "command");
        thread.setDaemon(true);
        Thread waiting = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> waiting.interrupt());
        try {
            thread.start();
            await(thread, running, gate);
            recall(gate);
        } finally {
            terminal.handle(Signal.INT, before);
            terminal.flush();
        }
        return gate.isShut() ? ABANDONED : code.get();
    }

    private void recall(Gate gate) {
        try {
            Writer messages = messages(gate);
            messages.write(gate.recall().text(terminal.getHeight()));
            messages.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Thread thread, Host.Running running, Gate gate) {
        try {
            thread.join();
            if (gate.isShut()) {
                terminal.writer().write("Abandoned.\n");
            }
        } catch (InterruptedException e) {
            cancel(thread, running, gate);
        }
    }

    /** A command that only computes ignores the interrupt; its further output is dropped. */
    private void cancel(Thread thread, Host.Running running, Gate gate) {
        running.cancel();
        try {
            thread.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            // A second Ctrl-C ends the wait.
        }
        if (thread.isAlive()) {
            gate.shut();
            thread.interrupt();
            terminal.writer().write("\nCancelled; what is left of it ends in the background.\n");
        }
    }
}
