package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same conditions in other words, other envelopes and damaged, get their labels too. */
final class VariantsTest {
    @Test
    void every_variant_gets_its_error_and_its_condition() throws IOException {
        LabelledAnswers variants = LabelledAnswers.of("variants.ndjson");

        assertThat(variants.wrong()).isEmpty();
        assertThat(variants.count()).isGreaterThan(600);
    }
}
