package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a ticket that a form takes: what it never loses, and what the user adds. */
final class TicketTextTest {
    @TempDir
    private Path folder;

    private CommandRun.Setup setup() {
        return CommandRun.with().realClock().variable("XDG_STATE_HOME", folder.toString());
    }

    @Test
    void the_text_of_a_missing_permission_holds_what_support_needs() {
        setup().run("check", "--simulate=permission-missing", "-q");

        String text = setup().run("ticket", "new").out();

        assertThat(text.length()).isLessThanOrEqualTo(4_000);
        assertThat(text)
                .contains("\nleast missing role: User.Read.All and Group.Read.All\n")
                .contains("\nrequest-id: ", "\nroles: Application.Read.All\n")
                .contains("  curl -i -X GET '", "\nSTILL MISSING\n", "licence of the tenant");
    }

    @Test
    void a_cut_text_names_all_that_is_missing_and_every_request_id() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            calls.append("{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"},"
                    + "\"status\":" + List.of(429, 403, 400, 500, 504).get(i)
                    + ",\"headers\":{\"request-id\":\"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6" + i + "\"}}\n");
        }
        Path file = Files.writeString(folder.resolve("many.ndjson"), calls);

        CommandRun run = setup().run("ticket", "new", "--from", file.toString());
        CommandRun markdown = setup().run("ticket", "new", "--from", file.toString(), "-o", "markdown");

        String missing = run.err().replaceAll("(?s).*still missing for support: (.*?)\\. scimdoctor.*", "$1");
        assertThat(run.out().length()).isLessThanOrEqualTo(4_000);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Cut to fit")
                .contains(missing.split("; "))
                .contains("5a60 ", "5a61 ", "5a62 ", "5a63 ", "5a64 ", "status: 504");
        assertThat(markdown.out()).contains(missing.split("; ")).doesNotContain("\\--");
    }

    @Test
    void a_cut_text_never_speaks_of_commands_that_it_lacks() {
        setup().run("check", "--simulate=permission-missing", "-q");

        String text = setup().run("ticket", "new", "--max-length", "1000").out();

        assertThat(text).doesNotContain("TOKEN holds", "REPRODUCE");
    }

    @Test
    void the_text_stays_within_ascii_when_that_is_asked_for() throws IOException {
        Path file = Files.writeString(
                folder.resolve("uni.txt"), "HTTP/1.1 400 Bad Request\n\n{\"detail\":\"Filter – “userName” … nicht\"}");

        CommandRun run = setup().run("ticket", "new", "--from", file.toString(), "--ascii");

        assertThat(run.out()).matches("\\p{ASCII}*").contains("detail: ");
    }

    @Test
    void the_user_says_what_call_a_run_was_that_does_not_say_it() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bare.txt"),
                "HTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"no\"}}");
        setup().run("runs", "import", file.toString());
        assertThat(setup().run("ticket", "preview").out()).contains("method and full URL");

        CommandRun run = setup().run(
                        "ticket",
                        "new",
                        "--method",
                        "GET",
                        "--url",
                        "https://graph.microsoft.com/rp/scim/users?filter=userName%20eq%20%22jane.doe@contoso.com%22");

        assertThat(run.all()).doesNotContain("method and full URL", "jane.doe");
        assertThat(run.out()).contains("curl -i -X GET 'https://graph.microsoft.com/rp/scim/users?filter=");
    }
}
