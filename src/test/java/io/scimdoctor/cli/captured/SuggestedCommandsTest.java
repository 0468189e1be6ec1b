package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader copies from the screen, and what a script reads by lines, says no more than it should. */
final class SuggestedCommandsTest {
    private static final String FAULT = """
            GET /rp/scim/users?filter=%s HTTP/1.1
            Host: graph.microsoft.com

            HTTP/1.1 400 Bad Request
            Content-Type: application/scim+json
            request-id: 7d2c1f7e-2b52-4a55-9a8f-0c9e1f2a3b4c

            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter",\
            "detail":"The filter is not valid."}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_command_stands_on_one_line_however_long_it_is() throws IOException {
        Path file = folder.resolve("a name with many blanks in it, and with some more words behind them.txt");
        Files.writeString(file, FAULT.formatted("x").replace("400", "500"));

        CommandRun run = CommandRun.with().width(80).run("classify", file.toString());

        assertThat(run.out()).contains("scimdoctor ticket new --from '" + file + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password%20eq%20%22Winter-77%22",
                "password+eq+%22Winter-77%22",
                "displayName eq \u201CWinter\u201D",
                "displayName eq \u2019;id;\u2018"
            })
    void a_query_that_no_shell_can_be_given_has_a_word_in_its_place(String filter) {
        CommandRun run = CommandRun.with().in(FAULT.formatted(filter)).run("classify", "-");

        assertThat(run.out())
                .doesNotContain("Winter-77")
                .containsPattern("scimdoctor lint (?:filter FILTER|query URL)");
    }

    @Test
    void a_line_break_in_a_capture_makes_no_second_record() {
        String capture = """
                {"id":"x\\nok success 200","request":{"method":"GET",\
                "url":"https://graph.microsoft.com/rp/scim/users?count=1\\nok success 200 GET /users a:1"},\
                "status":500,"headers":{"request-id":"b\\nok success 200"},"body":""}
                """;

        CommandRun brief = CommandRun.with().in(capture).run("classify", "-", "-o", "short");
        CommandRun text = CommandRun.with().in(capture).run("classify", "-");

        assertThat(brief.out()).hasLineCount(1);
        assertThat(text.out().lines()).noneMatch(line -> line.startsWith("ok"));
    }

    @ParameterizedTest
    @CsvSource({"Greta Lindqvist", "0171 5550123", "greta.lindqvist"})
    void what_a_capture_calls_an_entry_is_no_part_of_what_is_handed_on(String id) {
        String capture = "{\"id\":\"" + id + "\",\"request\":{\"method\":\"GET\",\"url\":"
                + "\"https://graph.microsoft.com/rp/scim/users\"},\"status\":500,\"body\":\"\"}\n";

        CommandRun log = CommandRun.with().variable("CI", "true").in(capture).run("classify", "-", "-v");
        CommandRun page = CommandRun.with().in(capture).run("classify", "-", "-o", "markdown");
        CommandRun ticket = CommandRun.with().in(capture).run("ticket", "new", "--from", "-");

        assertThat(log.all() + page.all() + ticket.all()).doesNotContain(id);
        assertThat(CommandRun.with().in(capture).run("classify", "-", "-v").out())
                .contains(id);
    }

    @Test
    void a_ticket_names_neither_the_pages_nor_the_address_of_who_called() {
        String capture = """
                GET /rp/scim/users HTTP/1.1
                Host: graph.microsoft.com
                Origin: https://hr.lindqvist.example
                Referer: https://hr.lindqvist.example/people

                HTTP/1.1 403 Forbidden
                Server: squid
                Content-Type: text/html

                <html><body><h1>Access denied</h1><p>Your IP <b>10.77.8.9</b> is not allowed. Client IP: 10.77.8.9</p>
                </body></html>
                """;

        CommandRun ticket = CommandRun.with().in(capture).run("ticket", "new", "--from", "-");

        assertThat(ticket.all()).contains("403").doesNotContain("lindqvist").doesNotContain("10.77.8.9");
    }
}
