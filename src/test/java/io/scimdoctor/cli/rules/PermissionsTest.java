package io.scimdoctor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.cli.token.TokenInspectTest;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.permission.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `permissions`, through the whole command. */
public final class PermissionsTest {
    private static final long NOW = CommandRun.NOW.getEpochSecond();
    private static final String MEMBERS = "PATCH /groups/{id} members";

    @TempDir
    private Path folder;

    public static String token(String roles, String more) {
        return TokenInspectTest.token("\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"oid\":\"o\",\"iat\":"
                + (NOW - 1_800) + ",\"nbf\":" + (NOW - 1_800) + ",\"exp\":" + (NOW + 1_800) + ",\"roles\":["
                + (roles.isEmpty() ? "" : "\"" + roles.replace(" ", "\",\"") + "\"") + "]" + more);
    }

    private static CommandRun judged(String roles, String... words) {
        return CommandRun.with().variable("SCIMDOCTOR_TOKEN", token(roles, "")).run(words);
    }

    @Test
    void without_a_question_it_lists_the_whole_matrix() throws IOException {
        CommandRun run = CommandRun.of("permissions");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.assertMatches("permissions", run.out());
    }

    @Test
    void the_roles_of_one_request_are_listed_least_first() throws IOException {
        Golden.assertMatches(
                "permissions-for",
                CommandRun.of("permissions", "--for", MEMBERS).out());
    }

    @Test
    void a_token_without_the_role_ends_with_1_and_the_least_role() throws IOException {
        CommandRun run = judged("User.Read.All Group.Read.All", "permissions", "--for", MEMBERS);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        Golden.assertMatches("permissions-missing", run.out());
    }

    @Test
    void a_token_with_the_roles_ends_with_0_and_speaks_of_privileged_targets() throws IOException {
        CommandRun run = judged(
                "User.ReadUpdate.All",
                "permissions",
                "--for",
                "PATCH /users/{id} active",
                "--for",
                "PATCH /users/{id}");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        Golden.assertMatches("permissions-enough", run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Directory.Read.All | --for list-users        | warn | 0",
                "User.Read.All      | --for list-users        | pass | 0",
                "User.Read.All      | --for delete-user       | fail | 1",
                "User.Read.All      |                         | pass | 0",
                "User.EnableDisableAccount.All | --for update-user-active | warn | 0",
                "Mail.Read          | --for read              | fail | 1"
            })
    void the_verdict_and_the_code_follow_from_the_roles(String line) throws IOException {
        String[] cells = line.split("\\|");
        String words = "permissions -o json " + cells[1].trim();

        CommandRun run = judged(cells[0].trim(), words.trim().split(" "));

        JsonNode report = Json.read(run.out());
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(report.path("kind").asText()).isEqualTo("PermissionReport");
        assertThat(report.path("verdict").path("status").asText()).isEqualTo(cells[2].trim());
        assertThat(run.code().number()).isEqualTo(Integer.parseInt(cells[3].trim()));
    }

    @Test
    void json_holds_every_operation_and_the_age_of_the_token() throws IOException {
        JsonNode report =
                Json.read(judged("User.Read.All", "permissions", "-o", "json").out());

        assertThat(report.path("operations")).hasSize(Operation.values().length);
        assertThat(report.path("token").path("ageMs").asLong()).isEqualTo(1_800_000);
        assertThat(report.path("asked").asBoolean()).isFalse();
    }

    @Test
    void a_delegated_token_never_works() throws IOException {
        CommandRun run = CommandRun.with()
                .in(TokenInspectTest.token("\"aud\":\"https://graph.microsoft.com\",\"scp\":\"User.Read.All\",\"exp\":"
                        + (NOW + 60) + ",\"roles\":[\"User.Read.All\"]"))
                .run("permissions", "--for", "list-users", "--token-file", "-", "-o", "json");

        JsonNode report = Json.read(run.out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(report.path("verdict").path("id").asText()).isEqualTo("token-delegated");
        assertThat(report.path("token").path("delegated").asBoolean()).isTrue();
        assertThat(run.schemaErrors()).isEmpty();
    }

    @Test
    void an_old_token_may_be_older_than_the_consent() {
        CommandRun missing = judged("User.Read.All", "permissions", "--for", MEMBERS);
        CommandRun enough = judged("GroupMember.ReadWrite.All", "permissions", "--for", MEMBERS);

        assertThat(missing.out()).contains("issued at 2026-11-23T11:30:00Z").contains("request a new");
        assertThat(enough.out()).doesNotContain("request a new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -X PATCH 'https://graph.microsoft.com/rp/scim/groups/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11'"
                        + " -H 'Authorization: Bearer x' -d '{\"Operations\":[{\"op\":\"add\",\"path\":\"members\"}]}'",
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"PATCH\",\"url\":\"https://graph.microsoft.com/rp/scim/groups/x\","
                        + "\"postData\":{\"text\":\"{\\\"Operations\\\":[{\\\"op\\\":\\\"add\\\",\\\"path\\\":\\\"members\\\"}]}\"}},"
                        + "\"response\":{\"status\":403}}]}}",
                "{\"request\":{\"method\":\"PATCH\",\"url\":\"/groups/x\",\"body\":"
                        + "{\"Operations\":[{\"op\":\"add\",\"path\":\"members\"}]}}}",
                "{\"method\":\"PATCH\",\"url\":\"/groups/x\",\"body\":"
                        + "{\"Operations\":[{\"op\":\"add\",\"path\":\"members\"}]}}"
            })
    void a_file_with_a_request_asks_for_what_the_request_does(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("request"), text);

        CommandRun fromFile = CommandRun.of("permissions", "--for", file.toString(), "-o", "short");
        CommandRun fromInput = CommandRun.with().in(text).run("permissions", "--for", "-", "-o", "short");

        assertThat(fromFile.out())
                .isEqualTo("update-group-members: GroupMember.ReadWrite.All, or Group.ReadWrite.All\n")
                .isEqualTo(fromInput.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EwBwA8l6BAAU", "a.b", "eyJhbGciOiJub25lIn0.!!.x"})
    void a_token_that_cannot_be_read_is_no_verdict(String text) throws IOException {
        CommandRun run = CommandRun.with().in(text).run("permissions", "--token-file", "-", "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(run.err()).contains("scimdoctor token inspect");
    }

    @Test
    void the_log_of_an_application_shows_its_requests() {
        String log =
                "10:00:01.1 ERROR sync - DELETE https://graph.microsoft.com/rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11"
                        + " -> 403 {\"error\":{\"code\":\"Authorization_RequestDenied\"}}\n";
        CommandRun run = CommandRun.with().in(log).run("permissions", "--for", "-");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).contains("DELETE /users/{id}");
    }

    @Test
    void a_file_without_a_request_is_no_verdict() {
        CommandRun run = CommandRun.with().in("nothing of the kind").run("permissions", "--for", "-");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.err()).contains("holds no request");
    }
}
