package io.scimdoctor.cli;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Shell;
import io.scimdoctor.manual.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints the script with which a shell completes our command lines. */
public final class CompletionCommand implements Command {
    /** How the scripts ask for what only this user has, such as recorded runs; it stands in no manual. */
    private static final String CANDIDATES = "--candidates";

    @Override
    public List<String> arguments(List<String> words) {
        return words.contains(CANDIDATES)
                ? Stream.concat(Stream.of("--"), words.stream()).toList()
                : words;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        List<String> words = invocation.parameters();
        if (words.size() > 1 && words.get(0).equals(CANDIDATES)) {
            list(new LiveCandidates(environment), words.get(1), environment.out());
            return ExitCode.HEALTHY;
        }
        Shell shell =
                words.size() == 1 ? Slugged.find(Shell.values(), words.get(0).toLowerCase(Locale.ROOT)) : null;
        if (shell == null) {
            throw Stopped.usage(
                    "completion takes the name of one shell", "choose one of " + String.join(", ", Shell.names()));
        }
        environment.out().write(shell.script());
        return ExitCode.HEALTHY;
    }

    /** Prints nothing for a word that it does not know: the script may come from another version. */
    private static void list(LiveCandidates candidates, String wanted, Writer out) throws IOException {
        Value value = Slugged.find(Value.values(), wanted);
        for (Candidate candidate : value == null ? List.<Candidate>of() : candidates.of(value)) {
            out.write(candidate.value() + "\t" + candidate.description() + "\n");
        }
    }
}
