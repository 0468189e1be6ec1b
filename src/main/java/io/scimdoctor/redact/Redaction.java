package io.scimdoctor.redact;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes an exchange fit to be kept and handed on. What support needs stays: method, URL, status, codes, sentences of the
 * service, times, and the ids of requests and objects. Secrets vanish, and personal values become pseudonyms. To do it
 * twice changes nothing.
 */
public final class Redaction {
    /** The characters of a body that are kept; what follows is cut off, and the exchange says so. */
    public static final int LONGEST_BODY = 64 * 1024;

    private static final int LONGEST_TEXT = 8 * 1024;

    private final TextMask texts;
    private final ValueMask values;
    private final BodyMask bodies;
    private final Masked masked = new Masked();

    /** @param secretSeen is told every secret that is found, so that it can be searched for in whatever is written */
    public Redaction(Pseudonyms pseudonyms, Consumer<String> secretSeen) {
        texts = new TextMask(pseudonyms, LONGEST_TEXT);
        values = new ValueMask(texts, pseudonyms, secretSeen);
        bodies = new BodyMask(values, masked);
    }

    /** What was masked so far. */
    public Masked masked() {
        return masked;
    }

    /** A sentence from outside. */
    public String text(String text) {
        return texts.text(text);
    }

    /** A body as it may be kept; the secrets in it become known. */
    public String body(String body) {
        return bodies.body(Beginning.of(body, LONGEST_BODY));
    }

    /** Whether a header field carries a secret, so that no option may take its value. */
    public static boolean isSecretHeader(String name) {
        Policy policy = Policy.ofHeader(name);
        boolean sounds = policy == Policy.UNKNOWN && Redactor.namesSecret(name);
        return sounds || policy == Policy.SECRET || policy == Policy.CREDENTIALS;
    }

    /** Whether what was masked in a place, such as {@code field password}, was a secret and nothing personal. */
    public static boolean isSecretPlace(String place) {
        String name = place.substring(place.indexOf(' ') + 1);
        return place.startsWith("header ")
                ? isSecretHeader(name)
                : place.startsWith("field ") && Policy.ofField(name) == Policy.SECRET;
    }

    /** The exchange as it may be kept. */
    public SafeExchange exchange(Exchange raw) {
        SentRequest sent = raw.request();
        SentRequest request = new SentRequest(
                shown(sent.method(), texts::text),
                shown(sent.url(), this::url),
                headers(sent.headers()),
                shown(sent.body(), this::body));
        return new SafeExchange(
                new Exchange(request, outcome(raw.outcome()), attempts(raw.attempts()), raw.at(), trace(raw.trace())));
    }

    private String url(String url) {
        String shown = texts.url(url);
        if (!shown.equals(url)) {
            masked.add("url");
        }
        return shown;
    }

    private Outcome outcome(Outcome raw) {
        if (raw instanceof Answered answer) {
            boolean truncated = answer.truncated() || answer.body().length() > LONGEST_BODY;
            return new Answered(answer.status(), headers(answer.headers()), body(answer.body()), truncated);
        }
        Unanswered unanswered = (Unanswered) raw;
        return new Unanswered(unanswered.fault(), texts.text(unanswered.detail()));
    }

    private List<Attempt> attempts(List<Attempt> raw) {
        return raw.stream()
                .map(attempt -> new Attempt(
                        attempt.at(),
                        attempt.status(),
                        attempt.duration(),
                        attempt.retryAfter(),
                        id(attempt.clientRequestId()),
                        id(attempt.requestId())))
                .toList();
    }

    private @Nullable String id(@Nullable String id) {
        return id == null || id.isEmpty() ? id : values.shown(Policy.IDENTIFIER, id);
    }

    private Trace trace(Trace raw) {
        return new Trace(
                shown(raw.address(), texts::text),
                shown(raw.proxy(), texts::url),
                shown(raw.tlsProtocol(), texts::text),
                shown(raw.tlsIssuer(), Redactor::typed),
                raw.phases());
    }

    private static @Nullable String shown(@Nullable String text, UnaryOperator<String> mask) {
        return text == null ? null : mask.apply(text);
    }

    /** Header fields as they may be kept. */
    public Headers headers(Headers raw) {
        List<Headers.Field> fields = new ArrayList<>();
        for (Headers.Field field : raw.fields()) {
            Policy policy = Policy.ofHeader(field.name());
            boolean shown = policy != Policy.UNKNOWN || Words.allowed(field.name());
            String value = header(policy, field.value());
            if (!shown || !value.equals(field.value())) {
                masked.add(shown ? "header " + field.name() : "unknown header");
            }
            fields.add(new Headers.Field(shown ? field.name() : Redactor.MASK, value));
        }
        return new Headers(fields);
    }

    private String header(Policy policy, String value) {
        return value.isEmpty() ? value : policy == Policy.UNKNOWN ? Redactor.MASK : values.shown(policy, value);
    }
}
