package io.scimdoctor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limit of a text falls into any place. */
final class BeginningTest {
    @Test
    void no_character_is_cut_in_two() {
        assertThat(Beginning.of("ab\uD842\uDFB7c", 3)).isEqualTo("ab");
        assertThat(Beginning.of("ab\uD842\uDFB7c", 4)).isEqualTo("ab\uD842\uDFB7");
        assertThat(Beginning.of("ab\uD842", 3)).isEqualTo("ab\uD842");
        assertThat(Beginning.of("ab", 0)).isEmpty();
    }
}
