package io.scimdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.report.block.BlockMarkdown;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.Metrics;
import io.scimdoctor.report.format.XmlText;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each format cannot hold as it is. */
final class EscapesTest {
    @Test
    void xml_text_loses_what_no_document_may_hold_and_keeps_the_rest() {
        String text = "a\u0000\u0008\u001B\uFFFE\uD800b\t\n\u00E9\uD83D\uDE00";

        assertThat(XmlText.escaped(text)).isEqualTo("ab\t\n\u00E9\uD83D\uDE00");
    }

    @Test
    void a_label_of_prometheus_escapes_backslash_quote_and_line_end() {
        assertThat(Metrics.escaped("a\\b\"c\nd")).isEqualTo("a\\\\b\\\"c\\nd");
    }

    @Test
    void help_and_type_are_written_once_and_not_without_a_sample() {
        Metrics metrics = new Metrics("target", "t");

        metrics.gauge("a_empty", "Nothing.");
        metrics.gauge("a_pair", "Two.");
        metrics.sample(1, "x", "1");
        metrics.sample(2, "x", "2");

        assertThat(metrics).hasToString("""
                        # HELP a_pair Two.
                        # TYPE a_pair gauge
                        a_pair{target="t",x="1"} 1
                        a_pair{target="t",x="2"} 2
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "50% of a:b,c ! 50%25 of a:b,c  ! 50%25 of a%3Ab%2Cc",
                "plain        ! plain           ! plain",
            })
    void a_workflow_command_escapes_its_message_and_more_in_a_property(String text, String message, String property) {
        assertThat(Annotations.command(Severity.WARN, "title=t", text)).isEqualTo("::warning title=t::" + message);
        assertThat(Annotations.property(text)).isEqualTo(property);
        assertThat(Annotations.command(Severity.INFO, "", "a\r\nb")).isEqualTo("::notice ::a%0D%0Ab");
    }

    @Test
    void a_step_gets_ten_annotations_of_a_kind_at_most() throws IOException {
        Finding finding = new Finding(
                "throttled",
                "TooManyRequests",
                429,
                Severity.FAIL,
                Confidence.CERTAIN,
                Owner.CALLER,
                "Too many",
                "So",
                List.of("Wait."),
                List.of(),
                List.of(),
                new Basis(Basis.Kind.INFERRED, "none", "2026"),
                null);
        StringBuilder out = new StringBuilder();

        Annotations.write(Collections.nCopies(11, finding), "SIMULATED. ", out);

        assertThat(out.toString().lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("::error title=scimdoctor%3A throttled::SIMULATED. Too many. "));
    }

    @Test
    void markdown_text_is_no_markup_and_mentions_nobody() {
        assertThat(BlockMarkdown.text("a_b | <c> @d #1 `e` $f$"))
                .isEqualTo("a\\_b \\| \\<c\\> \\@d \\#1 \\`e\\` \\$f\\$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "printf '%s' x | curl -K - ! `printf '%s' x | curl -K -`",
                "Get-X `  -Id  1           ! `` Get-X `  -Id  1 ``",
                "a ``` b                   ! ```` a ``` b ````",
            })
    void markdown_code_is_what_it_was_when_it_is_copied(String command, String code) {
        assertThat(BlockMarkdown.code(command)).isEqualTo(code);
    }

    @Test
    void markdown_code_stays_in_its_line() {
        assertThat(BlockMarkdown.code("a\r\nb")).isEqualTo("`a b`");
    }
}
