package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.json.Json;
import io.scimdoctor.manual.CommandEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The tables behind a ticket name nothing that does not exist. */
final class TicketTablesTest {
    private static JsonNode table(String name) throws IOException {
        try (InputStream input = TicketTablesTest.class.getResourceAsStream("/io/scimdoctor/ticket/" + name)) {
            return Json.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void every_command_that_a_question_names_can_be_typed() throws IOException {
        int commands = 0;
        for (JsonNode question : table("questions.json").path("questions")) {
            String how = question.path("how").asText();
            int start = how.indexOf("scimdoctor ");
            if (start == 0) {
                List<String> words =
                        List.of(how.substring("scimdoctor ".length()).split(" "));
                String name = CommandWords.find(words);
                List<String> arguments = words.subList(CommandWords.length(name), words.size());

                new CommandLine(Options.of(CommandEntry.of(name))).parseArgs(arguments.toArray(new String[0]));
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(5);
    }

    @Test
    void every_question_says_what_why_and_how() throws IOException {
        for (JsonNode question : table("questions.json").path("questions")) {
            for (String key : List.of("field", "known", "why", "how")) {
                assertThat(question.path(key).asText()).as(question.toString()).isNotEmpty();
            }
            assertThat(question.path("about")).as(question.toString()).isNotEmpty();
        }
    }

    @Test
    void every_condition_that_an_exclusion_names_is_in_the_catalogue() throws IOException {
        JsonNode exclusions = table("exclusions.json");

        for (Map.Entry<String, JsonNode> row : exclusions.path("conditions").properties()) {
            assertThat(Catalog.load().find(row.getKey())).as(row.getKey()).isPresent();
        }
        for (JsonNode id : exclusions.path("shownByStatus")) {
            assertThat(Catalog.load().find(id.asText()).map(condition -> condition.statuses()))
                    .as(id.asText())
                    .isNotEqualTo(Optional.of(List.of()))
                    .isPresent();
        }
        for (JsonNode check : exclusions.path("checks")) {
            for (JsonNode id : check.path("unless")) {
                assertThat(Catalog.load().find(id.asText())).as(id.asText()).isPresent();
            }
        }
    }

    @Test
    void every_check_that_an_exclusion_names_is_made() throws IOException {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate", "-o", "json");
        List<String> made = Json.read(run.out()).path("checks").findValuesAsText("id");

        for (Map.Entry<String, JsonNode> row :
                table("exclusions.json").path("checks").properties()) {
            assertThat(made).contains(row.getKey());
        }
        for (JsonNode ways : table("exclusions.json").path("conditions")) {
            for (JsonNode way : ways) {
                for (JsonNode fact : way) {
                    if (fact.asText().startsWith("check:")) {
                        assertThat(made).contains(fact.asText().substring(6));
                    }
                }
            }
        }
    }
}
