package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A support ticket from several captures, or from captures and runs. */
final class TicketMixTest {
    private static final String FORBIDDEN = """
            HTTP/1.1 403 Forbidden
            Date: Wed, 25 Nov 2026 07:14:11 GMT
            Content-Type: application/json
            request-id: %s

            {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
            """;

    @TempDir
    private Path folder;

    private CommandRun.Setup setup() {
        return CommandRun.with().realClock().variable("XDG_STATE_HOME", folder.toString());
    }

    private String capture(String name, String requestId) throws IOException {
        return Files.writeString(folder.resolve(name), FORBIDDEN.formatted(requestId))
                .toString();
    }

    private JsonNode ticket(String... words) throws IOException {
        return Json.read(setup().run(words).out());
    }

    @Test
    void an_answer_that_was_captured_twice_counts_once() throws IOException {
        String first = capture("a.txt", "4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");
        String second = capture("b.txt", "4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");
        String other = capture("c.txt", "5f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");

        assertThat(ticket("ticket", "new", "--from", first, "--from", second, "-o", "json")
                        .toString())
                .contains("1 of 1 call (100 %)");
        assertThat(ticket("ticket", "new", "--from", first, "--from", other, "-o", "json")
                        .toString())
                .contains("2 of 2 calls (100 %)");
    }

    @Test
    void captured_answers_are_no_share_of_the_calls_of_a_check() throws IOException {
        setup().run("check", "--simulate=token-expired", "-q");
        String file = capture("a.txt", "4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");

        String ticket =
                ticket("ticket", "new", "last", "--from", file, "-o", "json").toString();

        assertThat(ticket).contains("permission-missing: 1 of 1 call (100 %)");
    }

    @Test
    void captures_do_not_show_that_nothing_works() throws IOException {
        String file = capture("a.txt", "4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");

        String ticket = setup().run("ticket", "new", "--from", file).out();

        assertThat(ticket).doesNotContain("nothing works").contains("may not have been captured");
    }

    @Test
    void the_reader_of_a_ticket_is_not_told_to_write_one() throws IOException {
        String file = capture("a.txt", "4f1c2a90-77d3-4a0e-9a0d-1f2e3d4c5b6a");

        String ticket = setup().run("ticket", "new", "--from", file).out();

        assertThat(ticket).contains("Grant admin consent").doesNotContain("Open a support ticket");
    }
}
