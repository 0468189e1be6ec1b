package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
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

    @Test
    void a_page_without_its_status_is_blamed_on_nobody() {
        CommandRun page =
                CommandRun.with().in("<html><body>Sorry</body></html>").run("classify", "-o", "short");
        CommandRun words = CommandRun.with().in("Access token is empty.").run("classify", "-o", "short");

        assertThat(page.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(page.out()).contains("a web page that shows no error");
        assertThat(words.out()).startsWith("fail token-missing -");
    }
}
