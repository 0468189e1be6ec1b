package io.scimdoctor.cli.process;

import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.run.RunStore;
import java.util.Optional;

/** The state folder of the user in whose environment a command runs. */
public final class State {
    private State() {}

    /** The recorded runs, or nothing where the environment names no home. */
    public static Optional<RunStore> runs(Environment environment) {
        return environment
                .folder(UserFolder.STATE)
                .map(folder -> new RunStore(folder, environment.outgoing(), environment.clock()));
    }

    /**
     * The recorded runs, for a command that cannot do without.
     *
     * @throws Stopped when the environment names no place for them
     */
    public static RunStore recorded(Environment environment) {
        return runs(environment)
                .orElseThrow(() -> Stopped.noVerdict(
                        "there is no folder for recorded runs: neither XDG_STATE_HOME nor a home folder is set",
                        "set XDG_STATE_HOME to a folder"));
    }

    /** Pseudonyms that stay the same from run to run, where there is a home to remember them in. */
    public static Pseudonyms pseudonyms(Environment environment) {
        return runs(environment).map(RunStore::pseudonyms).orElseGet(PseudonymTable::new);
    }
}
