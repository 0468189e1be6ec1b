package io.scimdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.lint.LintOutput;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FormatsTest {
    @Test
    void every_name_of_the_help_leads_to_a_format() {
        assertThat(Formats.CHECK)
                .allSatisfy(name -> written(name, "check", "--simulate=throttled", "--retries", "0", "--no-record"));
        assertThat(Formats.DIAGNOSIS).allSatisfy(name -> written(name, "classify", "-"));
        assertThat(LintOutput.FORMATS).allSatisfy(name -> written(name, "lint", "filter", "userName eq 'a'"));
    }

    private static void written(String format, String... command) {
        CommandRun.Setup setup = CommandRun.with().realClock().in("{\"status\":504}");
        String[] words = Arrays.copyOf(command, command.length + 2);
        words[command.length] = "-o";
        words[command.length + 1] = format;

        CommandRun run = setup.run(words);

        assertThat(run.out()).as(format).isNotBlank();
        assertThat(run.code()).as(format).isNotIn(ExitCode.USAGE, ExitCode.BUG);
    }

    @Test
    void a_format_that_makes_no_sense_is_refused() {
        Page page =
                new Page("xml", new StringWriter(), Style.PLAIN, false, false, "standard", false, 10, CommandRun.NOW);

        assertThatThrownBy(() -> Formats.diagnosis(page)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CommandRun.of("check", "--simulate", "-o", "ndjson").code()).isEqualTo(ExitCode.USAGE);
    }
}
