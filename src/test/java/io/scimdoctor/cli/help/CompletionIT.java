package io.scimdoctor.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.shell.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Completion as a user meets it: typed into bash, zsh and fish in a terminal, before the packaged image. */
final class CompletionIT {
    private static final Path IMAGE = Path.of("target", "scimdoctor").toAbsolutePath();

    @TempDir
    private Path folder;

    /** The shells, without what this machine's user has set up for them. */
    private enum Typed {
        BASH("bash", "--norc", "--noprofile", "-i") {
            @Override
            String ready(Path image) {
                return "PS1='> '; bind 'set show-all-if-ambiguous on'; source '" + image
                        + "/share/bash-completion/completions/scimdoctor'";
            }
        },
        ZSH("zsh", "-f", "-i") {
            @Override
            String ready(Path image) {
                return "PS1='> '; setopt no_auto_menu; fpath=('" + image
                        + "/share/zsh/site-functions' $fpath); autoload -Uz compinit; compinit -u -D";
            }
        },
        FISH("fish", "--no-config") {
            @Override
            String ready(Path image) {
                return "function fish_prompt; echo '> '; end; source '" + image
                        + "/share/fish/vendor_completions.d/scimdoctor.fish'";
            }
        };

        private final String[] command;

        Typed(String... command) {
            this.command = command;
        }

        abstract String ready(Path image);
    }

    @BeforeEach
    void files() throws Exception {
        Files.createDirectories(folder.resolve("a folder"));
        Path program = folder.resolve("a folder/scimdoctor");
        Files.writeString(program, "#!/bin/sh\nexec '" + IMAGE + "/bin/scimdoctor' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("capture.har"), "{}");
    }

    @ParameterizedTest
    @EnumSource(Typed.class)
    void what_is_typed_is_completed(Typed shell) throws Exception {
        try (Terminal terminal = open(shell)) {
            completes(terminal, "scimdoctor expl", "scimdoctor explain");
            completes(terminal, "scimdoctor token ins", "scimdoctor token inspect");
            completes(terminal, "scimdoctor help token ins", "scimdoctor help token inspect");
            completes(terminal, "scimdoctor check --no-rec", "scimdoctor check --no-record");
            completes(terminal, "scimdoctor check --cloud chi", "scimdoctor check --cloud china");
            completes(terminal, "scimdoctor check --cloud=chi", "scimdoctor check --cloud=china");
            completes(terminal, "scimdoctor check --ignore id-n", "scimdoctor check --ignore id-not-guid");
            completes(terminal, "scimdoctor check --simulate=token-ex", "scimdoctor check --simulate=token-expired");
            completes(terminal, "scimdoctor check -o mark", "scimdoctor check -o markdown");
            completes(terminal, "scimdoctor check -o json=capt", "scimdoctor check -o json=capture.har");
            completes(terminal, "scimdoctor check --output=json=capt", "scimdoctor check --output=json=capture.har");
            completes(terminal, "scimdoctor classify capt", "scimdoctor classify capture.har");
            completes(terminal, "scimdoctor check --token-file=capt", "scimdoctor check --token-file=capture.har");
        }
    }

    @ParameterizedTest
    @EnumSource(Typed.class)
    void where_nothing_can_be_meant_nothing_is_offered(Typed shell) throws Exception {
        try (Terminal terminal = open(shell)) {
            unchanged(terminal, "scimdoctor check capt");
            unchanged(terminal, "scimdoctor check --tenant capt");
            unchanged(terminal, "scimdoctor check --cloud capt");
            unchanged(terminal, "scimdoctor check -- --clo");
        }
    }

    @ParameterizedTest
    @EnumSource(Typed.class)
    void runs_are_asked_of_a_program_whose_path_has_a_space(Typed shell) throws Exception {
        CommandRun.with()
                .variable("XDG_STATE_HOME", folder.resolve("state").toString())
                .run("check", "--simulate=permission-missing", "-q");

        try (Terminal terminal = open(shell)) {
            completes(terminal, "./a\\ folder/scimdoctor runs show la", "scimdoctor runs show last");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Typed.class, names = "BASH", mode = EnumSource.Mode.EXCLUDE)
    void words_are_shown_with_what_they_are(Typed shell) throws Exception {
        try (Terminal terminal = open(shell)) {
            terminal.type("scimdoctor runs ");
            terminal.key("Tab");

            assertThat(terminal.screenWith("Delete individual recorded runs"))
                    .contains("Delete individual recorded runs", "List the recorded runs");
        }
    }

    private Terminal open(Typed shell) throws Exception {
        Needs.tool("tmux");
        Needs.tool(shell.command[0]);
        // A shell that ends would write its history into a folder that is being removed.
        Map<String, String> variables = Map.of(
                "PATH",
                folder.resolve("a folder") + ":" + System.getenv("PATH"),
                "HOME",
                folder.toString(),
                "HISTFILE",
                "",
                "fish_history",
                "",
                "XDG_STATE_HOME",
                folder.resolve("state").toString());
        Terminal terminal = new Terminal(folder, variables, shell.command);
        terminal.type(shell.ready(IMAGE) + "; echo re''ady");
        terminal.key("Enter");
        assertThat(terminal.screenWith("\nready")).contains("\nready");
        return terminal;
    }

    private static void completes(Terminal terminal, String typed, String wanted) throws Exception {
        terminal.type(typed);
        terminal.key("Tab");

        assertThat(terminal.screenWith(wanted)).as(typed).contains(wanted);
        clear(terminal);
    }

    /** The sign behind it is typed after the completion, and so nothing stands between them. */
    private static void unchanged(Terminal terminal, String typed) throws Exception {
        terminal.type(typed);
        terminal.key("Tab");
        terminal.type("#");

        assertThat(terminal.screenWith("> " + typed + "#"))
                .contains("> " + typed + "#")
                .doesNotContain("capture.har");
        clear(terminal);
    }

    private static void clear(Terminal terminal) throws Exception {
        terminal.key("C-u");
        terminal.key("C-l");
    }
}
