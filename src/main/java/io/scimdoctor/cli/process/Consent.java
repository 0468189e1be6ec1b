package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Asks before something is done that cannot be taken back.
 *
 * @param given whether the user agreed on the command line
 * @param possible whether somebody sits at a terminal and may be asked
 */
public record Consent(Environment environment, boolean given, boolean possible) {
    public static Consent of(Invocation invocation) {
        Environment.Terminals terminals = invocation.environment().terminals();
        boolean possible = terminals.in() && terminals.err() && !invocation.flag("--no-input");
        return new Consent(invocation.environment(), invocation.flag("--yes"), possible);
    }

    /**
     * Whether the user agrees: by {@code --yes}, or by an answer on the terminal.
     *
     * @param deed what would be done, as a sentence without its full stop
     * @throws Stopped where nobody can be asked
     */
    public boolean to(String deed) throws IOException {
        if (given) {
            return true;
        }
        if (!possible) {
            throw Stopped.usage(deed, "add --yes to do it; nothing has been done");
        }
        Writer err = environment.err();
        // Whole lines, because a piece of one is held back until it is known to hold no secret.
        err.write(deed.substring(0, 1).toUpperCase(Locale.ROOT) + deed.substring(1) + ".\nGo on? [y/N]\n");
        err.flush();
        String answer = String.valueOf(environment.answer()).toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }
}
