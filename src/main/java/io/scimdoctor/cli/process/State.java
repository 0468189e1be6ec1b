package io.scimdoctor.cli.process;

import io.scimdoctor.config.UserFolder;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.run.RunStore;
import java.util.Optional;

/** The state folder of the user in whose environment a command runs. */
public final class State {
    private State() {}

    /** The recorded runs, or nothing where the environment names no home. */
    public static Optional<RunStore> runs(Environment environment, Outgoing outgoing) {
        return UserFolder.STATE
                .of(environment.variables(), System.getProperty("os.name", ""))
                .map(folder -> new RunStore(folder, outgoing.secrets(), environment.clock()));
    }

    /** Pseudonyms that stay the same from run to run, where there is a home to remember them in. */
    public static Pseudonyms pseudonyms(Environment environment, Outgoing outgoing) {
        return runs(environment, outgoing).map(RunStore::pseudonyms).orElseGet(PseudonymTable::new);
    }
}
