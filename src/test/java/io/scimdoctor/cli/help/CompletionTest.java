package io.scimdoctor.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.cli.LiveCandidates;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.Completion;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Shell;
import io.scimdoctor.manual.Value;
import io.scimdoctor.redact.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts, as text; what the shells make of them has to be tried by hand. */
final class CompletionTest {
    @ParameterizedTest
    @EnumSource(Shell.class)
    void the_committed_script_is_the_generated_one(Shell shell) throws IOException {
        Path committed = Path.of("completions", shell.file());
        String script = Completion.script(shell, CommandWords.program(), new LiveCandidates(nobody()));

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, script);
        }
        assertThat(script)
                .as("%s; -Dgolden.update=true writes it anew", committed)
                .isEqualTo(Files.readString(committed));
    }

    /** What the scripts hold is the same for everybody. */
    private static Environment nobody() {
        return new Environment(
                Map.of(),
                Writer.nullWriter(),
                Writer.nullWriter(),
                Environment.Terminals.NONE,
                InstantSource.system(),
                InputStream::nullInputStream,
                new Interrupts(),
                new Outgoing());
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void the_command_prints_the_script(Shell shell) {
        CommandRun run = CommandRun.of("completion", shell.name().toLowerCase(Locale.ROOT));

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).isEqualTo(shell.script()).contains("scimdoctor");
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void every_option_of_every_command_is_in_it(Shell shell) {
        for (CommandEntry command : CommandWords.program().commands()) {
            for (OptionEntry option : command.options()) {
                String name = shell == Shell.FISH ? "-l " + option.name().substring(2) + " " : option.name();
                assertThat(shell.script()).as(command.name()).contains(name);
            }
        }
    }

    /** A label that is new either means something that can be suggested, and belongs to Value, or to this list. */
    @Test
    void every_label_is_known() {
        Set<String> unknown = new TreeSet<>();
        for (CommandEntry command : CommandWords.program().commands()) {
            for (OptionEntry option : command.options()) {
                if (option.value() == Value.TEXT && !option.isFlag()) {
                    unknown.add(option.label());
                }
            }
        }

        assertThat(unknown)
                .containsExactly(
                        "ADDRESS",
                        "CHECK",
                        "DURATION",
                        "FIELD",
                        "FILTER",
                        "HOST",
                        "ID",
                        "LIST",
                        "N",
                        "NAME",
                        "PART=NAME",
                        "ROLE",
                        "SETTING",
                        "SHARE",
                        "TEXT",
                        "TIME",
                        "TYPE",
                        "URL",
                        "USD",
                        "VARIABLE",
                        "WORDS");
    }

    @Test
    void recorded_runs_are_told_with_what_they_found(@TempDir Path state) {
        CommandRun.Setup setup = CommandRun.with().variable("XDG_STATE_HOME", state.toString());
        setup.run("check", "--simulate=permission-missing");

        CommandRun run = setup.run("completion", "--candidates", "run");

        assertThat(run.out().lines())
                .containsExactly("last\tthe newest run", "00000000\t2026-11-23T12:00:00Z check permission-missing");
    }

    @Test
    void what_is_damaged_or_unknown_is_passed_over_in_silence(@TempDir Path state) throws IOException {
        Path runs = Files.createDirectories(state.resolve("scimdoctor/runs"));
        Files.writeString(runs.resolve("20261123T120000.000Z_x.json"), "{");
        Files.writeString(state.resolve("scimdoctor/watch"), "no folder");
        CommandRun.Setup setup = CommandRun.with().variable("XDG_STATE_HOME", state.toString());

        for (String kind : new String[] {"run", "watch", "nonsense"}) {
            CommandRun run = setup.run("completion", "--candidates", kind);

            assertThat(run.all()).isEmpty();
            assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        }
    }

    @Test
    void an_unknown_shell_is_named_with_those_there_are() {
        CommandRun run = CommandRun.of("completion", "tcsh");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("choose one of bash, zsh, fish, powershell.");
    }
}
