package io.scimdoctor.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `token inspect`, through the whole command. */
public final class TokenInspectTest {
    private static final long NOW = CommandRun.NOW.getEpochSecond();

    @TempDir
    private Path folder;

    public static String token(String claims) {
        return part("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"nonce\":\"n1o2n3c4e5\"}") + "." + part("{" + claims + "}")
                + ".c2lnbmF0dXJlb2Z0aGV0b2tlbg";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String healthy() {
        return token(
                "\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"ver\":\"1.0\",\"roles\":[\"User.Read.All\"],\"iat\":"
                        + (NOW - 60) + ",\"nbf\":" + (NOW - 60) + ",\"exp\":" + (NOW + 3_540));
    }

    @Test
    void a_token_in_order_ends_with_0_and_fits_the_schema() throws IOException {
        CommandRun run = CommandRun.with().in(healthy()).run("token", "inspect", "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(Json.read(run.out()).path("times").path("remainingMs").asLong())
                .isEqualTo(3_540_000);
    }

    @Test
    void claims_stand_before_the_verdict_with_utc_and_relative_times() {
        String old = token("\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"iat\":" + (NOW - 864_000)
                + ",\"exp\":" + (NOW - 860_400));

        CommandRun run = CommandRun.with().in(old).run("token", "inspect");

        assertThat(run.out()).contains("2026-11-13T13:00:00Z, 9 d ago").contains("https://graph.microsoft.com");
        assertThat(run.out().indexOf("aud")).isLessThan(run.out().indexOf("[token-expired]"));
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void the_first_finding_has_the_screen_and_the_others_a_line() {
        CommandRun run = CommandRun.with().in(foreignAndOld()).run("token", "inspect");

        assertThat(run.out())
                .containsSubsequence(
                        "\n\nFAIL  The access token is meant for another resource",
                        "[token-wrong-audience]",
                        "token audience  https://management.azure.com",
                        "needs audience  https://graph.microsoft.com",
                        "Fix   1  ",
                        "\nAlso  The access token has expired  [token-expired]: token expires",
                        "2026-11-23T",
                        "\nWhy   scimdoctor explain token-wrong-audience\n")
                .doesNotContain("Basis", "https://learn.microsoft.com");
    }

    @Test
    void verbose_opens_each_finding_with_its_sources() {
        CommandRun run = CommandRun.with().in(foreignAndOld()).run("token", "inspect", "-v");

        assertThat(run.out())
                .containsSubsequence(
                        "[token-wrong-audience]",
                        "Basis",
                        "\n\n  ✗ The access token has expired [",
                        "learn.microsoft.com")
                .endsWith("Next: scimdoctor explain token-wrong-audience\n");
    }

    private static String foreignAndOld() {
        return token("\"aud\":\"https://management.azure.com\",\"idtyp\":\"app\",\"iat\":" + (NOW - 7_200) + ",\"exp\":"
                + (NOW - 3_600));
    }

    @Test
    void the_signature_is_never_called_verified_and_it_says_why() throws IOException {
        CommandRun text = CommandRun.with().in(healthy()).run("token", "inspect");
        CommandRun json = CommandRun.with().in(healthy()).run("token", "inspect", "-o", "json");

        assertThat(text.out()).contains("not verified").contains("nonce");
        JsonNode signature = Json.read(json.out()).path("signature");
        assertThat(signature.path("verified").asBoolean(true)).isFalse();
        assertThat(signature.path("reason").asText()).contains("nonce");
    }

    @Test
    void a_file_in_utf_16_as_powershell_writes_it_is_read() throws IOException {
        Path file =
                Files.write(folder.resolve("token.txt"), ("\uFEFF" + healthy()).getBytes(StandardCharsets.UTF_16LE));

        CommandRun run = CommandRun.of("token", "inspect", file.toString(), "-o", "short");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void the_variable_is_used_when_no_file_is_named() {
        CommandRun run =
                CommandRun.with().variable("SCIMDOCTOR_TOKEN", healthy()).run("token", "inspect", "-o", "short");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void claims_that_are_not_listed_are_for_the_owner_of_the_token_only() {
        String claims =
                "\"aud\":\"https://graph.microsoft.com\",\"name\":\"Zorblax Quux\",\"upn\":\"z@fabrikam.example\"";

        CommandRun run = CommandRun.with().in(token(claims)).run("token", "inspect");

        assertThat(run.out()).contains("Zorblax Quux", "z@fabrikam.example").doesNotContain("n1o2n3c4e5");
        CommandRun handedOn = CommandRun.with().in(token(claims)).run("token", "inspect", "-o", "json");
        assertThat(handedOn.out()).contains("\"name\"", "upn").doesNotContain("Zorblax", "fabrikam", "n1o2n3c4e5");
    }

    @Test
    void a_control_sequence_in_a_claim_does_not_reach_the_terminal() {
        CommandRun run = CommandRun.with()
                .in(token("\"aud\":\"https://graph.microsoft.com\",\"ver\":\"1.0\\u001b[31m\""))
                .run("token", "inspect");

        assertThat(run.all()).doesNotContain("\u001b");
    }

    @Test
    void a_number_beyond_all_times_is_shown_and_called_so() {
        CommandRun run = CommandRun.with().in(token("\"exp\":1800000000000")).run("token", "inspect");

        assertThat(run.out()).contains("1800000000000 (no time before the year 10000)", "; exp counts seconds, not");
    }

    @Test
    void an_answer_of_the_token_endpoint_without_a_token_is_no_opaque_token() {
        CommandRun run = CommandRun.with().in("{\"error\":\"invalid_client\"}").run("token", "inspect", "-o", "short");

        assertThat(run.out()).contains("token-unparseable");
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"roles\":[]", ",\"roles\":[\"Mail.Read\"]"})
    void a_token_whose_roles_serve_nothing_is_not_in_order(String roles) {
        String token = token("\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"iat\":" + (NOW - 60)
                + ",\"exp\":" + (NOW + 3_540) + roles);

        CommandRun run = CommandRun.with().in(token).run("token", "inspect", "-o", "short");

        assertThat(run.out()).contains("permission-missing");
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    }

    @Test
    void roles_do_not_count_in_a_token_for_another_api() {
        String token = token("\"aud\":\"https://management.azure.com\",\"idtyp\":\"app\",\"iat\":" + (NOW - 60)
                + ",\"exp\":" + (NOW + 3_540));

        CommandRun run = CommandRun.with().in(token).run("token", "inspect");

        assertThat(run.out()).contains("token-wrong-audience").doesNotContain("permission-missing");
    }

    @Test
    void a_note_names_the_word_bearer_unmasked() {
        CommandRun run = CommandRun.with().in("Bearer " + healthy()).run("token", "inspect");

        assertThat(run.out()).contains("the word Bearer stood before the token");
    }

    @Test
    void the_object_of_a_delegated_token_is_the_user() throws IOException {
        String token = token("\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"user\",\"scp\":\"User.Read\",\"oid\":"
                + "\"77777777-aaaa-4bbb-8ccc-dddddddddddd\",\"exp\":" + (NOW + 600));

        assertThat(CommandRun.with().in(token).run("token", "inspect").out())
                .contains("object id of the user")
                .doesNotContain("service principal)");
    }
}
