package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image has its data in another form than the classes, which all other tests run. */
final class ImageAnswersIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();
    private static final Path CORPUS =
            Path.of("src", "test", "resources", "io", "scimdoctor", "corpus").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"responses.ndjson", "variants.ndjson"})
    void the_image_says_of_each_answer_what_the_classes_say(String file) throws Exception {
        String[] words = {"classify", "-o", "json", CORPUS.resolve(file).toString()};

        ToolRun image = ToolRun.of(LAUNCHER.toString(), words[0], words[1], words[2], words[3]);

        assertThat(diagnoses(image.output()))
                .isEqualTo(diagnoses(CommandRun.of(words).out()));
    }

    private static List<JsonNode> diagnoses(String report) throws Exception {
        List<JsonNode> diagnoses = new ArrayList<>();
        Json.read(report).path("diagnoses").forEach(diagnoses::add);
        assertThat(diagnoses).isNotEmpty();
        return diagnoses;
    }
}
