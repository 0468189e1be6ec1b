package io.scimdoctor.cli;

import io.scimdoctor.cli.shell.Host;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.Program;
import io.scimdoctor.run.RunStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs each line of the shell as a command line of its own, in this process. */
final class ShellHost implements Host {
    private final Environment process;
    private final Program program = CommandManual.program();

    ShellHost(Environment process) {
        this.process = process;
    }

    @Override
    public Running prepare(List<String> words, Surroundings surroundings) {
        Map<String, String> variables = new HashMap<>(process.variables());
        variables.putAll(surroundings.variables());
        Interrupts interrupts = new Interrupts();
        Environment environment = new Environment(
                variables,
                surroundings.out(),
                surroundings.out(),
                new Environment.Terminals(true, true, true, surroundings.width()),
                process.clock(),
                new LineSource(process.source(), surroundings),
                interrupts);
        return new Running() {
            @Override
            public void run() {
                Main.run(words.toArray(new String[0]), environment);
            }

            @Override
            public void cancel() {
                interrupts.interrupt();
            }
        };
    }

    /** Chance and time are the process's, standard input is the shell's. */
    private record LineSource(Environment.Source process, Surroundings surroundings) implements Environment.Source {
        @Override
        public InputStream in() {
            return surroundings.input().get();
        }

        @Override
        public String newId() {
            return process.newId();
        }

        @Override
        public void pause(Duration duration, CountDownLatch stopped) throws InterruptedException {
            process.pause(duration, stopped);
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
    public String version() {
        return Version.text();
    }

    @Override
    public boolean isColoured() {
        return process.variable("NO_COLOR").isEmpty()
                && !process.variable("TERM").equals("dumb");
    }

    @Override
    public Optional<String> newestRun() {
        Optional<RunStore> store = State.runs(process, new Outgoing());
        try {
            return store.isEmpty()
                    ? Optional.empty()
                    : store.get().list(1).stream().map(RunStore.Entry::id).findFirst();
        } catch (IOException | UncheckedIOException e) {
            // Commands that read the runs say what is wrong with the folder.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> stateFolder() {
        return UserFolder.STATE.of(process.variables(), System.getProperty("os.name", ""));
    }
}
