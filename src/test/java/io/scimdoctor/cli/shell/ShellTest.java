package io.scimdoctor.cli.shell;

import static io.scimdoctor.cli.shell.TypedShell.CANARY;
import static io.scimdoctor.cli.shell.TypedShell.FORBIDDEN;
import static io.scimdoctor.cli.shell.TypedShell.pasted;
import static io.scimdoctor.cli.shell.TypedShell.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive session: what is typed, pasted, helped and remembered. */
final class ShellTest {
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
    void a_token_stays_on_the_screen_only_where_it_was_typed() throws IOException {
        assertThat(typed(pasted(token()))).doesNotContain(CANARY);
    }

    @Test
    void lines_are_remembered_for_their_owner_alone_and_without_secrets() throws IOException {
        typed(
                "version\rexplain Xy9Q8~abcdefghijklmnopqrstuvwxyz0123456789\r explain hidden\rprobe --header 'Cookie: crumbly'\r");

        typed("lint filter userName eq \"ann\"\rlint filter active eq true\rclassify ann@contoso.example\r");

        Path history = folder.resolve("scimdoctor/shell-history");
        assertThat(Files.readString(history)).contains("active eq true").doesNotContain("ann", "contoso");
        assertThat(Files.readString(history)).contains("version").doesNotContain("8~abc", "hidden", "crumbly");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_pasted_request_in_words_of_http_is_checked_and_is_no_answer() throws IOException {
        String patch = """
                PATCH https://graph.microsoft.com/rp/scim/Users/9b
                Content-Type: application/json

                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[]}
                """;

        assertThat(typed(pasted(patch) + "use\r")).contains("A request", "error[", "In the case: nothing.");
        assertThat(typed(pasted(patch + "\nHTTP/1.1 403 Forbidden\n\n"))).contains("An answer");
        assertThat(typed("GET https://graph.microsoft.com/rp/scim/users?count=x\r"))
                .contains("A request");
    }

    @Test
    void several_pasted_commands_are_no_answer() throws IOException {
        assertThat(typed(pasted("$ scimdoctor explain 403\n$ scimdoctor check --simulate\n")))
                .contains("enter them one at a time")
                .doesNotContain("An answer");
    }

    @Test
    void the_line_ends_of_windows_are_one_line_end_in_a_paste() throws IOException {
        String windows = FORBIDDEN.replace("\n", "\r\n");

        assertThat(typed(pasted(windows))).contains("An answer, 4 lines", "application/json");
    }

    @Test
    void lines_without_the_marks_of_a_paste_are_taken_together() throws IOException {
        assertThat(typed(FORBIDDEN.replace('\n', '\r'))).contains("An answer, 4 lines", "permission-missing");
        assertThat(typed("Good morning,\rwe get\r" + FORBIDDEN.replace('\n', '\r')))
                .contains("permission-missing")
                .doesNotContain("there is no command");
        assertThat(typed("one\rtwo\rthree\r")).containsOnlyOnce("type paste first");
    }

    @Test
    void a_line_that_is_no_command_says_which_command_takes_it() throws IOException {
        String file = Files.writeString(folder.resolve("x.har"), "{}").toString();

        assertThat(typed(file + "\r")).contains("that is a file; classify FILE");
        assertThat(typed("\"C:\\Users\\ann\\Desktop\\trace.har\"\r")).contains("no file of that name here");
        assertThat(typed("https://graph.microsoft.com/rp/scim/users?filter=userName eq \"a\"\r"))
                .contains("lint query URL")
                .doesNotContain("[masked]");
        assertThat(typed("userName eq \"a\"\r")).contains("lint filter, with the filter behind it");
        assertThat(typed("403\r")).contains("explain 403");
        assertThat(typed("One or more added object references already exist\r"))
                .contains("explain --search finds words of an error");
        assertThat(typed("token-expired\r")).contains("explain token-expired");
        assertThat(typed("request-id: 4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a\r")).contains("one line of an answer");
    }

    @Test
    void the_shell_s_own_words_are_known_in_any_case_and_suggested() throws IOException {
        assertThat(typed("EXIT now\rversion\r")).doesNotContain("scimdoctor " + Version.text() + "\n");
        assertThat(typed("Help\r")).contains("In the shell:");
        assertThat(typed("?\r")).contains("exit leaves the shell");
        assertThat(typed(":q\r")).contains("exit leaves the shell");
        assertThat(typed("hlep\r")).contains("did you mean 'help'?");
        assertThat(typed("tiket\r")).contains("did you mean 'ticket'?");
        assertThat(typed("tokn inspect\r")).contains("did you mean 'token inspect'?");
    }

    @Test
    void help_explains_the_shell_s_own_words() throws IOException {
        assertThat(typed("help use\rhelp paste\rhelp exit\rhelp new\rhelp ticket\r"))
                .contains("use token FILE", "up to Ctrl-D", "leave the shell", "begin a new case", "ticket preview")
                .doesNotContain("there is no command");
    }

    @Test
    void a_pipe_is_refused_and_a_file_for_the_result_is_named() throws IOException {
        assertThat(typed("explain | head\rexplain > x.txt\r")).contains("no pipes", "-o text=FILE");
        assertThat(typed(pasted(FORBIDDEN) + "ticket -o json=" + folder.resolve("t.json") + "\r"))
                .contains("Written: ");
        assertThat(typed("explain --json\r")).contains("-o json");
    }

    @Test
    void a_command_that_waits_for_input_says_how_it_ends() throws IOException {
        assertThat(typed("lint filter\ruserName eq \"a\"\r\u0004")).contains("Ctrl-D", "Ctrl-C", "0 errors");
    }

    @Test
    void messages_break_between_words_and_name_commands_as_they_are_typed_here() throws IOException {
        String screen = new TypedShell(folder, 60, 50).typed("explain --no-such-option-whatever-it-was-meant-to-be\r");

        assertThat(screen).contains("explain\n  --help").doesNotContain("scimdoctor explain");
        assertThat(screen.lines().skip(2).filter(line -> !line.contains("> ")).toList())
                .allMatch(line -> line.stripTrailing().length() <= 60);
    }

    @Test
    void a_command_that_reads_standard_input_asks_the_terminal() throws IOException {
        assertThat(typed("classify -\r" + FORBIDDEN.replace('\n', '\r') + "\u0004version\r"))
                .contains("permission-missing", "scimdoctor " + Version.text());
    }

    @Test
    void the_verdict_is_repeated_when_the_report_has_left_the_screen() throws IOException {
        String verdict = "The application lacks a permission for this call (likely)";

        assertThat(new TypedShell(folder, 80, 20).typed(pasted(FORBIDDEN)))
                .contains("FAIL  " + verdict
                        + "\n  [permission-missing]\n      Who  Privileged Role Administrator\nIn the case");
        assertThat(new TypedShell(folder, 80, 60).typed(pasted(FORBIDDEN))).containsOnlyOnce(verdict);
    }

    private String typed(String keys) throws IOException {
        return new TypedShell(folder, 300, 50).typed(keys);
    }
}
