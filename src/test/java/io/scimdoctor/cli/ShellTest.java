package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.shell.ShellSession;
import io.scimdoctor.cli.shell.ShellTerminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive session, typed into through a terminal that is none. */
final class ShellTest {
    private static final String CANARY = "c4n4ryS1gn4tur3ThatMustNotStay";
    private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n"
            + "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the"
            + " operation.\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void a_line_is_a_command_line_without_the_name_of_the_program() throws IOException {
        assertThat(typed("explain token-expired -o short\r")).contains("token-expired");
        assertThat(typed("scimdoctor version\r")).contains("scimdoctor " + Version.text());
    }

    @Test
    void it_says_in_three_lines_what_it_is() throws IOException {
        String screen = typed("exit\r");

        assertThat(screen.substring(0, screen.indexOf("scimdoctor> ")).lines().count())
                .isLessThanOrEqualTo(3);
    }

    @Test
    void exit_quit_and_the_end_of_the_input_leave() throws IOException {
        assertThat(typed("exit\rversion\r")).doesNotContain("scimdoctor " + Version.text() + "\n");
        assertThat(typed("quit\rversion\r")).doesNotContain("scimdoctor " + Version.text() + "\n");
        assertThat(typed("\u0004version\r")).doesNotContain("scimdoctor " + Version.text() + "\n");
    }

    @Test
    void without_a_terminal_it_refuses_in_one_sentence() {
        CommandRun run = CommandRun.of("shell");

        assertThat(run.code().number()).isEqualTo(2);
        assertThat(run.err()).contains("the shell needs a terminal").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_unknown_word_gets_the_same_suggestion_as_on_the_command_line() throws IOException {
        assertThat(typed("chekc\r")).contains("there is no command 'chekc'; did you mean 'check'?");
    }

    @Test
    void a_shell_in_the_shell_is_refused() throws IOException {
        assertThat(typed("shell\r")).contains("this is the shell already");
    }

    @Test
    void an_exclamation_mark_means_itself() throws IOException {
        String screen = typed("version\rlint filter displayName eq \"!!\"\r!ver\r");

        assertThat(screen).contains("there is no command '!ver'").contains("displayName eq \"!!\"");
    }

    @Test
    void a_filter_is_taken_as_it_is_typed() throws IOException {
        assertThat(typed("lint filter userName eq \"a\" -o short\r")).contains("0 errors");
        assertThat(typed("lint filter 'userName eq \"a\"' -o short\r")).contains("0 errors");
        assertThat(typed("lint filter userName lt \"a\" -o short\r")).contains("filter-operator");
    }

    @Test
    void a_quote_that_is_not_closed_is_said() throws IOException {
        assertThat(typed("explain 'a\r")).contains("the quote ' is not closed");
    }

    @Test
    void a_paste_behind_a_quote_that_is_not_closed_leaves_the_shell_alive() throws IOException {
        String screen = typed("classify 'a " + pasted(FORBIDDEN) + "explain throttled -o short\r");

        assertThat(screen).contains("the quote ' is not closed", "throttled: The service limits");
    }

    @Test
    void an_option_of_lint_filter_takes_the_word_behind_it() throws IOException {
        assertThat(typed("lint filter --resource groups displayName eq \"a\" -o short\r"))
                .contains("0 errors");
    }

    @Test
    void a_pasted_answer_is_diagnosed_and_not_repeated() throws IOException {
        String screen = typed(pasted(FORBIDDEN));

        assertThat(screen).contains("permission-missing").doesNotContain("Authorization_RequestDenied\",\"message");
    }

    @Test
    void a_pasted_curl_command_is_checked_and_not_taken_for_an_answer() throws IOException {
        String curl = "curl -X DELETE https://graph.microsoft.com/rp/scim/users/x \\\n -H 'Accept: application/json'\n";

        assertThat(typed(pasted(curl)))
                .contains("A request", "error[id-not-guid]")
                .doesNotContain("unclassified");
        assertThat(typed(pasted(curl + "HTTP/1.1 404 Not Found\n\n"))).contains("An answer");
    }

    @Test
    void an_answer_without_the_marks_of_a_paste_is_diagnosed_too() throws IOException {
        assertThat(
                        typed(
                                "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Lifetime validation failed.\"}}\r"))
                .contains("token-expired");
        assertThat(typed("paste\r" + FORBIDDEN.replace('\n', '\r') + "\u0004")).contains("permission-missing");
    }

    @Test
    void a_paste_behind_a_command_is_its_input() throws IOException {
        assertThat(typed("lint user -o short " + pasted("{\n\"userName\": 1\n}")))
                .contains("error");
    }

    @Test
    void a_pasted_token_is_judged_and_serves_later_commands_and_is_kept_nowhere() throws IOException {
        String screen = typed(pasted(token()) + "permissions -o short\ruse\rlint filter " + token() + "\r");

        assertThat(screen).contains("token-expired", "scimdoctor[token]> ").contains("User.Read.All");
        assertThat(typed("use token nowhere.txt\r")).contains("no file of that name");
        assertNowhere(CANARY);
    }

    @Test
    void a_token_stays_on_the_screen_only_where_it_was_typed() throws IOException {
        assertThat(typed(pasted(token()))).doesNotContain(CANARY);
    }

    @Test
    void lines_are_remembered_for_their_owner_alone_and_without_secrets() throws IOException {
        typed(
                "version\rexplain Xy9Q8~abcdefghijklmnopqrstuvwxyz0123456789\r explain hidden\rprobe --header 'Cookie: crumbly'\r");

        Path history = folder.resolve("scimdoctor/shell-history");
        assertThat(Files.readString(history)).contains("version").doesNotContain("8~abc", "hidden", "crumbly");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_context_is_shown_and_handed_to_later_commands() throws IOException {
        String screen = typed("use profile contoso\rtoken get\rtoken get -p other\ruse nothing\ruse wrong\r");

        assertThat(screen).contains("scimdoctor[contoso]> ", "In use: contoso.", "In use: nothing.", "use takes");
        assertThat(screen).contains("there is no profile 'contoso'").contains("there is no profile 'other'");
    }

    @Test
    void the_session_s_run_stands_where_the_newest_would() throws IOException {
        typed("check --simulate=permission-missing -q\rcheck --simulate -q\r");
        String first;
        try (Stream<Path> runs = Files.list(folder.resolve("scimdoctor/runs"))) {
            first = runs.map(file -> file.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        String id = first.substring(first.indexOf('_') + 1).substring(0, 8);

        assertThat(typed("use run " + id + "\rruns show -o short\r")).contains("permission-missing");
        assertThat(typed("use run " + id + "\rruns show last -o short\r")).doesNotContain("permission-missing");
    }

    @Test
    void ticket_is_made_of_what_was_pasted_and_run() throws IOException {
        assertThat(typed("ticket\r")).contains("the case is empty");

        String screen = typed(pasted(FORBIDDEN) + "check --simulate=token-expired -q\rticket -o markdown\r");

        String ticket = screen.substring(screen.lastIndexOf("markdown\n"));
        assertThat(ticket).contains("permission-missing", "token-expired");
    }

    @Test
    void a_command_that_reads_standard_input_asks_the_terminal() throws IOException {
        assertThat(typed("classify -\r" + FORBIDDEN.replace('\n', '\r') + "\u0004version\r"))
                .contains("permission-missing", "scimdoctor " + Version.text());
    }

    private String typed(String keys) throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        try (DumbTerminal terminal = new DumbTerminal("test", "ansi", in, screen, StandardCharsets.UTF_8)) {
            Attributes attributes = terminal.getAttributes();
            attributes.setControlChar(ControlChar.VEOF, 4);
            terminal.setAttributes(attributes);
            terminal.setSize(new Size(300, 50));
            ShellSession.of(new ShellTerminal(terminal), new ShellHost(environment()))
                    .run();
        }
        return AttributedString.stripAnsi(screen.toString(StandardCharsets.UTF_8))
                .replace("\r", "");
    }

    private Environment environment() {
        Environment.Source source = new Environment.Source() {
            @Override
            public InputStream in() {
                return InputStream.nullInputStream();
            }

            @Override
            public String newId() {
                return UUID.randomUUID().toString();
            }
        };
        return new Environment(
                Map.of("XDG_STATE_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(), "NO_COLOR", "1"),
                Writer.nullWriter(),
                Writer.nullWriter(),
                Environment.Terminals.NONE,
                InstantSource.system(),
                source,
                new Interrupts());
    }

    private static String pasted(String text) {
        return "\u001b[200~" + text.replace('\n', '\r') + "\u001b[201~";
    }

    private static String token() {
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        String claims =
                encoded("{\"aud\":\"https://graph.microsoft.com\",\"exp\":1700000000,\"roles\":[\"User.Read.All\"]}");
        return head + "." + claims + "." + CANARY;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void assertNowhere(String secret) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        }
    }
}
