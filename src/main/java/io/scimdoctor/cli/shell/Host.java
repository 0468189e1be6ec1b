package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.Program;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The command line as the shell needs it: what there is, and how to run it. */
public interface Host {
    /** A command line that is ready to run, once. */
    interface Running {
        /** Runs it to its end. */
        void run();

        /** Asks it to stop; it still writes what it has. */
        void cancel();
    }

    /**
     * What a command line finds around it.
     *
     * @param variables environment variables beside those of the process
     * @param input opens standard input, each time anew
     */
    record Surroundings(Map<String, String> variables, Supplier<InputStream> input, Writer out, int width) {
        public Surroundings {
            variables = Map.copyOf(variables);
        }
    }

    Running prepare(List<String> words, Surroundings surroundings);

    Program program();

    Candidates candidates();

    String version();

    /** Whether the terminal may be coloured. */
    boolean isColoured();

    /** The newest recorded run, if there is one. */
    Optional<String> newestRun();

    /** Where the history belongs, if the environment names a home. */
    Optional<Path> stateFolder();
}
