package io.scimdoctor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Locale;

/** Asks before something is done that cannot be taken back. */
final class Consent {
    private static final int LONGEST_ANSWER = 80;

    private Consent() {}

    /**
     * Whether the user agrees: by {@code --yes}, or by an answer on the terminal.
     *
     * @param deed what would be done, as a sentence without its full stop
     * @throws UsageError where nobody can be asked
     */
    static boolean to(String deed, Invocation invocation) throws IOException {
        if (invocation.flag("--yes")) {
            return true;
        }
        Environment environment = invocation.environment();
        boolean answerable =
                environment.terminals().in() && environment.terminals().err();
        if (!answerable || invocation.flag("--no-input")) {
            throw new UsageError(deed, "add --yes to do it; nothing has been done");
        }
        Writer err = environment.err();
        err.write(deed + ".\n");
        err.write("Go on? Only yes does it. [yes/no] \n");
        err.flush();
        return answer(environment.source().in()).equals("yes");
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != '\n' && answer.length() < LONGEST_ANSWER) {
            answer.append((char) c);
            c = in.read();
        }
        return answer.toString().trim().toLowerCase(Locale.ROOT);
    }
}
