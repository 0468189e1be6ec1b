package io.scimdoctor.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is complete: every rule has an example that breaks it alone, and one that is near and keeps it. */
final class RulesTest {
    private static final JsonNode EXAMPLES = Requests.resource("rule/examples.json");

    static Stream<LintRule> rules() {
        return Rules.load().all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_bad_example_breaks_its_own_rule_and_no_other(LintRule rule) {
        SentRequest bad = Requests.of(Requests.example(rule, "bad"));

        List<LintFinding> findings = RequestLint.complete(bad);

        assertThat(Requests.ids(findings)).as(findings.toString()).containsExactly(rule.id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_good_example_breaks_nothing(LintRule rule) {
        SentRequest good = Requests.of(Requests.example(rule, "good"));

        assertThat(RequestLint.complete(good)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_fix_leaves_the_rule_unbroken_and_breaks_no_other(LintRule rule) {
        SentRequest bad = Requests.of(Requests.example(rule, "bad"));
        List<LintFinding> findings = RequestLint.complete(bad);

        List<LintFinding> after = RequestLint.complete(Correction.of(bad, findings));

        if (Correction.count(findings) == findings.size()) {
            assertThat(after).isEmpty();
        } else {
            assertThat(Requests.ids(after)).containsExactly(rule.id());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_finding_points_into_its_text(LintRule rule) {
        SentRequest bad = Requests.of(Requests.example(rule, "bad"));

        for (LintFinding finding : RequestLint.complete(bad)) {
            Place place = finding.place();
            assertThat(place.start()).isBetween(0, place.end());
            assertThat(place.end()).isLessThanOrEqualTo(length(bad, place.part()));
            assertThat(finding.message().seen()).doesNotEndWith(".").isNotBlank();
        }
    }

    private static int length(SentRequest request, Place.Part part) {
        return switch (part) {
            case METHOD -> String.valueOf(request.method()).length();
            case URL -> String.valueOf(request.url()).length();
            case BODY -> String.valueOf(request.body()).length();
            case HEADERS -> Integer.MAX_VALUE;
            case FILTER -> 0;
        };
    }

    @Test
    void every_example_belongs_to_a_rule() {
        List<String> ids = new ArrayList<>();
        rules().forEach(rule -> ids.add(rule.id()));

        assertThat(EXAMPLES.fieldNames())
                .toIterable()
                .as("examples of rules that do not exist")
                .isSubsetOf(ids);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void every_rule_says_why_and_since_when() {
        rules().forEach(rule -> {
            assertThat(rule.why()).endsWith(".").doesNotContain("!");
            assertThat(rule.basis().source()).isNotBlank();
            assertThat(rule.basis().date()).matches("\\d{4}(-\\d\\d){0,2}");
        });
    }

    @Test
    void what_is_refused_is_graded_and_a_note_is_never_refused() {
        rules().filter(rule -> rule.grade() == Grade.NOTE)
                .forEach(rule -> assertThat(rule.refused()).as(rule.id()).isFalse());
    }
}
