package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, asked in the ways in which a reader may ask. */
final class ExplainTest {
    @ParameterizedTest
    @ValueSource(strings = {"AADSTS7000215", "7000215", "aadsts7000215"})
    void a_number_is_found_with_and_without_its_prefix(String number) {
        CommandRun run = CommandRun.of("explain", number);

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).startsWith("AADSTS7000215  The client secret is wrong.");
    }

    @Test
    void a_name_of_several_words_needs_no_quotation_marks() {
        assertThat(CommandRun.of("explain", "gateway", "timeout", "-o", "short").out())
                .isEqualTo(CommandRun.of("explain", "gateway timeout", "-o", "short")
                        .out())
                .startsWith("service-timeout");
    }

    @Test
    void an_unlisted_number_leads_to_microsofts_own_page() {
        CommandRun run = CommandRun.of("explain", "AADSTS9999999");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("https://login.microsoftonline.com/error?code=9999999");
    }

    @Test
    void a_status_lists_its_conditions() {
        CommandRun run = CommandRun.of("explain", "403", "-o", "short");

        assertThat(run.out())
                .contains("permission-missing: ", "licence-missing: ")
                .doesNotContain("throttled: ");
    }

    @Test
    void one_condition_is_opened_with_cause_steps_and_owner() {
        CommandRun run = CommandRun.of("explain", "throttled");

        assertThat(run.out()).startsWith("throttled  ").contains("\nCause ", "\nOwner ", "\nSteps ", "\nBasis ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("https://"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden", "Insufficient privileges to complete the operation."})
    void a_reason_of_http_and_a_sentence_of_the_service_lead_to_what_they_mean(String words) {
        CommandRun run = CommandRun.of("explain", words);

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out()).startsWith("permission-missing  ");
    }

    @Test
    void what_is_in_no_entry_is_a_usage_error() {
        CommandRun run = CommandRun.of("explain", "--search", "zzzzqq");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("nothing in the catalogue is called 'zzzzqq'");
    }

    @Test
    void statements_are_listed_by_the_age_and_the_source_of_their_basis() {
        CommandRun old = CommandRun.of("explain", "--older-than", "180d");
        CommandRun page = CommandRun.of("explain", "--source", "troubleshoot scim");

        assertThat(old.out().lines().map(line -> line.substring(0, 4))).isSorted();
        assertThat(old.out().lines()).anyMatch(line -> line.contains("duplicate-value"));
        assertThat(old.out()).doesNotContain("filter-unsupported");
        assertThat(page.out().lines()).isNotEmpty().allMatch(line -> line.contains("Troubleshoot SCIM API errors"));
        assertThat(CommandRun.of("explain", "--source", "nosuch").err()).contains("no statement rests on 'nosuch'");
        assertThat(CommandRun.of("explain", "--older-than", "soon").code().number())
                .isEqualTo(2);
    }

    @Test
    void a_status_lists_the_likeliest_first_and_what_tells_each_apart() {
        String out = CommandRun.of("explain", "401").out();

        assertThat(out).startsWith("token-expired ").contains("Calls succeed", "The text says Invalid audience.");
        assertThat(out.indexOf("token-missing")).isLessThan(out.indexOf("aadsts-unlisted"));
        assertThat(CommandRun.of("explain", "403").out()).startsWith("permission-missing ");
        assertThat(CommandRun.of("explain", "HTTP/1.1 403 Forbidden").out()).startsWith("permission-missing ");
        assertThat(CommandRun.of("explain", "HTTP 403").out()).startsWith("permission-missing ");
        assertThat(CommandRun.of("explain", "400").out()).startsWith("accept-missing ");
    }

    @Test
    void every_rank_of_likelihood_is_that_of_a_condition() {
        Resource.rows(Catalog.class, "likely.txt")
                .keySet()
                .forEach(id -> assertThat(Catalog.load().find(id)).as(id).isPresent());
    }

    @Test
    void a_word_that_is_no_name_is_searched_for() {
        assertThat(CommandRun.of("explain", "quota").out()).contains("quota-exceeded");
        assertThat(CommandRun.of("explain", "InsufficentPrivileges").err())
                .contains("did you mean 'InsufficientPrivileges'? Likely permission-missing, ");
    }

    @Test
    void a_few_conditions_are_told_apart() {
        CommandRun run = CommandRun.of("explain", "object-not-found", "id-not-guid", "object-not-found");

        assertThat(run.out())
                .contains("[object-not-found]", "[id-not-guid]", "Not object-not-found", "2 conditions.")
                .contains("HTTP 404", "Owner", "First");
    }

    @Test
    void the_words_of_a_sentence_without_quotation_marks_are_searched_for_together() {
        CommandRun sentence = CommandRun.of("explain", "insufficient", "privileges", "to", "complete", "-o", "short");
        CommandRun letters = CommandRun.of("explain", "a", "b");

        assertThat(sentence.out()).contains("permission-missing: ");
        assertThat(sentence.out().lines()).hasSizeLessThan(12);
        assertThat(letters.code()).isEqualTo(ExitCode.USAGE);
    }
}
