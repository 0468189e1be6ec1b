package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Runs one command at a time beside the terminal, so that Ctrl-C ends the command and not the shell. */
final class Runner {
    /** Stands for the exit code of a command that did not come to its end. */
    static final int ABANDONED = -1;

    private static final String SIGN = "scimdoctor: ";
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    /** As long as a process on the command line may take to write its partial result. */
    private static final long GRACE_MILLIS = 5_000;

    private final Terminal terminal;
    private final Host host;
    private final Pattern program;

    Runner(Terminal terminal, Host host) {
        this.terminal = terminal;
        this.host = host;
        program = Pattern.compile("\\bscimdoctor (?=(?:help|"
                + host.program().words("").stream().map(Candidate::value).collect(Collectors.joining("|"))
                + ")\\b)");
    }

    int width() {
        return terminal.getWidth() > 0 ? Math.max(NARROWEST, Math.min(terminal.getWidth(), WIDEST)) : 80;
    }

    /** Writes a message in the form that those of commands have. */
    void say(String text) {
        PrintWriter messages = new PrintWriter(new Messages(terminal.writer()));
        messages.write(text);
        messages.flush();
    }

    /**
     * @param inputs gives the command its input; what it is handed ends the command without a word
     * @return the exit code
     */
    int run(List<String> words, Map<String, String> variables, Function<Runnable, SessionInput> inputs) {
        Gate gate = new Gate();
        Host.Surroundings surroundings = new Host.Surroundings(
                variables, inputs.apply(() -> gate.shut = true), gate, new Messages(gate), width());
        Host.Running running = host.prepare(words, surroundings);
        AtomicInteger code = new AtomicInteger(ABANDONED);
        Thread thread = new Thread(() -> code.set(running.run()), "command");
        thread.setDaemon(true);
        Thread waiting = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> waiting.interrupt());
        try {
            thread.start();
            await(thread, running, gate);
            if (!gate.shut) {
                say(Recall.of(gate.kept.toString(), terminal.getHeight()));
            }
        } finally {
            terminal.handle(Signal.INT, before);
            terminal.flush();
        }
        return gate.shut ? ABANDONED : code.get();
    }

    private void await(Thread thread, Host.Running running, Gate gate) {
        try {
            thread.join();
            if (gate.shut) {
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
            gate.shut = true;
            thread.interrupt();
            terminal.writer().write("\nCancelled; what is left of it ends in the background.\n");
        }
    }

    /** Leads to the terminal, which later commands use too, so that its end only flushes. */
    private abstract static class Lent extends Writer {
        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Leads a command's output to the terminal, until a cancelled command goes on writing. */
    private final class Gate extends Lent {
        private final StringBuilder kept = new StringBuilder();
        private volatile boolean shut;

        @Override
        public void write(char[] text, int offset, int length) {
            if (!shut) {
                kept.append(text, offset, Math.min(length, Recall.LONGEST - kept.length()));
                terminal.writer().write(text, offset, length);
            }
        }

        @Override
        public void flush() {
            if (!shut) {
                terminal.writer().flush();
            }
        }
    }

    /** Fits messages to the shell: wraps them, and names commands without the program's name in front. */
    private final class Messages extends Lent {
        private final Writer target;
        private final StringBuilder line = new StringBuilder();

        Messages(Writer target) {
            this.target = target;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
                line.append(text[i]);
                if (text[i] == '\n') {
                    pass();
                }
            }
        }

        private void pass() throws IOException {
            String text = line.toString();
            line.setLength(0);
            boolean message = text.startsWith(SIGN);
            // Progress lines, drawn with control sequences, already fit.
            boolean wide = text.length() > width() + 1 && text.indexOf('\u001B') < 0;
            String plain = message
                    ? SIGN + program.matcher(text.substring(SIGN.length())).replaceAll("")
                    : text;
            // Words that are longer than a line stay whole, so that they can be copied.
            target.write(message || wide ? Wrapped.text(plain.stripTrailing(), 0, 2, width()) + "\n" : text);
        }

        @Override
        public void flush() throws IOException {
            if (!line.isEmpty()) {
                pass();
            }
            target.flush();
        }
    }
}
