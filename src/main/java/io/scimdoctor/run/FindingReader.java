package io.scimdoctor.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a finding of a run back. */
final class FindingReader {
    private final Redaction redaction;
    private final OwnTexts own;

    FindingReader(Redaction redaction) {
        this.redaction = redaction;
        own = new OwnTexts(redaction);
    }

    Finding finding(JsonNode node) {
        JsonNode status = node.path("httpStatus");
        JsonNode basis = node.path("basis");
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode fact : node.path("evidence")) {
            evidence.add(new Evidence(text(fact.path("name")), text(fact.path("value"))));
        }
        List<String> links = new ArrayList<>();
        for (JsonNode link : node.path("links")) {
            links.add(Redactor.url(link.asText()));
        }
        String id = RunReader.slug(node.path("id"));
        return new Finding(
                id == null ? "" : id,
                text(node.path("error")),
                status.isNumber() ? Integer.valueOf(status.intValue()) : null,
                Json.constant(Severity.class, node.path("severity")),
                Json.constant(Confidence.class, node.path("confidence")),
                Json.constant(Owner.class, node.path("owner")),
                own.shown(id, node.path("title").asText()),
                own.shown(id, node.path("cause").asText()),
                steps(id, node.path("steps")),
                evidence,
                links,
                new Basis(
                        Json.constant(Basis.Kind.class, basis.path("kind")),
                        own.shown(id, basis.path("source").asText()),
                        text(basis.path("date"))),
                request(node.path("request")));
    }

    /** Runs of before 2026-11-29 name no call. */
    private @Nullable FailedRequest request(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        JsonNode status = node.path("status");
        return new FailedRequest(
                optional(node.path("method")),
                node.path("url").isTextual()
                        ? Told.own(Redactor.url(node.path("url").asText()))
                        : null,
                status.isNumber() ? Integer.valueOf(status.intValue()) : null,
                optional(node.path("requestId")));
    }

    private @Nullable String optional(JsonNode node) {
        return node.isTextual() ? text(node) : null;
    }

    private List<String> steps(@Nullable String id, JsonNode nodes) {
        List<String> steps = new ArrayList<>();
        for (JsonNode node : nodes) {
            steps.add(own.shown(id, node.asText()));
        }
        return steps;
    }

    private String text(JsonNode node) {
        return redaction.text(node.asText());
    }
}
