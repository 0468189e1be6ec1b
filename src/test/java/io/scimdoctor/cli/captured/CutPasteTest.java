package io.scimdoctor.cli.captured;

import static io.scimdoctor.cli.shell.TypedShell.pasted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.shell.TypedShell;
import io.scimdoctor.json.Json;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was copied in part is said to be a part. */
final class CutPasteTest {
    private static final String HEAD = """
            HTTP/1.1 400 Bad Request
            Content-Type: application/scim+json
            Content-Length: 113
            request-id: b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b

            """;
    private static final String BODY = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
            + "\"detail\":\"Accept header is missing\",\"status\":\"400\"}";

    @TempDir
    private Path folder;

    @Test
    void a_body_without_its_end_is_said_to_be_cut_and_a_cut_sentence_makes_less_sure() throws IOException {
        JsonNode whole = finding(HEAD + BODY);
        JsonNode inSentence = finding(HEAD + BODY.substring(0, BODY.indexOf(" missing") + 8));
        JsonNode behindIt = finding(HEAD + BODY.substring(0, BODY.indexOf("\"status") + 4));

        assertThat(whole.path("confidence").asText()).isEqualTo("certain");
        assertThat(body(whole)).isEmpty();
        assertThat(inSentence.path("confidence").asText()).isEqualTo("likely");
        assertThat(body(inSentence)).isEqualTo("ends in the middle: 93 of 113 bytes; copy the whole answer again");
        assertThat(behindIt.path("confidence").asText()).isEqualTo("certain");
        assertThat(body(behindIt)).startsWith("ends in the middle: ");
    }

    @Test
    void a_head_without_the_body_that_it_announces_lacks_it() throws IOException {
        assertThat(body(finding(HEAD))).isEqualTo("missing: 0 of 113 bytes; copy the whole answer again");
        assertThat(body(finding(HEAD.replace("113", "0")))).isEmpty();
        assertThat(body(finding("HEAD /rp/scim/users HTTP/1.1\nHost: graph.microsoft.com\n\n" + HEAD)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"indented", "decoded"})
    void a_whole_body_of_another_length_is_not_cut(String how) throws IOException {
        String text = how.equals("indented") ? HEAD.replace("113", "900") + BODY : HEAD.replace("113", "60") + BODY;

        assertThat(body(finding(text))).isEmpty();
    }

    @Test
    void an_answer_that_succeeded_is_said_to_be_cut_too() {
        CommandRun run = CommandRun.with()
                .in(
                        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"Resources\":[{")
                .run("classify");

        assertThat(run.out()).contains("The call succeeded", "the body ends in the middle, after 80 bytes");
    }

    @Test
    void a_token_without_the_end_of_its_signature_is_said_to_be_cut() {
        String whole = TypedShell.token();
        String token = whole.substring(0, whole.lastIndexOf('.') + 31);

        assertThat(CommandRun.with().in(token).run("token", "inspect", "-").out())
                .contains("the token is cut off: 30 characters of its signature");
        assertThat(CommandRun.with().in(whole).run("token", "inspect", "-").out())
                .doesNotContain("cut off");
        assertThat(CommandRun.with()
                        .in(whole.substring(0, whole.length() - 171))
                        .run("token", "inspect", "-")
                        .out())
                .as("a key of 1024 bits, as that of the simulator")
                .doesNotContain("cut off");
    }

    @Test
    void two_halves_that_are_pasted_one_after_the_other_are_joined_and_count_once() throws IOException {
        int middle = HEAD.length() + 80;
        String text = HEAD + BODY;

        String screen = typed(pasted(text.substring(0, middle)) + pasted(text.substring(middle)) + "use\r");

        assertThat(screen)
                .contains("This is cut off. Paste the rest now", "Joined with what was pasted before.")
                .contains("In the case: 1 answer.");
        assertThat(screen.substring(screen.indexOf("Joined")))
                .contains("[accept-missing]")
                .doesNotContain("(likely)")
                .doesNotContain("ends in the middle");
    }

    @Test
    void a_head_and_then_its_body_are_joined() throws IOException {
        assertThat(typed(pasted(HEAD) + pasted(BODY)))
                .contains("[accept-missing]", "Joined with what was pasted before.");
    }

    @Test
    void another_answer_or_a_command_behind_a_half_is_taken_for_itself() throws IOException {
        String half = pasted(HEAD + BODY.substring(0, 80));

        assertThat(typed(half + pasted(TypedShell.FORBIDDEN)))
                .contains("permission-missing")
                .doesNotContain("Joined");
        assertThat(typed(half + "version\r"))
                .contains("scimdoctor " + Version.text())
                .doesNotContain("Joined");
    }

    @Test
    void the_halves_of_a_token_are_joined_and_kept_nowhere() throws IOException {
        String token = TypedShell.token();
        String whole = token.substring(0, token.lastIndexOf('.') + 1) + "c4n4ry".repeat(57);
        int middle = whole.length() - 200;

        String screen = typed(pasted(whole.substring(0, middle)) + pasted(whole.substring(middle)) + "version\r");

        assertThat(screen).contains("the token is cut off", "This is cut off.", "Joined with what was pasted before.");
        assertThat(screen.substring(screen.indexOf("Joined"))).doesNotContain("cut off");
        assertThat(screen).doesNotContain("c4n4ryc4n4ry");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("c4n4ryc4n4ry");
            }
        }
    }

    private String typed(String keys) throws IOException {
        return new TypedShell(folder, 80, 24).typed(keys + "exit\r");
    }

    private static JsonNode finding(String text) throws IOException {
        CommandRun run = CommandRun.with().in(text).run("classify", "-o", "json");
        assertThat(run.schemaErrors()).isEmpty();
        return Json.read(run.out()).path("diagnoses").path(0).path("finding");
    }

    private static String body(JsonNode finding) {
        for (JsonNode item : finding.path("evidence")) {
            if (item.path("name").asText().equals("body")) {
                return item.path("value").asText();
            }
        }
        return "";
    }
}
