package io.scimdoctor.capture;

import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An exchange while it is being put together from what a capture says, in whatever order it says it. */
public final class Draft {
    public static final int UNKNOWN = 0;
    /** What stands for the host where none is known: a HAR needs one, and a bare path may be on any of several servers. */
    public static final String UNKNOWN_HOST = "unknown.invalid";

    /** Paths that no other product has. */
    private static final LatePattern MICROSOFT = LatePattern.of("(?i)/rp/scim|/oauth2/|^/(?:v1\\.0|beta)/");

    public @Nullable String id;

    public @Nullable String method;

    public @Nullable String url;

    public @Nullable String requestBody;

    public final List<Headers.Field> requestHeaders = new ArrayList<>();
    /** Whether more was sent than the text shows, as with header fields out of a file or a variable. */
    public boolean partial;

    public int status = UNKNOWN;
    public final List<Headers.Field> headers = new ArrayList<>();
    public String body = "";
    public boolean truncated;
    /** Whether an answer that follows directly replaces this one, as after 100, a redirect or a proxy's consent. */
    public boolean interim;
    /** Whether the parts were found by a guess at loose text, which what the user says outranks. */
    public boolean guessed;

    /** Whether a proxy or a firewall says that it refused the call. */
    public boolean blocked;

    public @Nullable TransportFault fault;

    String faultDetail = "";

    public @Nullable Instant at;

    /** How long the call took in all. */
    public @Nullable Duration duration;

    /** What a run of scimdoctor says that it showed. */
    public @Nullable Recorded recorded;

    /** The id of the application that called, where the capture says it. */
    public @Nullable String application;

    /** The id of the tenant that was called. */
    public @Nullable String tenant;

    /** Takes over the request of another draft. */
    public void requestFrom(Draft other) {
        method = other.method;
        url = other.url;
        requestBody = other.requestBody;
        requestHeaders.clear();
        requestHeaders.addAll(other.requestHeaders);
    }

    /** Puts a bare path on another product's server, unless only Microsoft's have such a path. */
    public void putOn(@Nullable String host) {
        if (host != null
                && !host.isEmpty()
                && url != null
                && url.startsWith("/")
                && !MICROSOFT.matcher(url).find()) {
            url = "https://" + host + url;
        }
    }

    /** Takes the service's error that the body of a server in between quotes. */
    public void unwrap() {
        boolean own = status < 400 || !body.startsWith("{") || new Headers(headers).has("request-id");
        String inner = own ? null : RecordBody.errorIn(body);
        if (inner != null && inner.length() < body.length()) {
            quotes(inner);
        }
    }

    /** Takes an error that the answer of a server in between quotes: what the service says decides, if it tells its status. */
    public void quotes(String error) {
        int code = BodyStatus.guess(error);
        if (code != UNKNOWN && code != status) {
            requestFrom(new Draft());
            headers.clear();
            status = code;
            body = error;
        }
    }

    public void unanswered(TransportFault kind, String detail) {
        fault = kind;
        faultDetail = detail;
    }

    public boolean hasOutcome() {
        return status != UNKNOWN || fault != null;
    }

    /** The finished exchange; an unknown status is 0. */
    public Exchange finish(Hints hints) {
        String sentMethod = orHint(method, hints.method());
        String sentUrl = orHint(url, hints.url());
        SentRequest request = new SentRequest(
                sentMethod == null ? null : sentMethod.toUpperCase(Locale.ROOT),
                sentUrl,
                new Headers(requestHeaders),
                requestBody);
        boolean answered = status != UNKNOWN || (guessed && hints.status() != null);
        Outcome outcome = fault != null && !answered ? new Unanswered(fault, faultDetail) : answer(hints);
        Instant time =
                at != null ? at : Times.parse(new Headers(headers).first("date").orElse(null));
        Trace.Phases phases = duration == null ? Trace.Phases.NONE : new Trace.Phases(null, null, null, null, duration);
        String proxy = blocked ? "in between" + Trace.PROXY_ANSWERED : null;
        Trace trace = new Trace(null, proxy, null, null, phases);
        return new Exchange(request, outcome, List.of(), time, trace);
    }

    /** What the capture says, or what the user says of a capture that says nothing or was guessed at. */
    private <T> @Nullable T orHint(@Nullable T captured, @Nullable T hint) {
        return hint != null && (captured == null || guessed) ? hint : captured;
    }

    private Answered answer(Hints hints) {
        String text = Texts.withoutMark(body);
        Integer code = orHint(status == UNKNOWN ? null : (Integer) status, hints.status());
        return new Answered(code == null ? BodyStatus.of(text) : code, new Headers(headers), text, truncated);
    }
}
