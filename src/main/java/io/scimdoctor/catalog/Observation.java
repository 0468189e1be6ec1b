package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An exchange taken apart once, so that a hundred rules can look at it cheaply. */
public final class Observation {
    /** What a service says that gives no reason. */
    private static final Set<String> GENERAL =
            Set.of("", "bad request", "badrequest", "invalid request", "request badrequest", "the request is invalid");

    private static final List<String> HEADER_WORDS =
            List.of("accept", "header", "content-type", "content type", "media type", "mime", "payload", "format");

    private final Exchange exchange;
    private final @Nullable Answered answer;
    private final @Nullable Answered judged;
    private final @Nullable TransportFault fault;
    private final @Nullable ScimUrl url;
    private final ErrorBody body;
    private final Responder responder;
    private final String lowerMessage;
    private final @Nullable Due due;
    private final Set<TokenFact> tokenFacts;

    @SuppressWarnings("ReferenceEquality") // To compare records by value costs a start ten milliseconds.
    public Observation(Exchange exchange, Set<TokenFact> tokenFacts) {
        this.exchange = exchange;
        this.tokenFacts = Set.copyOf(tokenFacts);
        answer = exchange.answer();
        fault = exchange.outcome() instanceof Unanswered unanswered ? unanswered.fault() : null;
        String text = exchange.request().url();
        url = text == null ? null : ScimUrl.parse(text);
        body = ErrorBody.parse(answer == null ? "" : answer.body());
        judged = answer == null || isTokenless() ? answer : judged(answer, body);
        boolean tunnel = answer != null
                && !answer.isSuccess()
                && "CONNECT".equals(exchange.request().method());
        // Whoever answers CONNECT is the proxy (RFC 9110, section 9.3.6).
        responder = answer == null
                ? Responder.UNKNOWN
                : tunnel
                        ? Responder.PROXY
                        : Responder.of(answer, body, url, !exchange.attempts().isEmpty());
        lowerMessage = body.message().toLowerCase(Locale.ROOT);
        due = answer == null || answer != judged ? null : Due.of(this, answer);
    }

    public Exchange exchange() {
        return exchange;
    }

    public SentRequest request() {
        return exchange.request();
    }

    public @Nullable Answered answer() {
        return answer;
    }

    /** The answer as the rules see it: a SCIM error under a success status counts with the status that it states. */
    public @Nullable Answered judged() {
        return judged;
    }

    /** The request URL taken apart, or null when it is not known. */
    public @Nullable ScimUrl url() {
        return url;
    }

    public ErrorBody body() {
        return body;
    }

    public Responder responder() {
        return responder;
    }

    /** Whether a success is what is due, or null when that is not known. */
    public @Nullable Due due() {
        return due;
    }

    /** Whether it is certain that no token was sent: no service then judges what a token may do. */
    boolean isTokenless() {
        return !exchange.attempts().isEmpty() && !exchange.request().headers().has("Authorization");
    }

    @Nullable
    TransportFault fault() {
        return fault;
    }

    /** What is known of the token that was used. */
    Set<TokenFact> tokenFacts() {
        return tokenFacts;
    }

    String lowerMessage() {
        return lowerMessage;
    }

    /** Some gateways answer 200 whatever the service said; the body then is all that is left of the failure. */
    private static Answered judged(Answered answer, ErrorBody body) {
        int stated = answer.isSuccess() ? body.errorStatus() : 0;
        return stated == 0 ? answer : new Answered(stated, answer.headers(), answer.body(), answer.truncated());
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
        return lowerMessage.contains("resource '")
                || Guid.PATTERN.matcher(lowerMessage).find();
    }

    /** Compiled on first use only. */
    private static final class Guid {
        static final Pattern PATTERN = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    }
}
