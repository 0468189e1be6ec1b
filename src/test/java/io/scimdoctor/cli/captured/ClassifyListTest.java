package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `classify` of some dozens of exchanges: what failed, when, and who acts; and one of them alone. */
final class ClassifyListTest {
    private static final String ID = "b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a60";

    @TempDir
    private Path folder;

    @Test
    void successes_are_counted_and_each_failure_is_named_with_its_call_and_time() throws IOException {
        CommandRun run = CommandRun.with().width(160).run("classify", file().toString());

        assertThat(run.out().lines().filter(line -> line.startsWith("✓"))).containsExactly("✓ 18 calls succeeded");
        assertThat(run.out().lines().filter(line -> line.startsWith("✗")))
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("✗  calls.ndjson:4  10:04:00  504 GET /rp/scim/users  service-timeout");
    }

    @Test
    void a_failure_takes_two_lines_of_any_terminal_with_its_reason_and_request_id() throws IOException {
        List<String[]> calls = List.of(
                new String[] {"GET", "users?count=0", "400", "The value of the 'count' query parameter is not valid."},
                new String[] {"PATCH", "groups/" + ID, "403", "Insufficient privileges to complete the operation."},
                new String[] {"POST", "users", "400", "Property 'costCentre2' is not valid for schema User."},
                new String[] {"GET", "users?filter=title%20co%20%22a%22", "400", "The filter is not supported."},
                new String[] {"GET", "users/" + ID, "404", "Resource '" + ID + "' does not exist."});
        StringBuilder log = new StringBuilder();
        for (String[] call : calls) {
            log.append(
                    "{\"id\":\"entry-of-the-sync\",\"startedAt\":\"2026-11-30T01:00:00Z\",\"request\":{\"method\":\"%s\","
                                    .formatted(call[0])
                            + "\"url\":\"https://graph.microsoft.com/rp/scim/" + call[1] + "\"},\"status\":" + call[2]
                            + ",\"headers\":{\"request-id\":\"" + ID + "\"},\"body\":\"{\\\"status\\\":\\\"" + call[2]
                            + "\\\",\\\"detail\\\":\\\"" + call[3]
                            + "\\\"}\"}\n");
        }
        Path file = Files.writeString(folder.resolve("five.ndjson"), log);

        for (int width : new int[] {80, 100, 132}) {
            String out = CommandRun.with()
                    .width(width)
                    .run("classify", file.toString())
                    .out();
            List<String> lines =
                    out.substring(out.indexOf('✗'), out.indexOf("\n\n")).lines().toList();

            assertThat(lines).as(out).hasSize(10).allMatch(line -> line.length() <= width);
            for (int i = 1; i < 10; i += 2) {
                assertThat(lines.get(i)).endsWith(ID);
            }
            assertThat(out)
                    .contains(
                            "count=0 is refused here",
                            "needs Group.ReadWrite.All  ",
                            "'costCentre2'",
                            "'title' cannot be filtered",
                            "404 GET ");
        }
    }

    @Test
    void each_kind_says_who_acts_and_what_comes_first() throws IOException {
        CommandRun list = CommandRun.of("classify", file().toString());
        CommandRun summary = CommandRun.of("classify", file().toString(), "--summary");

        assertThat(list.out())
                .containsSubsequence(
                        "Who fixes it: Application owner, 1 call", "Who fixes it: Microsoft support, 1 call");
        assertThat(summary.out())
                .containsSubsequence("[service-timeout]", "Who fixes it  ", "First  ", "[throttled]", "Who fixes it  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void what_was_not_asked_for_is_told(String format) throws IOException {
        String file = file().toString();
        CommandRun one = CommandRun.of("classify", file, "--only", "throttled", "-o", format);
        CommandRun none = CommandRun.of("classify", file, "--only", "not-a-member", "-o", format);
        CommandRun later = CommandRun.of("classify", file, "--since", "2127-01-01T00:00:00Z", "-o", format);

        assertThat(one.out()).contains("Not asked for", "1 call with other findings");
        assertThat(none.out())
                .contains("No call shows the finding that is asked for", "2 calls with other findings")
                .doesNotContain("answers, 0 failures");
        assertThat(later.out()).contains("No call in the input falls into the time", "Left out", "20 calls outside");
    }

    @Test
    void a_ticket_of_one_among_others_is_of_that_one() throws IOException {
        String file = file().toString();
        CommandRun run = CommandRun.with().width(160).run("classify", file, "--only", "service-timeout");

        assertThat(run.out()).contains("ticket new --from " + file + ":4");
    }

    @Test
    void a_ticket_is_offered_of_what_microsoft_has_to_mend() throws IOException {
        String url = "\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"}}\n";
        Path log = Files.writeString(folder.resolve("two.ndjson"), "{\"status\":429," + url + "{\"status\":504," + url);

        CommandRun run = CommandRun.with().width(160).run("classify", log.toString());

        assertThat(run.out()).contains("classify " + log + ":1  (all: -v)").contains("ticket new --from " + log + ":2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "markdown"})
    void an_id_of_two_lines_writes_no_line_of_its_own(String format) throws IOException {
        String record =
                "{\"status\":504,\"headers\":{\"request-id\":\"7d0c2f3a-5b1e-4c6d-8f90-a1b2c3d4e5f6\\npass 200\"}}\n";
        Path log = Files.writeString(folder.resolve("ids.ndjson"), record.repeat(2));

        CommandRun run = CommandRun.of("classify", log.toString(), "-o", format);

        assertThat(run.out().lines()).noneMatch(line -> line.startsWith("pass"));
    }

    /** A long log is summed up from its start; one that turns out to hold few answers has to be listed all the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 99, 100, 101, 300})
    void how_long_the_lines_are_does_not_matter(int answers) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < answers; i++) {
            log.append("{\"status\":" + (i % 3 == 0 ? 504 : 200) + ",\"request\":{\"method\":\"GET\",\"url\":"
                    + "\"https://graph.microsoft.com/rp/scim/users\"}}@\n");
        }
        log.append("no answer@\n");

        CommandRun brief = CommandRun.with().in(log.toString().replace("@", "")).run("classify", "-");
        CommandRun lengthy = CommandRun.with()
                .in(log.toString().replace("@", " ".repeat(7_000)))
                .run("classify", "-");

        assertThat(lengthy.out()).isEqualTo(brief.out());
        assertThat(brief.out()).contains("service-timeout");
    }

    @Test
    void an_entry_is_opened_by_the_name_that_the_list_prints() throws IOException {
        CommandRun run = CommandRun.of("classify", file() + ":4", "-o", "json");

        JsonNode diagnoses = Json.read(run.out()).path("diagnoses");
        assertThat(diagnoses).hasSize(1);
        assertThat(diagnoses.get(0).path("source").path("index").asInt()).isEqualTo(4);
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void an_entry_that_is_not_there_is_no_verdict_and_a_file_that_is_not_there_a_usage_error() throws IOException {
        CommandRun entry = CommandRun.with().width(160).run("classify", file() + ":99");

        assertThat(entry.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(entry.out()).contains("the file holds no entry of that number");
        assertThat(CommandRun.of("classify", folder.resolve("none.har") + ":1").code())
                .isEqualTo(ExitCode.USAGE);
    }

    private Path file() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            int status = i == 4 ? 504 : i == 9 ? 429 : 200;
            lines.append("{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"},")
                    .append("\"status\":" + status + ",\"headers\":{\"request-id\":\"r\"},\"body\":\"\",")
                    .append("\"startedAt\":\"2026-11-24T10:" + (i < 10 ? "0" : "") + i + ":00.123Z\"}\n");
        }
        return Files.writeString(folder.resolve("calls.ndjson"), lines);
    }
}
