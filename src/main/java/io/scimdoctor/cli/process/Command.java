package io.scimdoctor.cli.process;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One command: its options, and what it does with them. */
public abstract class Command {
    private final String name;
    private final String summary;

    /**
     * @param name what follows {@code scimdoctor} on the command line, such as {@code token inspect}
     * @param summary one line for the list of commands
     */
    public Command(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    public final String name() {
        return name;
    }

    public final String summary() {
        return summary;
    }

    /** The options and parameters, built only when this command was chosen. */
    public final CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("scimdoctor " + name);
        describe(new Options(spec));
        return spec;
    }

    protected abstract void describe(Options options);

    /** The words behind the name, as they are to be parsed. */
    public List<String> arguments(List<String> words) {
        return words;
    }

    /**
     * @throws Stopped when an option or a file is wrong, or nothing can be said
     * @throws IOException when the output cannot be written
     */
    public abstract ExitCode run(Invocation invocation) throws IOException;
}
