package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.run.Run;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what Microsoft's engineers are going to ask and the evidence does not answer. */
final class Gaps {
    private static final int ENOUGH_TO_COUNT = 5;

    private final Material material;
    private final boolean noted;
    private final List<FailedCall> calls;
    private final @Nullable Finding leading;

    private Gaps(Material material, boolean noted) {
        this.material = material;
        this.noted = noted;
        calls = material.telling();
        List<Finding> findings = material.findings();
        leading = findings.isEmpty() ? null : findings.get(0);
    }

    /** @param noted whether the user added what was tried and what it means */
    static List<Ticket.Gap> of(Material material, boolean noted) {
        Gaps gaps = new Gaps(material, noted);
        List<Ticket.Gap> missing = new ArrayList<>();
        for (JsonNode question : Resource.json(Gaps.class, "questions.json").path("questions")) {
            if (gaps.concerns(question) && !gaps.isKnown(question.path("known").asText())) {
                missing.add(new Ticket.Gap(
                        question.path("field").asText(),
                        question.path("why").asText(),
                        question.path("how").asText()));
            }
        }
        return missing;
    }

    /** A question is for all findings, or for those that it names by id, by Microsoft's name or by what they concern. */
    private boolean concerns(JsonNode question) {
        JsonNode about = question.path("about");
        if (leading == null) {
            return Json.strings(about).contains("nothing");
        }
        return Json.strings(about).contains("any")
                || Json.strings(about).contains(leading.id())
                || Json.strings(about).contains(leading.error())
                || (Json.strings(about).contains("answer") && calls.stream().anyMatch(call -> call.answer() != null))
                || (Json.strings(about).contains("token-endpoint")
                        && calls.stream().anyMatch(FailedCall::isTokenRequest))
                || (Json.strings(about).contains("api") && calls.stream().anyMatch(FailedCall::isToApi))
                || (Json.strings(about).contains("object") && calls.stream().anyMatch(Gaps::namesObject))
                || (Json.strings(about).contains("write") && calls.stream().anyMatch(Gaps::writes));
    }

    private static boolean namesObject(FailedCall call) {
        ScimUrl url = call.url();
        return url != null && url.id() != null && url.kind().isDirectory();
    }

    private static boolean writes(FailedCall call) {
        return !call.isTokenRequest() && List.of("POST", "PATCH", "PUT").contains(call.method());
    }

    private boolean isKnown(String field) {
        Run.RunToken token = material.token();
        return switch (field) {
            case "never" -> false;
            case "note" -> noted;
            case "failure" -> leading != null;
            case "url" -> each(call -> call.exchange().request().url());
            case "request-headers" ->
                calls.stream()
                        .anyMatch(call -> !call.exchange().request().headers().isEmpty());
            case "request-body" -> each(call -> call.exchange().request().body());
            case "response-headers" -> calls.stream().anyMatch(Gaps::hasHeaders);
            case "time" -> each(FailedCall::at);
            case "request-id" -> each(FailedCall::requestId);
            case "client-request-id" -> each(FailedCall::clientRequestId);
            case "data-centre" -> each(call -> call.server("DataCenter"));
            case "trace-id" -> each(call -> call.body().field("trace_id"));
            case "tenant" -> known("tenant id");
            case "application" -> known("application (client) id");
            case "claims" -> token != null && !token.claims().isEmpty();
            case "object-id" -> token != null && token.claim("oid") != null;
            case "client" -> known("client");
            case "frequency" -> material.cases().size() >= ENOUGH_TO_COUNT;
            case "feature" -> Impact.state(material).get(0).value() != null;
            case "other-object" -> otherObject();
            case "duration" ->
                each(call -> call.exchange().trace().phases().total())
                        || calls.stream()
                                .anyMatch(call -> !call.exchange().attempts().isEmpty());
            default -> throw new IllegalArgumentException("no question is about " + field);
        };
    }

    private static boolean hasHeaders(FailedCall call) {
        return call.answer() != null && !call.answer().headers().isEmpty();
    }

    private boolean each(Function<FailedCall, @Nullable Object> value) {
        return calls.stream().map(value).anyMatch(Objects::nonNull);
    }

    private boolean known(String name) {
        return Whereabouts.of(material).stream().anyMatch(fact -> fact.name().equals(name) && fact.value() != null);
    }

    /** Whether any other object was read or tried, which tells whether one is concerned or all are. */
    private boolean otherObject() {
        return material.cases().stream()
                        .map(FailedCall::url)
                        .filter(url -> url != null && url.kind().isDirectory())
                        .map(url -> String.valueOf(url.id()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                > 1;
    }
}
