package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Asks before something is done that cannot be taken back. */
public final class Consent {
    private Consent() {}

    /**
     * Whether the user agrees: by {@code --yes}, or by an answer on the terminal.
     *
     * @param deed what would be done, as a sentence without its full stop
     * @throws Stopped where nobody can be asked
     */
    public static boolean to(String deed, Invocation invocation) throws IOException {
        if (invocation.flag("--yes")) {
            return true;
        }
        if (!isPossible(invocation)) {
            throw Stopped.usage(deed, "add --yes to do it; nothing has been done");
        }
        Environment environment = invocation.environment();
        Writer err = environment.err();
        // Whole lines, because a piece of one is held back until it is known to hold no secret.
        err.write(deed.substring(0, 1).toUpperCase(Locale.ROOT) + deed.substring(1) + ".\nGo on? [y/N]\n");
        err.flush();
        String answer = String.valueOf(Input.line(environment)).toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** Whether somebody sits at a terminal and may be asked. */
    public static boolean isPossible(Invocation invocation) {
        Environment.Terminals terminals = invocation.environment().terminals();
        return terminals.in() && terminals.err() && !invocation.flag("--no-input");
    }
}
