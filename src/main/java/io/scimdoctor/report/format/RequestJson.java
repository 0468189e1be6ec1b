package io.scimdoctor.report.format;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls of a run under the key {@code requests}. */
public final class RequestJson {
    private RequestJson() {}

    public static void write(JsonWriter json, List<RecordedCall> requests, Predicate<RecordedCall> isBillable)
            throws IOException {
        json.list(
                "requests",
                requests,
                (each, request) -> each.field("id", request.id())
                        .field("method", request.facts().method())
                        .put("url", request.facts().url())
                        .field("status", request.facts().status())
                        .field("clientRequestId", request.clientRequestId())
                        .field("requestId", request.facts().requestId())
                        .field("serverDate", request.facts().serverDate())
                        .field("diagnostic", request.diagnostic())
                        .field("billable", isBillable.test(request) ? "yes" : "no")
                        .put(
                                "attempts",
                                request.attempts().stream()
                                        .map(RequestJson::shown)
                                        .toList()));
    }

    private static Attempt shown(Attempt attempt) {
        String client = identifier(attempt.clientRequestId());
        String server = identifier(attempt.requestId());
        return new Attempt(attempt.at(), attempt.status(), attempt.duration(), attempt.retryAfter(), client, server);
    }

    private static @Nullable String identifier(@Nullable String id) {
        return id == null ? null : Redactor.identifier(id);
    }
}
