package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The labelled answers get their labels, through the whole command. */
final class CorpusTest {
    @Test
    void every_labelled_answer_gets_its_error_and_its_condition() throws IOException {
        LabelledAnswers corpus = LabelledAnswers.of("responses.ndjson");

        assertThat(corpus.wrong()).isEmpty();
        assertThat(corpus.count()).isGreaterThanOrEqualTo(95);
    }

    /** Of so many answers those that are alike are classified once. */
    @Test
    void a_listed_mountain_of_answers_says_of_each_what_it_says_of_one() throws IOException {
        String corpus = LabelledAnswers.of("responses.ndjson").text().stripTrailing() + "\n";
        int rounds = 13;

        List<String> once = ids(corpus);
        List<String> often = ids(corpus.repeat(rounds));

        assertThat(once.size() * (rounds - 1)).isGreaterThan(1000);
        assertThat(often.subList(often.size() - once.size(), often.size())).isEqualTo(once);
    }

    /** What each line of the result says, but for its place and the ids and times of its call. */
    private static List<String> ids(String log) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : CommandRun.with()
                .in(log)
                .run("classify", "-", "-o", "ndjson")
                .out()
                .split("\n")) {
            JsonNode said = Json.read(line);
            ids.add(said.path("id") + " " + said.path("confidence") + " " + said.path("owner") + " "
                    + said.path("alternatives") + " " + said.path("evidence"));
        }
        return ids;
    }

    @Test
    void every_line_and_the_whole_document_fit_the_schema() throws IOException {
        String corpus = LabelledAnswers.of("responses.ndjson").text();

        CommandRun lines = CommandRun.with().in(corpus).run("classify", "-", "-o", "ndjson");
        CommandRun document = CommandRun.with().in(corpus).run("classify", "-", "-o", "json");

        for (String line : lines.out().split("\n")) {
            assertThat(new CommandRun(lines.code(), line, "").schemaErrors())
                    .as(line)
                    .isEmpty();
        }
        assertThat(document.schemaErrors()).isEmpty();
    }
}
