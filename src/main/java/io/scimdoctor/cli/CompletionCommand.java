package io.scimdoctor.cli;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Shell;
import io.scimdoctor.manual.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Prints the script with which a shell completes our command lines. */
public final class CompletionCommand extends Command {
    public CompletionCommand() {
        super("completion", "Print the script with which bash, zsh, fish or PowerShell completes commands.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("SHELL", "The shell: ${COMPLETION-CANDIDATES}.", Shell.names());
        // How the scripts ask for what only this user has, such as recorded runs.
        options.hidden("--candidates");
        options.help();
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        LiveCandidates candidates = new LiveCandidates(environment);
        String wanted = invocation.text("--candidates");
        if (wanted != null) {
            list(candidates, wanted, environment.out());
            return ExitCode.HEALTHY;
        }
        List<String> words = invocation.parameters();
        String shell = words.size() == 1 ? words.get(0).toLowerCase(Locale.ROOT) : "";
        if (!Shell.names().contains(shell)) {
            throw Stopped.usage(
                    "completion takes the name of one shell", "choose one of " + String.join(", ", Shell.names()));
        }
        environment.out().write(Shell.of(shell).script(CommandManual.program(), candidates));
        return ExitCode.HEALTHY;
    }

    /** Prints nothing for a word that it does not know: the script may come from another version. */
    private static void list(LiveCandidates candidates, String wanted, Writer out) throws IOException {
        for (Value value : Value.values()) {
            if (value.word().equals(wanted)) {
                for (Candidate candidate : candidates.of(value, "")) {
                    out.write(candidate.value() + "\t" + candidate.description() + "\n");
                }
            }
        }
    }
}
