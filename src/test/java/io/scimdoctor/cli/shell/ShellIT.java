package io.scimdoctor.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a user meets it: typed and pasted into a terminal, before the packaged image. */
final class ShellIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();
    private static final Path SAMPLES = Path.of("src", "test", "resources", "io", "scimdoctor", "examples");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() throws Exception {
        open("");
    }

    private void open(String before) throws Exception {
        Needs.tool("tmux");
        Map<String, String> variables = Map.of(
                "HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.resolve("state").toString());
        String command = "trap : INT; " + before + " '" + LAUNCHER + "' shell; echo ended $?; cat";
        terminal = new Terminal(folder, variables, "sh", "-c", command);
        assertThat(terminal.screenWith("scimdoctor>")).contains("Ctrl-D leaves", "scimdoctor>");
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void what_is_typed_is_completed_and_run_and_kept() throws Exception {
        terminal.type("expl");
        terminal.key("Tab");
        assertThat(terminal.screenWith("> explain")).contains("> explain");
        terminal.type("thrott");
        terminal.key("Tab");
        assertThat(terminal.screenWith("> explain throttled")).contains("> explain throttled");
        terminal.key("Enter");
        assertThat(terminal.screenWith("The service limits")).contains("The service limits the rate of calls.");
        terminal.type("lint filter userName sw \"a!b\"");
        terminal.key("Enter");
        assertThat(terminal.screenWith("1 error")).contains("'sw' is not served on userName");

        leave();

        Path history = folder.resolve("state/scimdoctor/shell-history");
        assertThat(Files.readString(history)).contains("explain throttled", "a!b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_pasted_answer_is_diagnosed_and_becomes_a_ticket() throws Exception {
        terminal.paste(Files.readString(SAMPLES.resolve("answer.txt")));
        assertThat(terminal.screenWith("[permission-missing]")).contains("[permission-missing]");

        terminal.type("ticket");
        terminal.key("Enter");

        assertThat(terminal.screenWith("InsufficientPrivileges")).contains("InsufficientPrivileges");
        leave();
    }

    @Test
    void a_pasted_token_is_judged_and_shown_and_kept_nowhere() throws Exception {
        String token = Files.readString(SAMPLES.resolve("token.txt")).strip();

        terminal.paste(token);

        assertThat(terminal.screenWith("[token-expired]"))
                .contains("[token-expired]")
                .doesNotContain(token.substring(0, 40));
        terminal.type("use");
        terminal.key("Enter");
        assertThat(terminal.screenWith("In use: token")).contains("In use: token");
        leave();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsa"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(token.substring(0, 40), token.substring(token.length() - 40));
            }
        }
    }

    @Test
    void an_interrupt_ends_the_command_and_not_the_shell() throws Exception {
        terminal.type("simulate");
        terminal.key("Enter");
        assertThat(terminal.screenWith("Stop it with Ctrl-C")).contains("Stop it with Ctrl-C");

        terminal.key("C-c");
        terminal.type("explain 504 -o short");
        terminal.key("Enter");

        assertThat(terminal.screenWith("service-timeout:")).contains("service-timeout:");
        leave();
    }

    @Test
    void an_interrupt_ends_the_command_in_a_terminal_without_abilities_too() throws Exception {
        close();
        open("TERM=dumb");
        terminal.type("simulate");
        terminal.key("Enter");
        assertThat(terminal.screenWith("Stop it with Ctrl-C")).contains("Stop it with Ctrl-C");

        terminal.key("C-c");
        terminal.screenOnce(screen -> screen.stripTrailing().endsWith("scimdoctor>"));
        terminal.type("explain 504 -o short");
        terminal.key("Enter");

        assertThat(terminal.screenWith("service-timeout:")).contains("service-timeout:");
        leave();
    }

    @Test
    void an_interrupt_abandons_what_is_being_typed_for_a_command() throws Exception {
        terminal.type("lint filter");
        terminal.key("Enter");
        assertThat(terminal.screenWith("Ctrl-C abandons it")).contains("Type or paste");
        terminal.type("userName sw \"a\"");
        terminal.key("Enter");
        terminal.screenWith("sw \"a\"");

        terminal.key("C-c");

        assertThat(terminal.screenWith("Abandoned.")).contains("Abandoned.").doesNotContain("filter-operator");
        leave();
    }

    @Test
    void a_paste_that_the_terminal_does_not_mark_is_one_answer() throws Exception {
        terminal.pasteUnmarked(Files.readString(SAMPLES.resolve("answer.txt")) + "\n");

        assertThat(terminal.screenWith("In the case: 1 answer"))
                .contains("[permission-missing]", "In the case: 1 answer")
                .doesNotContain("there is no command");
        leave();
    }

    private void leave() throws IOException {
        // What is typed while a command runs is not for the shell.
        terminal.screenOnce(screen -> screen.stripTrailing().endsWith(">"));
        terminal.key("C-d");
        assertThat(terminal.screenWith("ended 0")).contains("ended 0");
    }
}
