package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A support ticket from the log of an application. */
final class TicketLogTest {
    private static final String ID = "b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b";

    /** With names that no guess finds. */
    private static final String OWN_NAMES = """
            {"svc":"hr-sync","call":{"how":"GET","where":"https://graph.microsoft.com/rp/scim/users?count=1","rc":504,\
            "ref":"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b"},"when":"2026-09-15T09:30:00Z"}
            {"svc":"hr-sync","call":{"how":"GET","where":"https://graph.microsoft.com/rp/scim/users?count=1","rc":200},\
            "when":"2026-09-15T09:31:00Z"}
            """;

    private static final List<String> FIELDS =
            List.of("--field", "status=call.rc,method=call.how,url=call.where,time=when,request-id=call.ref");

    @TempDir
    private Path folder;

    private CommandRun run(String log, List<String> options, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(options);
        return CommandRun.with()
                .in(log)
                .variable("XDG_STATE_HOME", folder.toString())
                .run(all.toArray(new String[0]));
    }

    @Test
    void a_file_where_a_run_is_meant_is_told_its_option() throws IOException {
        Path log = Files.writeString(folder.resolve("calls.ndjson"), OWN_NAMES);
        run(OWN_NAMES, FIELDS, "runs", "import", "-");

        CommandRun ticket = run("", List.of(), "ticket", "preview", log.toString());

        assertThat(ticket.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ticket.err()).contains("it is a file, which ticket takes with --from");
    }

    @Test
    void a_log_with_names_of_its_own_reaches_the_ticket_by_the_same_option_as_classify() throws IOException {
        CommandRun classified = run(OWN_NAMES, FIELDS, "classify", "-", "-o", "short");
        CommandRun unnamed = run(OWN_NAMES, List.of(), "ticket", "new", "--from", "-", "-o", "json");

        CommandRun named = run(OWN_NAMES, FIELDS, "ticket", "new", "--from", "-", "-o", "json");

        assertThat(classified.out()).contains("service-timeout 504");
        assertThat(unnamed.out()).doesNotContain("service-timeout");
        assertThat(named.schemaErrors()).isEmpty();
        JsonNode problem = Json.read(named.out()).path("problems").path(0);
        assertThat(problem.path("finding").path("id").asText()).isEqualTo("service-timeout");
        assertThat(problem.path("seen").path("count").asInt()).isEqualTo(1);
        assertThat(problem.path("seen").path("firstSeen").asText()).isEqualTo("2026-09-15T09:30:00Z");
        assertThat(problem.path("attempts").path(0).path("requestId").asText()).isEqualTo(ID);
    }

    @Test
    void the_preview_takes_it_too_and_a_wrong_part_is_wrong_usage() {
        CommandRun preview = run(OWN_NAMES, FIELDS, "ticket", "preview", "--from", "-");
        CommandRun wrong = run(OWN_NAMES, List.of("--field", "color=x"), "ticket", "new", "--from", "-");

        assertThat(preview.out()).contains("504 ", "What Microsoft Support will ask for");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--field takes a part", "request-id");
    }

    @Test
    void the_preview_is_as_wide_as_the_terminal_and_80_columns_without_one() {
        for (int columns : List.of(40, 80, 120)) {
            CommandRun.Setup setup = CommandRun.with().in(calls("08:10:00", 504));

            String text = (columns == 80 ? setup : setup.width(columns))
                    .run("ticket", "preview", "--from", "-")
                    .out();

            assertThat(text.lines().filter(line -> !line.contains("://")).mapToInt(String::length))
                    .as(text)
                    .allMatch(length -> length <= columns)
                    .anyMatch(length -> length > columns - 12);
        }
    }

    @Test
    void failures_in_one_time_window_are_said_with_it_and_with_what_lies_outside() throws IOException {
        String log = calls("08:00:00", 200) + calls("08:10:00", 504, 504, 200, 504) + calls("09:00:00", 200);

        assertThat(frequency(log))
                .isEqualTo("3 of 6 calls (50 %), all in one time window of 3 min,"
                        + " from 2026-09-15T08:10:00Z to 2026-09-15T08:13:00Z (UTC);"
                        + " no other call from 2026-09-15T08:00:00Z to 2026-09-15T09:00:00Z shows it");
        assertThat(frequency(calls("08:10:00", 504, 504)))
                .isEqualTo("2 of 2 calls (100 %), all in one time window of 60 s,"
                        + " from 2026-09-15T08:10:00Z to 2026-09-15T08:11:00Z (UTC)");
    }

    @Test
    void a_failure_without_a_time_lies_in_no_window() throws IOException {
        String untimed = calls("08:30:00", 504).replaceAll("\"startedAt\":\"[^\"]*\",", "");

        assertThat(frequency(calls("08:10:00", 504, 504) + untimed))
                .contains(", 2 in one time window of 60 s, from", "; 1 more at times that were not captured");
    }

    @Test
    void a_few_time_windows_are_said_one_by_one() throws IOException {
        assertThat(frequency(calls("08:10:00", 504, 504) + calls("09:00:00", 504)))
                .isEqualTo("3 of 3 calls (100 %), in 2 time windows:"
                        + " from 2026-09-15T08:10:00Z to 2026-09-15T08:11:00Z: 2, 2026-09-15T09:00:00Z: 1 (UTC)");
    }

    @Test
    void of_many_time_windows_the_large_ones_are_said_or_else_the_pace() throws IOException {
        StringBuilder spread = new StringBuilder();
        for (int hour = 10; hour < 16; hour++) {
            spread.append(calls(hour + ":00:00", 504));
        }

        assertThat(frequency(spread.toString()))
                .isEqualTo("6 of 6 calls (100 %), one at a time, from 2026-09-15T10:00:00Z to 2026-09-15T15:00:00Z"
                        + " (UTC), about one in 60 min");
        assertThat(frequency(calls("08:10:00", 504, 504, 504, 504, 504, 504) + spread))
                .contains("in 7 time windows, the largest of which are from 2026-09-15T08:10:00Z to"
                        + " 2026-09-15T08:15:00Z: 6, 2026-09-15T10:00:00Z: 1, 2026-09-15T11:00:00Z: 1 (UTC);"
                        + " the other 4 lie outside them");
    }

    @Test
    void a_recorded_run_keeps_its_time_windows_for_the_ticket() throws IOException {
        String log = calls("08:00:00", 200) + calls("08:10:00", 504, 504, 504);

        String id = run(log, List.of("-o", "short"), "runs", "import").out().strip();
        CommandRun ticket = run("", List.of(), "ticket", "new", id, "-o", "json");

        assertThat(ticket.schemaErrors()).isEmpty();
        JsonNode seen = Json.read(ticket.out()).path("problems").path(0).path("seen");
        assertThat(seen.path("frequency").asText()).contains("all in one time window of 2 min");
        assertThat(seen.path("windows").path("items")).hasSize(1);
        assertThat(seen.path("windows").path("items").path(0).path("count").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_fault_that_passes_is_not_said_to_be_the_caller_s() {
        String busy = calls("08:10:00", 503);

        assertThat(run(busy, List.of(), "ticket", "new", "--from", "-").out())
                .contains("usually passes by itself", "1. Wait the time of the Retry-After header")
                .doesNotContain("to fix, not for Microsoft");
    }

    private String frequency(String log) throws IOException {
        CommandRun run = run(log, List.of(), "ticket", "new", "--from", "-", "-o", "json");
        return Json.read(run.out())
                .path("problems")
                .path(0)
                .path("seen")
                .path("frequency")
                .asText();
    }

    /** Lines with these answers, a minute apart from a time on. */
    private static String calls(String time, int... statuses) {
        Instant at = Instant.parse("2026-09-15T" + time + "Z");
        StringBuilder lines = new StringBuilder();
        for (int status : statuses) {
            lines.append("{\"startedAt\":\"")
                    .append(at)
                    .append(
                            "\",\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"},")
                    .append("\"status\":")
                    .append(status)
                    .append("}\n");
            at = at.plusSeconds(60);
        }
        return lines.toString();
    }
}
