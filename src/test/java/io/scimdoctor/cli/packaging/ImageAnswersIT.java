package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The image has its data in another form than the classes, which all other tests run. */
final class ImageAnswersIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();
    private static final Path CORPUS =
            Path.of("src", "test", "resources", "io", "scimdoctor", "corpus").toAbsolutePath();

    @Test
    void the_image_says_of_each_answer_what_the_classes_say() throws Exception {
        String responses = CORPUS.resolve("responses.ndjson").toString();
        String variants = CORPUS.resolve("variants.ndjson").toString();

        CompletableFuture<CommandRun> classes =
                CompletableFuture.supplyAsync(() -> CommandRun.of("classify", "-o", "json", responses, variants));
        ToolRun image = ToolRun.of(LAUNCHER.toString(), "classify", "-o", "json", responses, variants);

        String[] said = image.output().split("\n");
        String[] expected = classes.get().out().split("\n");
        assertThat(said.length).isEqualTo(expected.length).isGreaterThan(50_000);
        int other = Arrays.mismatch(said, expected);
        assertThat(other)
                .as(() -> "line " + other + ": " + said[other] + " instead of " + expected[other])
                .isEqualTo(-1);
    }
}
