package io.scimdoctor.cli;

import io.scimdoctor.config.Key;
import io.scimdoctor.manual.Candidate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The environment variables that commands read, each with one line, for the manual. */
final class ManualVariables {
    private ManualVariables() {}

    /** Those that stand for an option of the command, or for a secret that no option takes. */
    static List<Candidate> of(CommandSpec spec) {
        List<Candidate> variables = new ArrayList<>();
        for (Key key : Key.values()) {
            boolean read = spec.findOption(key.isSecret() ? "--" + key.slug() + "-file" : key.flag()) != null;
            if (read || (key == Key.TOKEN && takesToken(spec))) {
                String what =
                        key.isSecret() ? "The " + key.slug().replace('-', ' ') + " itself." : "As " + key.flag() + ".";
                variables.add(new Candidate(String.join(", ", key.variables()), what));
            }
        }
        if (spec.findOption("--proxy") != null) {
            variables.add(
                    new Candidate("HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY", "The proxy, and hosts without it."));
            variables.add(new Candidate("SSL_CERT_FILE, SSL_CERT_DIR", "More trusted certificates, PEM."));
        }
        if (spec.findOption("--color") != null) {
            variables.add(
                    new Candidate("NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM", "Whether --color auto means colour."));
            variables.add(new Candidate("COLUMNS", "The width of the text, 40 to 120. Default: 80."));
        }
        return variables;
    }

    private static boolean takesToken(CommandSpec spec) {
        return spec.name().endsWith("token inspect");
    }
}
