package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.MovingClock;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the screen of a watch that has something to say between its rounds. */
final class WatchScreenTest {
    private static final String WARNING =
            "scimdoctor: the state of the watch cannot be written; it goes on, but could not be resumed.";

    @TempDir
    private Path folder;

    @Test
    void a_warning_stands_above_the_standing_and_tears_nothing() {
        MovingClock clock = new LosingClock(folder.resolve("scimdoctor"));
        try (Simulator simulator =
                Simulator.start(SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), clock, 42))) {
            CommandRun run = CommandRun.with()
                    .clock(clock)
                    .terminal()
                    .variable("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU".repeat(30))
                    .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                    .variable("XDG_STATE_HOME", folder.toString())
                    .run("watch", "GET", "/users?count=1", "--max-calls", "4", "--color", "never");

            List<String> screen = screen(run.err());
            int warning = screen.indexOf(WARNING);
            assertThat(run.err()).containsOnlyOnce(WARNING);
            assertThat(warning).as(run.err()).isPositive();
            assertThat(screen.get(warning - 1)).contains("Z ");
            assertThat(screen.get(warning + 1)).contains("Z ");
            assertThat(screen.stream().filter(line -> line.contains(" p50 "))).hasSize(1);
            assertThat(screen.stream().filter(line -> line.contains(" rounds, ")))
                    .singleElement()
                    .asString()
                    .contains(" 4 rounds, ");
        }
    }

    /** The lines as a terminal shows them that knows what the watch writes: moving up, and clearing below. */
    private static List<String> screen(String written) {
        List<String> lines = new ArrayList<>();
        for (String line : written.split("\n")) {
            String text = line;
            while (text.startsWith("\u001B[3A\u001B[J")) {
                lines.subList(lines.size() - 3, lines.size()).clear();
                text = text.substring("\u001B[3A\u001B[J".length());
            }
            lines.add(text);
        }
        return lines;
    }

    /** A clock under which the folder of the state goes away. */
    private static final class LosingClock extends MovingClock {
        private final Path state;

        LosingClock(Path state) {
            this.state = state;
        }

        @Override
        public synchronized void move(Duration duration) {
            super.move(duration);
            if (instant().isAfter(CommandRun.NOW.plusSeconds(90))) {
                delete(state);
            }
        }

        private static void delete(Path folder) {
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
