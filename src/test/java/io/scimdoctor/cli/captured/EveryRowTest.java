package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import org.junit.jupiter.api.Test;

/** The catalogue as a reader sees it. */
final class EveryRowTest {
    @Test
    void every_row_renders_whole() {
        for (Condition condition : Catalog.load().conditions()) {
            CommandRun run = CommandRun.of("explain", condition.id());

            assertThat(run.code()).as(condition.id()).isEqualTo(ExitCode.HEALTHY);
            assertThat(run.out())
                    .as(condition.id())
                    .startsWith(condition.id() + "  ")
                    .contains("\nCause  ", "\nSymptoms ", "\nOwner  ", "\nBasis  ")
                    .containsPattern("\nSteps {2,}1  ")
                    .doesNotContain("null");
            assertThat(run.err()).as(condition.id()).isEmpty();
        }
    }
}
