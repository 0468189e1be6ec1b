package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.SimulatedRun;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunImport;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a run is read back as it was, and nothing else is taken for one. */
final class RunRoundTripTest {
    private static final Pattern VALUE =
            Pattern.compile("(?m)^ *+\"\\w++\": (\"(?:[^\"\\\\]|\\\\.)*+\"|[0-9.]++|true|false)");
    /** So many places at a time; when they are refused for one of them, each is looked at alone. */
    private static final int TOGETHER = 6;

    private static final String SECRET = "Zx8Q~qWeRtYuIoPaSdFgHjKlZxCvBnM1234";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "healthy",
                "permission-missing",
                "token-expired",
                "throttled",
                "service-timeout",
                "proxy-block",
                "AADSTS7000222",
                "accept-missing",
                "required-attribute-missing"
            })
    void the_run_of_a_check_comes_back_as_it_was(String scenario) throws IOException {
        String written = json(SimulatedRun.of(scenario));

        Run read = read(written);

        assertThat(json(read).lines().toList())
                .containsExactlyElementsOf(written.lines().toList());
        assertThat(read.calls()).isNotEmpty();
        assertThat(new CommandRun(ExitCode.HEALTHY, written, "").schemaErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"responses.ndjson", "variants.ndjson"})
    void the_import_of_all_known_answers_comes_back_as_it_was(String corpus) throws IOException {
        Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});
        RunImport imported =
                new RunImport(new Diagnoser(Catalog.load()), DiagnosisContext.at(CommandRun.NOW), redaction);
        try (InputStream in = getClass().getResourceAsStream("/io/scimdoctor/corpus/" + corpus)) {
            CaptureReader.read(in, corpus, new Hints(null, null, null), imported);
        }
        String written = json(imported.finish("00000000-0000-4000-8000-000000000001", SimulatedRun.recorder()));

        Run read = read(written);

        assertThat(json(read).lines().toList())
                .containsExactlyElementsOf(written.lines().toList());
        assertThat(read.calls()).hasSizeGreaterThan(90);
        assertThat(new CommandRun(ExitCode.HEALTHY, written, "").schemaErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | it is no recorded run",
                "{\"schemaVersion\":\"1.0\",\"kind\":\"RunReport\"     | it is no whole JSON document",
                "[1]                                                 | it is no recorded run",
                "{\"kind\":\"CheckReport\"}                          | it is no recorded run",
                "{\"kind\":\"RunReport\"}                            | the record is corrupt",
                "{\"kind\":\"RunReport\",\"run\":{\"startedAt\":1}}  | the record is corrupt"
            })
    void what_is_no_run_gets_one_sentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessage(sentence);
    }

    @Test
    void a_run_that_is_cut_off_anywhere_is_refused() throws IOException {
        String written = json(SimulatedRun.of("permission-missing"));

        for (int length = 0; length < written.length() - 2; length += 97) {
            String cut = written.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as("cut at " + length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_secret_that_was_written_into_any_text_of_a_run_does_not_come_out_of_it() throws IOException {
        String written = json(SimulatedRun.of("permission-missing"));
        List<Integer> texts = new ArrayList<>();
        for (int at = written.indexOf("\": \""); at >= 0; at = written.indexOf("\": \"", at + 1)) {
            texts.add(at + 4);
        }

        for (int i = 0; i < texts.size(); i += TOGETHER) {
            List<Integer> some = texts.subList(i, Math.min(i + TOGETHER, texts.size()));
            if (isRefused(written, some)) {
                some.forEach(alone -> isRefused(written, List.of(alone)));
            }
        }

        assertThat(texts).hasSizeGreaterThan(200);
    }

    /** Whether the run is not read with the secret in these places; where it is read, the secret does not come out. */
    private static boolean isRefused(String written, List<Integer> places) {
        StringBuilder planted = new StringBuilder(written);
        for (int i = places.size() - 1; i >= 0; i--) {
            planted.insert(places.get(i), SECRET + " ");
        }
        try {
            assertThat(json(read(planted.toString())))
                    .as("planted at " + places)
                    .doesNotContain(SECRET);
            return false;
        } catch (IOException e) {
            assertThat(e.getMessage()).doesNotContain(SECRET);
            return true;
        }
    }

    @Test
    void a_run_that_lacks_any_value_is_refused_or_read_and_nothing_else() throws IOException {
        String written = json(SimulatedRun.of("permission-missing"));
        int values = 0;

        for (Matcher value = VALUE.matcher(written); value.find(); values++) {
            String edited = written.substring(0, value.start(1)) + "null" + written.substring(value.end(1));
            try {
                json(read(edited));
            } catch (IOException e) {
                assertThat(e.getMessage()).isIn("it is no recorded run", "the record is corrupt");
            }
        }

        assertThat(values).isGreaterThan(200);
    }

    private static Run read(String text) throws IOException {
        return new RunReader(new Redaction(new PseudonymTable(), secret -> {})).read(text);
    }

    private static String json(Run run) throws IOException {
        StringWriter text = new StringWriter();
        RunJson.write(run, text);
        return text.toString();
    }
}
