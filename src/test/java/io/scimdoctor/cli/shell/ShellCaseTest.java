package io.scimdoctor.cli.shell;

import static io.scimdoctor.cli.shell.TypedShell.APPLICATION;
import static io.scimdoctor.cli.shell.TypedShell.CANARY;
import static io.scimdoctor.cli.shell.TypedShell.EXPIRED;
import static io.scimdoctor.cli.shell.TypedShell.FORBIDDEN;
import static io.scimdoctor.cli.shell.TypedShell.TENANT;
import static io.scimdoctor.cli.shell.TypedShell.UNAUTHORIZED;
import static io.scimdoctor.cli.shell.TypedShell.pasted;
import static io.scimdoctor.cli.shell.TypedShell.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session goes by and what it gathers for a ticket. */
final class ShellCaseTest {
    @TempDir
    private Path folder;

    @Test
    void a_pasted_token_is_judged_and_serves_later_commands_and_is_kept_nowhere() throws IOException {
        String screen = typed(pasted(token()) + "permissions -o short\ruse\rlint filter " + token() + "\r");

        assertThat(screen).contains("token-expired", "scimdoctor[token]> ").contains("User.Read.All");
        assertThat(typed("use token nowhere.txt\r")).contains("there is no file 'nowhere.txt'");
        assertNowhere(CANARY);
    }

    @Test
    void the_context_is_shown_and_handed_to_later_commands() throws IOException {
        profile("contoso", "tenant = \"contoso.example\"");

        String screen = typed("use profile contoso\renv -o json\rtoken get -p other\ruse nothing\ruse wrong\r");

        assertThat(screen).contains("scimdoctor[contoso]> ", "In use: contoso.", "In use: nothing.", "use takes");
        assertThat(screen).contains("\"profile contoso\"", "there is no profile 'other'");
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

        assertThat(ticket(typed("check --simulate=token-expired -q\rticket -o markdown\r")))
                .contains("token-expired");
        assertThat(ticket(typed(pasted(FORBIDDEN) + pasted(EXPIRED) + "ticket -o markdown\r")))
                .contains("permission-missing", "token-expired");
    }

    @Test
    void beside_real_answers_a_simulated_run_is_left_out_unless_it_is_in_use() throws IOException {
        String keys = pasted(FORBIDDEN) + "check --simulate=token-expired -q\r";

        assertThat(ticket(typed(keys + "ticket -o markdown\r")))
                .contains(": 1 run. use run ID", "permission-missing")
                .doesNotContain("token-expired", "SIMULATED");
        assertThat(ticket(typed(keys + "use run last\rticket -o markdown\r"))).contains("token-expired", "SIMULATED");
    }

    @Test
    void the_same_answer_counts_once() throws IOException {
        String screen = typed(pasted(FORBIDDEN) + pasted(FORBIDDEN) + "use\rticket -o markdown\r");

        assertThat(screen).contains("in the case already", "In the case: 1 answer.");
    }

    @Test
    void ticket_new_and_ticket_preview_take_the_case_too() throws IOException {
        assertThat(typed(pasted(FORBIDDEN) + "ticket preview\r")).doesNotContain("no run is recorded");
        assertThat(ticket(typed(pasted(FORBIDDEN) + "ticket new -o markdown\r")))
                .contains("permission-missing");
        assertThat(typed("ticket preview\r")).contains("no run is recorded");
    }

    @Test
    void a_new_case_begins_with_nothing() throws IOException {
        String screen = typed(pasted(FORBIDDEN) + pasted(token()) + "new\ruse\rticket\r");

        assertThat(screen).contains("In use: nothing. In the case: nothing.", "the case is empty");
    }

    @Test
    void a_file_that_is_classified_joins_the_case() throws IOException {
        String file = Files.writeString(folder.resolve("answer.txt"), FORBIDDEN).toString();

        assertThat(ticket(typed("classify " + file + "\rticket -o markdown\r"))).contains("permission-missing");
        assertThat(typed("classify --status 403 " + file + "\r")).contains("Not in the case");
        assertThat(typed("classify " + folder.resolve("none.txt") + "\ruse\r")).contains("In the case: nothing.");
    }

    @Test
    void what_no_answer_can_be_read_from_stays_out_of_the_case() throws IOException {
        assertThat(typed("classify\r\u0004use\r")).contains("In the case: nothing.");
    }

    @Test
    void the_token_in_use_judges_answers_and_names_tenant_and_application_in_the_ticket() throws IOException {
        String file =
                Files.writeString(folder.resolve("answer.txt"), UNAUTHORIZED).toString();

        assertThat(typed(pasted(UNAUTHORIZED))).doesNotContain("2023-11-14");
        assertThat(typed(pasted(token()) + pasted(UNAUTHORIZED)).split("An answer", 2)[1])
                .contains("[token-expired]", "2023-11-14");
        assertThat(typed(pasted(token()) + "classify " + file + "\r").split("classify", 2)[1])
                .contains("[token-expired]", "2023-11-14");
        assertThat(ticket(typed(pasted(token()) + pasted(UNAUTHORIZED) + "ticket -o markdown\r")))
                .contains(TENANT, APPLICATION);
    }

    @Test
    void the_token_file_of_the_profile_in_use_judges_answers() throws IOException {
        Files.writeString(folder.resolve("token.txt"), token());
        profile("contoso", "token-file = \"" + folder.resolve("token.txt") + "\"");

        assertThat(typed("use profile contoso\r" + pasted(UNAUTHORIZED))).contains("[token-expired]", "2023-11-14");
    }

    @Test
    void a_profile_or_run_that_there_is_not_is_refused_at_once() throws IOException {
        assertThat(typed("use profile tset\ruse run 9\ruse\r"))
                .contains("there is no profile 'tset'", "there is no run '9'", "In use: nothing.");
    }

    @Test
    void a_token_behind_use_token_is_taken_for_itself() throws IOException {
        assertThat(typed("use token " + pasted(token()))).contains("token-expired", "scimdoctor[token]> ");
        assertThat(typed("use token " + token() + "\r")).contains("token-expired", "scimdoctor[token]> ");
        assertNowhere(CANARY);
    }

    @Test
    void a_run_that_did_not_reach_the_service_is_left_out_beside_answers() throws IOException {
        String check = "check --base-url http://127.0.0.1:1/rp/scim -q\r";

        assertThat(ticket(typed(pasted(FORBIDDEN) + check + "ticket -o markdown\r")))
                .contains(": 1 run. use run ID")
                .doesNotContain("connection-refused");
        assertThat(ticket(typed(check + "ticket -o markdown\r"))).contains("connection-refused");
    }

    @Test
    void a_run_that_was_deleted_is_in_no_case() throws IOException {
        String check = "check --simulate=token-expired -q\r";

        String screen = typed(check + check + pasted(FORBIDDEN) + "runs delete last --yes\ruse\r"
                + "use run last\rruns delete last --yes\rticket -o markdown\r");

        assertThat(screen).contains("In the case: 1 answer, 2 runs.").doesNotContain("there is no run");
        assertThat(ticket(screen)).contains("permission-missing").doesNotContain("SIMULATED");
        assertThat(typed("use\rruns delete last --yes\ruse\r")).doesNotContain("1 run");
    }

    @Test
    void use_token_says_in_few_lines_whose_it_is_and_whether_it_serves() throws IOException {
        String file = Files.writeString(folder.resolve("token.txt"), token()).toString();

        String screen = typed("use token " + file + "\r");

        String said = screen.substring(screen.indexOf("token.txt\n") + 10, screen.indexOf("In use: token"));
        assertThat(said).contains(APPLICATION, "https://graph.microsoft.com", "2023-11-14T22:13:20Z", "token-expired");
        assertThat(said.lines().count()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_check_names_the_token_of_the_session_as_its_own() throws IOException {
        String screen = typed(pasted(token()) + "check --base-url http://127.0.0.1:1 --dry-run\r");

        assertThat(screen).contains("this session").doesNotContain("SCIMDOCTOR_TOKEN");
    }

    private String typed(String keys) throws IOException {
        return new TypedShell(folder, 300, 50).typed(keys);
    }

    private void profile(String name, String settings) throws IOException {
        Path file = folder.resolve("scimdoctor/config.toml");
        Files.createDirectories(folder.resolve("scimdoctor"));
        Files.writeString(file, "[profile." + name + "]\n" + settings + "\n");
    }

    private static String ticket(String screen) {
        return screen.substring(screen.lastIndexOf("markdown\n"));
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
