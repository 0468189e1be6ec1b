package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.run.Run;
import io.scimdoctor.scim.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out what Microsoft's engineers are going to ask and the evidence does not answer. */
record Gaps(
        Material material,
        boolean noted,
        List<FailedCall> calls,
        @Nullable Finding leading) {
    private static final int ENOUGH_TO_COUNT = 5;

    /** @param noted whether the user added what was tried and what it means */
    static List<Ticket.Gap> of(Material material, boolean noted) {
        List<Finding> findings = material.findings();
        Finding leading = findings.isEmpty() ? null : findings.get(0);
        Gaps gaps = new Gaps(material, noted, material.telling(), leading);
        List<Ticket.Gap> missing = new ArrayList<>();
        String national = Cloud.nationalGraph(String.valueOf(material.target(Run.RunTarget::baseUrl)), "");
        String graph = national == null ? Cloud.GLOBAL.graphHost() : national;
        for (JsonNode question : Resource.json(Gaps.class, "questions.json").path("questions")) {
            if (gaps.concerns(question) && !gaps.isKnown(question.path("known").asText())) {
                missing.add(new Ticket.Gap(
                        question.path("field").asText(),
                        question.path("why").asText(),
                        question.path("how").asText().replace(Cloud.GLOBAL.graphHost(), graph)));
            }
        }
        return missing;
    }

    /** A question is for all findings, or for those that it names by id, by Microsoft's name or by what they concern. */
    private boolean concerns(JsonNode question) {
        List<String> about = Json.strings(question.path("about"));
        return leading == null ? about.contains("nothing") : about.stream().anyMatch(what -> isAbout(leading, what));
    }

    private boolean isAbout(Finding finding, String what) {
        return switch (what) {
            case "any" -> true;
            case "answer" -> any(call -> call.seen().answer() != null);
            case "token-endpoint" -> any(FailedCall::isTokenRequest);
            case "api" -> any(FailedCall::isToApi);
            case "object" -> any(call -> call.object() != null);
            case "write" ->
                any(call -> !call.isTokenRequest()
                        && List.of("POST", "PATCH", "PUT").contains(call.method()));
            default -> what.equals(finding.id()) || what.equals(finding.error());
        };
    }

    private boolean isKnown(String field) {
        Run.RunToken token = material.token();
        return switch (field) {
            case "never" -> false;
            case "note" -> noted;
            case "failure" -> leading != null;
            case "url" -> any(call -> call.exchange().request().url() != null);
            case "request-headers" ->
                any(call -> !call.exchange().request().headers().isEmpty());
            case "request-body" -> any(call -> call.exchange().request().body() != null);
            case "response-headers" ->
                any(call -> !call.exchange().answerHeaders().isEmpty());
            case "time" -> any(call -> call.at() != null);
            case "request-id" -> any(call -> call.requestId() != null);
            case "client-request-id" -> any(call -> call.clientRequestId() != null);
            case "data-centre" -> any(call -> call.server("DataCenter") != null);
            case "trace-id" -> any(call -> call.seen().body().field("trace_id") != null);
            case "tenant" -> known("tenant id");
            case "application" -> known("application (client) id");
            case "claims" -> token != null && !token.claims().isEmpty();
            case "object-id" -> token != null && token.claim("oid") != null;
            case "client" -> known("client");
            case "frequency" -> material.cases().size() >= ENOUGH_TO_COUNT;
            case "feature" -> Impact.state(material).get(0).value() != null;
            case "other-object" -> otherObject();
            case "duration" ->
                any(call -> call.exchange().trace().phases().total() != null
                        || !call.exchange().attempts().isEmpty());
            default -> throw new IllegalArgumentException("no question is about " + field);
        };
    }

    private boolean any(Predicate<FailedCall> shown) {
        return calls.stream().anyMatch(shown);
    }

    private boolean known(String name) {
        return Whereabouts.of(material).stream().anyMatch(fact -> fact.name().equals(name) && fact.value() != null);
    }

    /** Whether any other object was read or tried, which tells whether one is concerned or all are. */
    private boolean otherObject() {
        return material.cases().stream()
                        .map(call -> call.seen().url())
                        .filter(url -> url != null && url.kind().isDirectory())
                        .map(url -> String.valueOf(url.id()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                > 1;
    }
}
