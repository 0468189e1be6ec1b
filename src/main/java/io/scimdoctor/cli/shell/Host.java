package io.scimdoctor.cli.shell;

import io.scimdoctor.config.Profile;
import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.Program;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line as the shell needs it: what there is, and how to run it. */
public interface Host {
    /** A command line that is ready to run, once. */
    interface Running {
        /** Runs it to its end and returns its exit code. */
        int run();

        /** Asks it to stop; it still writes what it has. */
        void cancel();
    }

    /**
     * What a command line finds around it.
     *
     * @param variables environment variables beside those of the process
     */
    record Surroundings(Map<String, String> variables, SessionInput inputs, Writer out, Writer err, int width) {}

    /**
     * A run that was recorded.
     *
     * @param tenant the tenant that it was about, or null
     * @param isOfService whether it tells of the real service: it was no simulation and did not fail on its way there
     */
    record RecordedRun(String id, @Nullable String tenant, boolean isOfService) {}

    Running prepare(List<String> words, Surroundings surroundings);

    Program program();

    Candidates candidates();

    /** Whether the terminal may be coloured. */
    boolean isColoured();

    /** @throws io.scimdoctor.finding.Stopped when there is no such profile */
    Profile profile(String name);

    /**
     * The one run that the beginning of an id names.
     *
     * @throws io.scimdoctor.finding.Stopped when it is none or several
     */
    RecordedRun run(String reference);

    /** The newest recorded run, if there is one. */
    Optional<RecordedRun> newestRun();

    /** Where the history belongs, if the environment names a home. */
    Optional<Path> stateFolder();
}
