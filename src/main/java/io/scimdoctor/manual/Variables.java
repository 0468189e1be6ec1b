package io.scimdoctor.manual;

import io.scimdoctor.config.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The environment variables that commands read, each with one line, for the manual. */
public final class Variables {
    /** What commands read that make no call; all others of them go by their options alone. */
    private static final Map<String, Set<Key>> OFFLINE =
            Map.of("token inspect", Set.of(Key.TOKEN, Key.CLOUD), "permissions", Set.of(Key.TOKEN));

    private Variables() {}

    /** Those that stand for an option of the command, or for a secret that no option takes. */
    public static List<Candidate> of(CommandEntry command) {
        List<Candidate> variables = settings(command);
        if (command.option("--color") != null) {
            variables.add(
                    new Candidate("NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM", "Whether --color auto means colour."));
            variables.add(new Candidate("COLUMNS", "The width of the text, 40 to 120. Default: 80."));
        }
        return variables;
    }

    /** The same without those that only concern how text looks. */
    static List<Candidate> settings(CommandEntry command) {
        boolean live = command.option("--profile") != null;
        List<Candidate> variables = new ArrayList<>();
        for (Key key : Key.values()) {
            boolean taken = command.option(key.isSecret() ? "--" + key.slug() + "-file" : key.flag()) != null;
            if (live ? taken : OFFLINE.getOrDefault(command.name(), Set.of()).contains(key)) {
                String what = key.isSecret()
                        ? "The " + key.slug().replace('-', ' ') + " itself."
                        : "Same as " + key.flag() + ".";
                variables.add(new Candidate(String.join(", ", key.variables()), what));
            }
        }
        if (live) {
            variables.add(
                    new Candidate("HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY", "The proxy, and hosts without it."));
            variables.add(new Candidate("SSL_CERT_FILE, SSL_CERT_DIR", "Additional trusted CA certificates, PEM."));
        }
        return variables;
    }
}
