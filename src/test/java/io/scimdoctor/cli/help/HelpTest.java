package io.scimdoctor.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself. */
final class HelpTest {
    private static final int WIDTH = 80;

    static List<String> commands() {
        return CommandWords.NAMES;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_help_of_a_command_stays_as_it_is(String command) throws IOException {
        String[] words = ("help " + command).split(" ");

        CommandRun run = CommandRun.of(words);

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= WIDTH);
        Golden.assertMatches("help-" + command.replace(' ', '-'), run.out());
    }

    @Test
    void the_list_of_commands_fits_80_columns() throws IOException {
        CommandRun run = CommandRun.of("help");

        assertThat(run.out().lines()).allMatch(line -> line.length() <= WIDTH);
        Golden.assertMatches("help", run.out());
    }

    @Test
    void without_a_command_it_names_three_things_to_try() throws IOException {
        CommandRun run = CommandRun.of();

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        Golden.assertMatches("no-command", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit-codes", "environment", "formats"})
    void what_all_commands_share_has_a_page(String topic) throws IOException {
        CommandRun run = CommandRun.of("help", topic);

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= WIDTH);
        Golden.assertMatches("help-" + topic, run.out());
    }

    @Test
    void the_version_is_a_document_too() throws IOException {
        CommandRun run = CommandRun.of("version", "-o", "json");
        JsonNode document = Json.read(run.out());

        assertThat(run.schemaErrors()).isEmpty();
        assertThat(document.path("kind").asText()).isEqualTo("VersionReport");
        assertThat(document.path("tool").path("version").asText()).isNotEmpty();
        assertThat(document.path("java").asText()).isEqualTo(Runtime.version().toString());
    }

    @Test
    void letters_that_changed_places_are_understood() {
        CommandRun run = CommandRun.of("chekc");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("did you mean 'check'?");
    }

    @Test
    void a_mistyped_topic_is_understood() {
        CommandRun run = CommandRun.of("help", "exit-code");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("did you mean 'help exit-codes'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "probe", "watch", "token get", "env"})
    void the_help_of_a_live_command_names_its_variables(String command) {
        assertThat(CommandRun.of(("help " + command).split(" ")).out())
                .contains("Environment variables:", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET", "HTTPS_PROXY");
        assertThat(CommandRun.of("help", "explain").out()).doesNotContain("Environment variables:");
    }
}
