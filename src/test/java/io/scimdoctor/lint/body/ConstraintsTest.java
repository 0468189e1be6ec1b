package io.scimdoctor.lint.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.Requests;
import io.scimdoctor.lint.rule.LintFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is complete: every constraint has a value that just keeps it, and one that just breaks it. */
final class ConstraintsTest {
    private static final JsonNode EXAMPLES = Requests.resource("body/constraints-examples.json");

    static Stream<JsonNode> constraints() {
        return Requests.resource("body/constraints.json").path("values").valueStream();
    }

    @Test
    void every_constraint_has_an_example_and_every_example_a_constraint() {
        List<String> forgotten = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        EXAMPLES.fieldNames().forEachRemaining(examples::add);
        constraints().map(constraint -> constraint.path("attribute").asText()).forEach(attribute -> {
            if (!examples.remove(attribute)) {
                forgotten.add(attribute);
            }
        });

        assertThat(forgotten)
                .as("attributes that src/test/resources/io/scimdoctor/lint/body/constraints-examples.json lacks")
                .isEmpty();
        assertThat(examples).as("examples of no constraint").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void a_value_that_just_keeps_it_raises_nothing_and_one_that_just_breaks_it_does(JsonNode constraint) {
        String attribute = constraint.path("attribute").asText();
        String good = example(constraint).path("good").asText();
        String nearMiss = example(constraint).path("nearMiss").asText();

        List<LintFinding> findings = lint(attribute, nearMiss);

        assertThat(lint(attribute, good)).isEmpty();
        assertThat(findings)
                .extracting(finding -> finding.message().seen())
                .containsExactly(constraint.path("message").asText());
        assertThat(Requests.ids(findings)).containsExactly(constraint.has("longest") ? "value-length" : "value-format");
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void a_length_is_tried_at_the_limit_and_one_character_beyond(JsonNode constraint) {
        JsonNode example = example(constraint);
        int longest =
                constraint.path("longest").asInt(example.path("good").asText().length());

        assertThat(example.path("good").asText()).hasSize(longest);
        assertThat(constraint.has("form") || example.path("nearMiss").asText().length() == longest + 1)
                .isTrue();
    }

    /** Without one the test is red, and says where to add it. */
    private static JsonNode example(JsonNode constraint) {
        String attribute = constraint.path("attribute").asText();
        assertThat(EXAMPLES.has(attribute))
                .as(
                        "src/test/resources/io/scimdoctor/lint/body/constraints-examples.json has \"%s\" with a \"good\" and a"
                                + " \"nearMiss\"",
                        attribute)
                .isTrue();
        return EXAMPLES.path(attribute);
    }

    private static List<LintFinding> lint(String attribute, String value) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                        + "\"path\":\"" + attribute + "\",\"value\":"
                        + JsonWriter.compactText(TextNode.valueOf(value)) + "}]}";
        return RequestLint.complete(new SentRequest(
                "PATCH",
                "https://graph.microsoft.com/rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11",
                Headers.of(
                        "Authorization", "Bearer <token>",
                        "Accept", "application/json",
                        "Content-Type", "application/scim+json"),
                body));
    }
}
