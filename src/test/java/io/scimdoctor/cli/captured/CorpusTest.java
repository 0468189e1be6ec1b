package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The labelled answers get their labels, through the whole command. */
final class CorpusTest {
    @Test
    void every_labelled_answer_gets_its_error_and_its_condition() throws IOException {
        LabelledAnswers corpus = LabelledAnswers.of("responses.ndjson");

        assertThat(corpus.wrong()).isEmpty();
        assertThat(corpus.count()).isGreaterThanOrEqualTo(95);
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
