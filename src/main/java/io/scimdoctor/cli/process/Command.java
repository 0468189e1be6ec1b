package io.scimdoctor.cli.process;

import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.util.List;

/** What a command does with its options, which its page of the manual declares. */
public interface Command {
    /**
     * @throws io.scimdoctor.finding.Stopped when an option or a file is wrong, or nothing can be said
     * @throws IOException when the output cannot be written
     */
    ExitCode run(Invocation invocation) throws IOException;

    /** The words behind the name, as they are to be parsed. */
    default List<String> arguments(List<String> words) {
        return words;
    }
}
