package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Path;
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
    void a_guess_at_the_names_is_said() {
        String log = "{\"http\":{\"verb\":\"GET\",\"code\":504,\"url\":\"/rp/scim/users\"}}\n{\"message\":\"ended\"}\n";

        CommandRun guessed = run(log, List.of(), "ticket", "preview", "--from", "-");
        CommandRun quiet = run(log, List.of("-q"), "ticket", "preview", "--from", "-");

        assertThat(guessed.err()).contains("read as --field method=http.verb,status=http.code,url=http.url");
        assertThat(quiet.err()).isEmpty();
    }
}
