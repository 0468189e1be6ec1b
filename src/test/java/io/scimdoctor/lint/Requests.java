package io.scimdoctor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests out of data files. */
public final class Requests {
    private Requests() {}

    public static JsonNode resource(String name) {
        try (InputStream input = Requests.class.getResourceAsStream(name)) {
            return Json.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bad or the good example of a rule; without one the test is red, and says where to add it. */
    public static JsonNode example(LintRule rule, String kind) {
        JsonNode example = Examples.ALL.path(rule.id()).path(kind);
        assertThat(example.isObject())
                .as(
                        "src/test/resources/io/scimdoctor/lint/rule/examples.json has a \"%s\" with a \"%s\"",
                        rule.id(), kind)
                .isTrue();
        return example;
    }

    /** Read once. */
    private static final class Examples {
        static final JsonNode ALL = resource("rule/examples.json");
    }

    public static SentRequest of(JsonNode node) {
        List<Headers.Field> fields = new ArrayList<>();
        node.path("headers")
                .properties()
                .forEach(field -> fields.add(
                        new Headers.Field(field.getKey(), field.getValue().asText())));
        JsonNode body = node.path("body");
        return new SentRequest(
                node.path("method").asText(),
                node.path("url").asText(),
                new Headers(fields),
                body.isMissingNode() ? null : body.isTextual() ? body.asText() : body.toString());
    }

    public static List<String> ids(List<LintFinding> findings) {
        return findings.stream().map(finding -> finding.rule().id()).distinct().toList();
    }
}
