package io.scimdoctor.cli;

import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One command: its options, and what it does with them. */
interface Command {
    /** What follows {@code scimdoctor} on the command line, such as {@code token inspect}. */
    String name();

    /** One line for the list of commands. */
    String summary();

    /** The options and parameters, built only when this command was chosen. */
    CommandSpec spec();

    /** The words behind the name, as they are to be parsed. */
    default List<String> arguments(List<String> words) {
        return words;
    }

    /**
     * @throws UsageError when an option or a file is wrong
     * @throws NoVerdict when nothing can be said
     * @throws IOException when the output cannot be written
     */
    ExitCode run(Invocation invocation) throws IOException;
}
