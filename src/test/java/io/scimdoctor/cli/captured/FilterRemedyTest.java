package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `lint filter` says of a filter that no service takes, and what it proposes. */
final class FilterRemedyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName sw \"ann\" and emails[type eq work].value co \"@contoso.com\" "
                        + "| filter-operator,filter-value-path",
                "emails[type eq \"work\"].value co \"@contoso.com\" and active eq \"true\" "
                        + "| filter-value,filter-value-path",
                "emails.value co contoso                   | filter-attribute",
                "displayName eq Ann                        | filter-withdrawn",
                "title eq 'x' and userName eq 'a'          | filter-attribute,filter-quotes",
                "emails[value eq 'x'                       | filter-quotes"
            })
    void an_attribute_that_cannot_be_filtered_on_is_said_so_once(String filter, String rules) throws IOException {
        JsonNode report =
                Json.read(CommandRun.of("lint", "filter", filter, "-o", "json").out());

        assertThat(ids(report)).containsExactlyInAnyOrder(rules.split(","));
    }

    @Test
    void what_can_be_filtered_on_is_named_with_it() {
        CommandRun run = CommandRun.with().width(200).run("lint", "filter", "emails[type eq work].value co \"@b.c\"");

        assertThat(run.out())
                .contains("'emails' cannot be filtered on, nor can a part of it; served are userName, externalId")
                .contains("1 error,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq 'a' and active eq \"true\"",
                "userName eq ann && active = true",
                "filter=userName eq 'a'",
                "endswith(userName,'@contoso.com') and mailNickname eq a",
                "usrName eq 'a'"
            })
    void a_proposed_rewriting_is_itself_served(String filter) throws IOException {
        JsonNode report =
                Json.read(CommandRun.of("lint", "filter", filter, "-o", "json").out());

        List<String> proposed = proposals(report);
        assertThat(proposed).isNotEmpty();
        for (String instead : proposed) {
            assertThat(CommandRun.of("lint", "filter", instead).code())
                    .as(instead)
                    .isEqualTo(ExitCode.HEALTHY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startswith(userName,'ann') and active eq true",
                "userName sw ann and emails[type eq work].value co \"@contoso.com\"",
                "userName eq 'a' or userName eq 'b'"
            })
    void a_rewriting_that_would_be_refused_all_the_same_is_not_proposed(String filter) throws IOException {
        CommandRun text = CommandRun.of("lint", "filter", filter);
        JsonNode report =
                Json.read(CommandRun.of("lint", "filter", filter, "-o", "json").out());

        assertThat(proposals(report)).isEmpty();
        assertThat(text.out()).doesNotContain("  write  ");
    }

    @Test
    void a_proposal_holds_the_value_on_the_screen_and_a_place_for_it_elsewhere() {
        CommandRun run = CommandRun.of("lint", "filter", "userName eq 'zerlinde@contoso.com'");
        CommandRun masked =
                CommandRun.of("lint", "filter", "userName eq 'zerlinde@contoso.com'", "--redact", "standard");

        assertThat(run.out()).contains("  write  userName eq \"zerlinde@contoso.com\"");
        assertThat(masked.out()).contains("  write  userName eq \"<value>\"").doesNotContain("zerlinde");
    }

    private static List<String> ids(JsonNode report) {
        List<String> ids = new ArrayList<>();
        for (JsonNode finding : report.path("results").findValues("rule")) {
            ids.add(finding.isTextual() ? finding.asText() : finding.path("id").asText());
        }
        return ids;
    }

    private static List<String> proposals(JsonNode report) {
        List<String> proposals = new ArrayList<>();
        for (JsonNode instead : report.findValues("instead")) {
            if (instead.isTextual()) {
                proposals.add(instead.asText());
            }
        }
        return proposals;
    }
}
