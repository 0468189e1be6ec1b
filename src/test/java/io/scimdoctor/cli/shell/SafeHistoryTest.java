package io.scimdoctor.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines may be written to the history file. */
final class SafeHistoryTest {
    @Test
    void a_line_with_a_person_in_it_is_personal_however_long_it_is() {
        String filler = "a ".repeat(100_000);

        assertThat(SafeHistory.isImpersonal("explain throttled")).isTrue();
        assertThat(SafeHistory.isImpersonal("lint filter active eq true")).isTrue();
        assertThat(SafeHistory.isImpersonal("lint filter userName eq \"Zelda Quux\""))
                .isFalse();
        assertThat(SafeHistory.isImpersonal("lint filter userName eq \"" + filler + "Zelda Quux\""))
                .isFalse();
        assertThat(SafeHistory.isImpersonal(filler + "ana@contoso.example")).isFalse();
    }
}
