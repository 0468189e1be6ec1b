package io.scimdoctor.cli.shell;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal of this process; closing it restores the settings it had before. */
public final class ShellTerminal implements AutoCloseable {
    private final Terminal terminal;
    private final Attributes before;

    /** A terminal that somebody else has opened. */
    public ShellTerminal(Terminal terminal) {
        this.terminal = terminal;
        // While no command runs, Ctrl-C has nothing to interrupt.
        terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
        before = terminal.getAttributes();
    }

    public static ShellTerminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                .build();
        if (isDumb(terminal)) {
            // JLine's dumb terminal handles no signals, so Ctrl-C would end the process.
            Signals.register("INT", () -> terminal.raise(Signal.INT));
        }
        return new ShellTerminal(terminal);
    }

    /** Whether it can neither colour nor move the cursor. */
    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    Terminal terminal() {
        return terminal;
    }

    /** Restores the terminal when the process is stopped while a line is being typed. */
    public void restore() {
        terminal.setAttributes(before);
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
