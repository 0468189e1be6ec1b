package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exchange taken apart once, so that a hundred rules can look at it cheaply.
 *
 * @param tokenFacts what is known of the token that was used
 * @param url the request URL taken apart, or null when it is not known
 * @param judged the answer as the rules see it: a SCIM error under a success status counts with the status that it states,
 *     an answer whose status was not captured with the one that it usually has
 */
public record Observation(
        Exchange exchange,
        Set<TokenFact> tokenFacts,
        @Nullable ScimUrl url,
        ErrorBody body,
        @Nullable Answered judged,
        Responder responder,
        String lowerMessage) {
    private static final LatePattern GUID = LatePattern.of("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    /** Messages with which a service refuses without a reason. */
    private static final Set<String> GENERAL =
            Set.of("", "bad request", "badrequest", "invalid request", "request badrequest", "the request is invalid");

    private static final List<String> HEADER_WORDS =
            List.of("accept", "header", "content-type", "content type", "media type", "mime", "payload", "format");

    /** A reason stands at the beginning; rules look no further. */
    private static final int LONGEST_REASON = 20_000;

    public Observation(Exchange exchange, Set<TokenFact> tokenFacts) {
        this(
                exchange,
                tokenFacts,
                exchange.request().url() == null
                        ? null
                        : ScimUrl.parse(exchange.request().url()),
                ErrorBody.parse(
                        exchange.answer() == null ? "" : exchange.answer().body()));
    }

    private Observation(Exchange exchange, Set<TokenFact> tokenFacts, @Nullable ScimUrl url, ErrorBody body) {
        this(
                exchange,
                tokenFacts,
                url,
                body,
                judged(exchange, body),
                responder(exchange, body, url),
                message(exchange, body));
    }

    /** A refusal without a body says why in its challenge (RFC 6750, section 3). */
    private static String message(Exchange exchange, ErrorBody body) {
        Answered answer = exchange.answer();
        String challenge = answer == null || !body.message().isEmpty()
                ? ""
                : answer.headers().all("www-authenticate");
        int at = challenge.indexOf("error_description=\"");
        String message = at < 0 ? body.message() : challenge.substring(at + 19).split("\"", 2)[0];
        return message.substring(0, Math.min(message.length(), LONGEST_REASON)).toLowerCase(Locale.ROOT);
    }

    /** Some gateways answer 200 whatever the service said; the body then is all that is left of the failure. */
    private static @Nullable Answered judged(Exchange exchange, ErrorBody body) {
        Answered answer = exchange.answer();
        if (answer == null) {
            return null;
        }
        boolean open = answer.isSuccess() && !isTokenless(exchange);
        int stated = answer.status() == 0 ? body.usualStatus() : open ? body.errorStatus() : 0;
        return stated == 0 ? answer : new Answered(stated, answer.headers(), answer.body(), answer.truncated());
    }

    private static Responder responder(Exchange exchange, ErrorBody body, @Nullable ScimUrl url) {
        Answered told = exchange.answer();
        Answered answer = told != null && told.status() == 0 ? judged(exchange, body) : told;
        if (answer == null) {
            return Responder.UNKNOWN;
        }
        // Whoever answers CONNECT is the proxy (RFC 9110, section 9.3.6).
        boolean connect = "CONNECT".equals(exchange.request().method());
        String proxy = exchange.trace().proxy();
        return (!answer.isSuccess() && connect) || (proxy != null && proxy.endsWith(Trace.PROXY_ANSWERED))
                ? Responder.PROXY
                : Responder.of(answer, body, url, !exchange.attempts().isEmpty());
    }

    private static boolean isTokenless(Exchange exchange) {
        return !exchange.attempts().isEmpty() && !exchange.request().headers().has("Authorization");
    }

    /** Whether it is certain that no token was sent: no service then judges what a token may do. */
    boolean isTokenless() {
        return isTokenless(exchange);
    }

    /** Whether a capture tells of the call of another server, which may answer whatever it likes. */
    boolean isElsewhere() {
        return url != null
                && exchange.attempts().isEmpty()
                && OtherServer.isForeign(OtherServer.host(url))
                && !url.path().toLowerCase(Locale.ROOT).contains("/scim");
    }

    public SentRequest request() {
        return exchange.request();
    }

    public @Nullable Answered answer() {
        return exchange.answer();
    }

    /** Whether a success is what is due, or null when that is not known. */
    @SuppressWarnings("ReferenceEquality") // To compare records by value costs a start ten milliseconds.
    public @Nullable Due due() {
        Answered answer = answer();
        boolean open = answer == judged || (answer != null && answer.status() == 0);
        return judged == null || !open ? null : Due.of(this, judged);
    }

    @Nullable
    TransportFault fault() {
        return exchange.outcome() instanceof Unanswered unanswered ? unanswered.fault() : null;
    }

    /**
     * Whether the request's headers may be the reason: the service's own sentence speaks of them or of what they describe, or
     * it says nothing. A sentence about something else decides over every guess at a header.
     */
    public boolean leavesHeadersOpen() {
        String text = lowerMessage.replace(".", "").replace('_', ' ').trim();
        return GENERAL.contains(text) || HEADER_WORDS.stream().anyMatch(text::contains);
    }

    /** Whether the text names an object: by a GUID, or as Graph quotes whatever it was given. */
    boolean namesObject() {
        return lowerMessage.contains("resource '") || GUID.matcher(lowerMessage).find();
    }
}
