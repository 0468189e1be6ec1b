package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.Responder;
import io.scimdoctor.diagnosis.When;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.scim.ScimUrl;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One recorded call, taken apart for questions that a ticket asks. */
record FailedCall(Run run, RunCall recorded, Observation seen) {
    FailedCall(Run run, RunCall recorded) {
        this(run, recorded, new Observation(recorded.exchange(), Set.of()));
    }

    Exchange exchange() {
        return recorded.exchange();
    }

    @Nullable
    Integer status() {
        Answered answer = seen.answer();
        return answer == null || answer.status() == 0 ? null : answer.status();
    }

    /** Why no answer came, or null. */
    @Nullable
    String fault() {
        return exchange().outcome() instanceof Unanswered unanswered
                ? unanswered.fault().slug() + ": " + unanswered.detail()
                : null;
    }

    String method() {
        String method = exchange().request().method();
        return method == null ? "" : method.toUpperCase(Locale.ROOT);
    }

    boolean succeeded() {
        Answered answer = seen.answer();
        return answer != null && answer.isSuccess() && recorded.finding() == null;
    }

    /** Whether it went to users, groups or discovery below a SCIM base. */
    boolean isToApi() {
        ScimUrl url = seen.url();
        return url != null && (url.kind().isDirectory() || url.kind().isDiscovery());
    }

    /** The one user or group that it is about, such as {@code users 00000000-…}, or null. */
    @Nullable
    String object() {
        ScimUrl url = seen.url();
        String id = url == null ? null : url.id();
        return url == null || id == null || !url.kind().isDirectory()
                ? null
                : url.kind().segment() + " " + id.toLowerCase(Locale.ROOT);
    }

    /** When it was sent, or else when the server answered. */
    @Nullable
    Instant at() {
        Instant sent = exchange().at();
        return sent == null ? When.of(exchange()) : sent;
    }

    @Nullable
    String sent(String name) {
        return known(exchange().request().headers(), name);
    }

    @Nullable
    String received(String name) {
        return known(exchange().answerHeaders(), name);
    }

    @Nullable
    String requestId() {
        String header = received("request-id");
        String graph = header == null ? seen.body().inner("request-id") : header;
        return graph == null ? received("x-ms-request-id") : graph;
    }

    @Nullable
    String clientRequestId() {
        String header = received("client-request-id");
        String sent = header == null ? sent("client-request-id") : header;
        return sent == null ? seen.body().inner("client-request-id") : sent;
    }

    /** A part of the note on which of Microsoft Graph's servers answered, or null. */
    @Nullable
    String server(String part) {
        String note = received("x-ms-ags-diagnostic");
        if (note == null) {
            return null;
        }
        JsonNode value = Json.readLeniently(note).node().path("ServerInfo").path(part);
        return value.isTextual() && !value.textValue().contains(Redactor.MASK) ? value.textValue() : null;
    }

    /** Whether it went to an endpoint that issues tokens. */
    boolean isTokenRequest() {
        ScimUrl url = seen.url();
        return seen.responder() == Responder.TOKEN_ENDPOINT
                || (url != null && url.path().toLowerCase(Locale.ROOT).contains("/oauth2/"));
    }

    /** A field's value, unless nothing of it is left. */
    private static @Nullable String known(Headers headers, String name) {
        String value = headers.first(name).orElse(null);
        return value == null || value.isBlank() || value.equals(Redactor.MASK) ? null : value;
    }
}
