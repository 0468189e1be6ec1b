package io.scimdoctor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What once brought a command down, or a secret through, and must not again. */
class KeptInputsTest {
    private static final Path KEPT = Path.of("src/test/resources/io/scimdoctor/fuzz");

    @ParameterizedTest
    @EnumSource
    void everyInputIsHeld(FuzzTarget target) throws IOException {
        Path folder = KEPT.resolve(target.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> inputs = Files.list(folder)) {
            assertThat(inputs.toList())
                    .isNotEmpty()
                    .allSatisfy(input -> assertThatCode(() -> target.run(Files.readAllBytes(input)))
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void theSecretIsThereToBeFound() {
        byte[] input = "two\nlines\n".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(FuzzTarget.planted(input), StandardCharsets.UTF_8))
                .contains("two\n\nAuthorization: Bearer ey");
    }
}
