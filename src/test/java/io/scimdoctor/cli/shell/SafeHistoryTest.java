package io.scimdoctor.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lint filter 'pwd=hunter2'",
                "probe GET /users --header 'X-Pin: 483920'",
                "Winter24kangaroo",
                "lint user {userName:'Ana',pass:'hunter22'}",
                "ticket new --note 'Ana Meyer, +43 660 1234567'",
                "ticket new --note \"Ana Meyer\""
            })
    void what_the_screen_or_a_report_masks_is_not_written_down(String line) {
        assertThat(SafeHistory.isImpersonal(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --full",
                "classify  captures/monday.har -o json=report.json",
                "probe GET /users?count=5 --dry-run",
                "runs show last",
                "explain token-expired"
            })
    void a_plain_command_is_written_down(String line) {
        assertThat(SafeHistory.isImpersonal(line)).isTrue();
    }
}
