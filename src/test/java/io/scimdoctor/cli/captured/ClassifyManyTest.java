package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyManyTest {
    @TempDir
    Path folder;

    @Test
    void a_mountain_is_summed_up_with_windows_places_and_callers() throws IOException {
        CommandRun run = CommandRun.with().in(rows()).run("classify", "-", "--ascii");

        Golden.assertMatches("classify-many", run.out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void both_json_formats_fit_the_schema_and_leave_the_single_answers_out() throws IOException {
        CommandRun json = CommandRun.with().in(rows()).run("classify", "-", "--summary", "-o", "json");
        CommandRun lines = CommandRun.with().in(rows()).run("classify", "-", "--summary", "-o", "ndjson", "--top", "1");

        assertThat(json.schemaErrors()).isEmpty();
        assertThat(lines.schemaErrors()).isEmpty();
        assertThat(Json.read(json.out()).path("diagnoses")).isEmpty();
        JsonNode group = Json.read(lines.out()).path("groups").path(0);
        assertThat(Json.read(lines.out()).path("groups")).hasSize(1);
        assertThat(group.path("windows").path("items")).hasSize(2);
        assertThat(group.path("applications")
                        .path("items")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void only_the_time_that_is_asked_for_counts() throws IOException {
        CommandRun run = CommandRun.with()
                .in(rows())
                .run("classify", "-", "-o", "ndjson", "--summary", "--since", "2026-05-02T09:00:00Z", "--until", "2h");

        JsonNode summary = Json.read(run.out()).path("summary");
        assertThat(summary.path("exchanges").asInt()).isEqualTo(180);
        assertThat(summary.path("leftOut").asInt()).isEqualTo(180);
    }

    @Test
    void only_the_finding_that_is_asked_for_decides() throws IOException {
        CommandRun run =
                CommandRun.with().in(rows()).run("classify", "-", "--only", "throttled", "-o", "ndjson", "--summary");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(Json.read(run.out()).path("summary").path("otherFindings").asInt())
                .isEqualTo(40);
    }

    @Test
    void folders_and_patterns_lead_to_the_captures_in_them() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a.log"), "{\"status\":504}\n{\"status\":200}\n");
        Files.writeString(folder.resolve("notes.txt"), "Call the service desk on Monday.\n");
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, 4, 5, 6, 7});
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.ndjson.gz")))) {
            packed.write("{\"status\":429}\n{\"status\":204}\n".getBytes(StandardCharsets.UTF_8));
        }

        CommandRun all = CommandRun.of("classify", folder.toString(), "-o", "short");
        CommandRun some = CommandRun.of("classify", folder + "/**/*.log", "-o", "short", "-q");

        assertThat(all.out()).contains("throttled 429", "service-timeout 504").hasLineCount(4);
        assertThat(all.err()).contains("skipped 2 files", "notes.txt");
        assertThat(some.out()).contains("service-timeout 504").hasLineCount(1);
        assertThat(some.err()).isEmpty();
    }

    @Test
    void two_stars_stand_for_no_folder_too() throws IOException {
        Files.createDirectory(folder.resolve("old"));
        Files.writeString(folder.resolve("a.log"), "{\"status\":504}\n");
        Files.writeString(folder.resolve("old/b.log"), "{\"status\":429}\n");

        CommandRun run = CommandRun.of("classify", folder + "/**/*.log", "-o", "short");

        assertThat(run.out()).contains("service-timeout 504", "throttled 429");
    }

    @Test
    void a_pattern_without_a_file_and_a_folder_without_a_capture_are_wrong_usage() {
        assertThat(CommandRun.of("classify", folder + "/*.har").err()).contains("there is no file that fits");
        assertThat(CommandRun.of("classify", folder.toString()).err()).contains("holds no file with captured answers");
    }

    @Test
    void an_unknown_form_is_read_by_its_names_or_by_those_that_are_given() {
        String log = """
                {"http":{"verb":"GET","code":504,"url":"https://graph.microsoft.com/rp/scim/users"}}
                {"message":"started"}
                """;

        CommandRun read = CommandRun.with().in(log).run("classify", "-", "-o", "short");
        CommandRun named = CommandRun.with()
                .in(log)
                .run("classify", "-", "-o", "short", "--field", "status=http.code,method=http.verb");

        assertThat(read.out()).contains("service-timeout 504");
        assertThat(named.out()).contains("service-timeout 504", "unreadable -:2");
        assertThat(named.err()).isEmpty();
        assertThat(CommandRun.of("classify", "-", "--field", "color=x").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_guid_is_the_services_request_id_only_under_the_services_name() {
        String log = "{\"http\":{\"verb\":\"GET\",\"code\":504,\"url\":\"/rp/scim/users\","
                + "\"rid\":\"00000083-0000-4000-8000-000000000000\"}}\n";

        assertThat(CommandRun.with()
                        .in(log.replace("rid", "request-id"))
                        .run("classify", "-", "-o", "json")
                        .out())
                .contains("\"requestId\": \"00000083-");
        assertThat(CommandRun.with().in(log).run("classify", "-", "-o", "json").out())
                .contains("\"requestId\": null");
    }

    @Test
    void a_row_of_the_activity_log_is_not_blamed_for_header_fields_that_no_log_holds() {
        String row = "{\"TimeGenerated\":\"2026-05-02T08:00:00Z\",\"RequestMethod\":\"GET\",\"ResponseStatusCode\":401,"
                + "\"RequestUri\":\"https://graph.microsoft.com/rp/scim/users\",\"UserAgent\":\"x/1\"}\n";

        CommandRun run = CommandRun.with().in(row + row).run("classify", "-", "-o", "short");

        assertThat(run.out()).contains("token-rejected").doesNotContain("token-missing");
    }

    /** Two bursts of twenty timeouts each between 320 calls that succeed. */
    private static String rows() {
        StringBuilder rows = new StringBuilder();
        Instant start = Instant.parse("2026-05-02T08:00:00Z");
        for (int i = 0; i < 360; i++) {
            boolean failed = i % 180 < 20;
            rows.append("{\"TimeGenerated\":\"")
                    .append(start.plusSeconds(i * 10L + (i < 180 ? 0 : 1800)))
                    .append("\",\"RequestMethod\":\"GET\",\"RequestUri\":\"https://graph.microsoft.com/rp/scim/")
                    .append(i % 2 == 0 ? "users" : "groups/0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01")
                    .append("\",\"ResponseStatusCode\":")
                    .append(failed ? 504 : 200)
                    .append(
                            ",\"AppId\":\"5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff\",\"RequestId\":\"0f3c1c54-0c6e-4f5a-8e38-")
                    .append(100_000_000_000L + i)
                    .append("\"}\n");
        }
        return rows.toString();
    }

    @Test
    void a_file_whose_name_has_blanks_is_named_in_quotes(@TempDir Path place) throws IOException {
        String answer = "HTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Authorization_RequestDenied\"}}\n\n";
        Path file = Files.writeString(place.resolve("my answer.txt"), answer + answer.replace("403", "401"));
        Path report = place.resolve("report.txt");

        CommandRun run =
                CommandRun.of("classify", file.toString(), "-o", "text", "--redact", "seen", "-o", "html=" + report);

        assertThat(run.out().replaceAll("\\s+", " ")).contains("scimdoctor classify '" + file + ":1' (all: -v)");
        assertThat(Files.readString(report)).doesNotContain("classify [masked]:1");
    }
}
