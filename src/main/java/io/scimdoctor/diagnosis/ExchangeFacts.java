package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Observation;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of an exchange, already masked.
 *
 * @param endpoint method and path with ids left out, such as {@code GET /users/{id}}
 * @param status the answer's status, or null without an answer or when it is not known
 */
public record ExchangeFacts(
        @Nullable String method,
        @Nullable Told url,
        @Nullable Integer status,
        @Nullable Instant startedAt,
        @Nullable String requestId,
        @Nullable String clientRequestId,
        @Nullable String serverDate,
        String endpoint) {

    public static ExchangeFacts of(Observation seen) {
        Answered answer = seen.answer();
        Headers headers = answer == null ? Headers.NONE : answer.headers();
        Instant date = headers.date("date");
        String url = seen.request().url();
        String method = seen.request().method();
        return new ExchangeFacts(
                method == null ? null : Redactor.text(method),
                url == null ? null : Redactor.toldUrl(url),
                answer == null || answer.status() == 0 ? null : answer.status(),
                seen.exchange().at(),
                masked(headers.first("request-id").orElse(seen.body().inner("request-id"))),
                masked(headers.first("client-request-id").orElse(seen.body().inner("client-request-id"))),
                date == null ? null : Times.shown(date),
                endpoint(method, seen.url()));
    }

    /** The same as a finding bears it. */
    public FailedRequest request() {
        return new FailedRequest(method, url, status, requestId);
    }

    /** The better of the two times. */
    public @Nullable Instant at() {
        return startedAt == null && serverDate != null ? Times.parse(serverDate) : startedAt;
    }

    /** The same for an exchange of which no more is asked. */
    public static @Nullable Instant at(Exchange exchange) {
        Answered answer = exchange.answer();
        return exchange.at() != null || answer == null
                ? exchange.at()
                : answer.headers().date("date");
    }

    /** The service's id as an answer bears it, not masked. */
    public static @Nullable String requestId(Exchange exchange) {
        Answered answer = exchange.answer();
        return answer == null
                ? null
                : answer.headers()
                        .first("request-id")
                        .orElseGet(() -> ErrorBody.parse(answer.body()).inner("request-id"));
    }

    /** The text in which the service's id stands. */
    public static String requestIdSource(Exchange exchange) {
        Answered answer = exchange.answer();
        return answer == null ? "" : answer.headers().first("request-id").orElse(answer.body());
    }

    /** In one line: no more is an id, whatever a record says. */
    public static @Nullable String masked(@Nullable String id) {
        if (id == null) {
            return null;
        }
        int end = 0;
        while (end < id.length() && id.charAt(end) >= ' ') {
            end++;
        }
        return end == 0 ? null : Redactor.text(id.substring(0, end));
    }

    /** Method and path with ids left out, for a request on its own. */
    public static String endpoint(SentRequest request) {
        String url = request.url();
        return endpoint(request.method(), url == null ? null : ScimUrl.parse(url));
    }

    /** Method and path with ids left out, masked. */
    public static String endpoint(@Nullable String method, @Nullable ScimUrl url) {
        if (url == null) {
            return method == null ? "unknown" : Redactor.text(method);
        }
        // The API's own bear nothing of the URL but its kind.
        boolean own = url.kind() != ResourceKind.OUTSIDE && url.kind() != ResourceKind.UNKNOWN;
        String path = own
                ? "/" + url.kind().segment() + (url.id() == null ? "" : "/{id}")
                : Likeness.withoutGuids(Redactor.url(url.path()));
        return (method == null ? "" : Redactor.text(method).toUpperCase(Locale.ROOT) + " ") + path;
    }
}
