package io.scimdoctor.cli.help;

import io.scimdoctor.cli.LiveCandidates;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Shell;
import io.scimdoctor.manual.Value;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints the script with which a shell completes our command lines. */
public final class CompletionCommand extends Command {
    public CompletionCommand() {
        super("completion", "Print the script with which bash, zsh, fish or PowerShell completes commands.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("SHELL")
                .type(String[].class)
                .completionCandidates(Shell.names())
                .description("The shell: ${COMPLETION-CANDIDATES}.")
                .build());
        // How the scripts ask for what only this user has, such as recorded runs.
        spec.addOption(OptionSpec.builder("--candidates")
                .hidden(true)
                .type(String.class)
                .build());
        SharedOptions.flag(spec, "Show this help.", "-h", "--help");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        LiveCandidates candidates = new LiveCandidates(invocation.environment());
        String wanted = invocation.text("--candidates");
        if (wanted != null) {
            list(candidates, wanted, invocation);
            return ExitCode.HEALTHY;
        }
        String shell = invocation.parameters().size() == 1
                ? invocation.parameters().get(0).toLowerCase(Locale.ROOT)
                : "";
        if (!Shell.names().contains(shell)) {
            throw Stopped.usage(
                    "completion takes the name of one shell", "choose one of " + String.join(", ", Shell.names()));
        }
        invocation.environment().out().write(Shell.of(shell).script(CommandManual.program(), candidates));
        return ExitCode.HEALTHY;
    }

    /** Says nothing of a word that it does not know: somebody is typing, and the script may be of another version. */
    private static void list(LiveCandidates candidates, String wanted, Invocation invocation) throws IOException {
        for (Value value : Value.values()) {
            if (value.word().equals(wanted)) {
                List<Candidate> found = candidates.of(value, "");
                for (Candidate candidate : found) {
                    invocation.environment().out().write(candidate.value() + "\t" + candidate.description() + "\n");
                }
            }
        }
    }
}
