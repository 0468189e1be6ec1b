package io.scimdoctor.cli;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.cli.settings.Configured;
import io.scimdoctor.cli.shell.Host;
import io.scimdoctor.config.Profile;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.Program;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs each line of the shell as a command line of its own, in this process. */
public final class ShellHost implements Host {
    private final Environment process;
    private final Program program = CommandWords.program();

    public ShellHost(Environment process) {
        this.process = process;
    }

    @Override
    public Running prepare(List<String> words, Surroundings surroundings) {
        Map<String, String> variables = new HashMap<>(process.variables());
        variables.putAll(surroundings.variables());
        Interrupts interrupts = new Interrupts();
        Environment.Terminals screen = new Environment.Terminals(true, true, true, surroundings.width());
        Environment environment = process.with(surroundings.out(), surroundings.err(), new Outgoing())
                .within(variables, screen, new LineSource(process.source(), surroundings), interrupts);
        return new Running() {
            @Override
            public int run() {
                return Main.run(words.toArray(new String[0]), environment).number();
            }

            @Override
            public void cancel() {
                interrupts.interrupt();
            }
        };
    }

    /** Ids and waiting come from the process, standard input from the shell. */
    private record LineSource(Environment.Source process, Surroundings surroundings) implements Environment.Source {
        @Override
        public InputStream in() {
            return surroundings.inputs().whole();
        }

        @Override
        public InputStream answers() {
            return surroundings.inputs().answers();
        }

        @Override
        public String origin(String variable) {
            return surroundings.variables().containsKey(variable) ? "this session" : process.origin(variable);
        }
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Candidates candidates() {
        return new LiveCandidates(process);
    }

    @Override
    public boolean isColoured() {
        return process.variable("NO_COLOR").isEmpty() && !process.isDumb();
    }

    @Override
    public Profile profile(String name) {
        return Objects.requireNonNull(new Configured(process, null, name).profile());
    }

    @Override
    public RecordedRun run(String reference) {
        return recorded(State.recorded(process).one(reference));
    }

    private static RecordedRun recorded(RunStore.Entry entry) {
        Run run = entry.run();
        boolean reached = run == null
                || (!run.head().simulated()
                        && run.totals().exchanges() > 0
                        && run.verdict().owner() != Owner.NETWORK);
        return new RecordedRun(entry.id(), run == null ? null : run.target().tenantId(), reached);
    }

    @Override
    public Optional<RecordedRun> newestRun() {
        try {
            return State.runs(process)
                    .flatMap(store -> store.list(1).stream().findFirst())
                    .map(ShellHost::recorded);
        } catch (Stopped e) {
            // The commands that read runs report the problem.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> stateFolder() {
        return process.folder(UserFolder.STATE);
    }
}
