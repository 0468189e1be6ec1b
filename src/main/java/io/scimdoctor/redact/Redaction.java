package io.scimdoctor.redact;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
    private final BodyMask bodies;
    private final Masked masked = new Masked();
    private final Consumer<String> secretSeen;

    /** @param secretSeen is told every secret that is found, so that it can be searched for in whatever is written */
    public Redaction(Pseudonyms pseudonyms, Consumer<String> secretSeen) {
        this.secretSeen = secretSeen;
        texts = new TextMask(pseudonyms, LONGEST_TEXT);
        bodies = new BodyMask(texts, pseudonyms, masked, secretSeen);
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
        return bodies.body(cut(body));
    }

    /** Whether a header field carries a secret, so that no option may take its value. */
    public static boolean isSecretHeader(String name) {
        HeaderPolicy policy = HeaderPolicy.of(name);
        boolean sounds = policy == HeaderPolicy.UNKNOWN && NamedSecrets.isNamed(name);
        return sounds || policy == HeaderPolicy.SECRET || policy == HeaderPolicy.CREDENTIALS;
    }

    /** The exchange as it may be kept. */
    public SafeExchange exchange(Exchange raw) {
        SentRequest sent = raw.request();
        String url = sent.url();
        String method = sent.method();
        String body = sent.body();
        SentRequest request = new SentRequest(
                method == null ? null : texts.text(method),
                url == null ? null : url(url),
                headers(sent.headers()),
                body == null ? null : bodies.body(cut(body)));
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
            return new Answered(answer.status(), headers(answer.headers()), bodies.body(cut(answer.body())), truncated);
        }
        Unanswered unanswered = (Unanswered) raw;
        return new Unanswered(unanswered.fault(), texts.text(unanswered.detail()));
    }

    private static String cut(String body) {
        return body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body;
    }

    private List<Attempt> attempts(List<Attempt> raw) {
        List<Attempt> attempts = new ArrayList<>();
        for (Attempt attempt : raw) {
            attempts.add(new Attempt(
                    attempt.at(),
                    attempt.status(),
                    attempt.duration(),
                    attempt.retryAfter(),
                    optionalId(attempt.clientRequestId()),
                    optionalId(attempt.requestId())));
        }
        return attempts;
    }

    /** A GUID, a W3C trace parent or the like; the service never gives it another form. */
    private static String requestId(String id) {
        return id.isEmpty() || Identifier.SHAPE.matcher(id).matches() ? id : Redactor.MASK;
    }

    private static @Nullable String optionalId(@Nullable String id) {
        return id == null ? null : requestId(id);
    }

    private Trace trace(Trace raw) {
        String address = raw.address();
        String proxy = raw.proxy();
        String protocol = raw.tlsProtocol();
        String issuer = raw.tlsIssuer();
        return new Trace(
                address == null ? null : texts.text(address),
                proxy == null ? null : texts.url(proxy),
                protocol == null ? null : texts.text(protocol),
                issuer == null ? null : Redactor.typed(issuer),
                raw.phases());
    }

    /** Header fields as they may be kept. */
    public Headers headers(Headers raw) {
        List<Headers.Field> fields = new ArrayList<>();
        for (Headers.Field field : raw.fields()) {
            HeaderPolicy policy = HeaderPolicy.of(field.name());
            boolean shown = policy != HeaderPolicy.UNKNOWN || Words.allowed(field.name());
            String value = header(policy, field.value());
            if (!shown || !value.equals(field.value())) {
                masked.add(shown ? "header " + field.name() : "unknown header");
            }
            fields.add(new Headers.Field(shown ? field.name() : Redactor.MASK, value));
        }
        return new Headers(fields);
    }

    private String header(HeaderPolicy policy, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (policy) {
            case TEXT -> texts.text(value);
            case PRODUCT -> Products.shown(value, texts);
            case URL ->
                value.contains("://")
                        ? texts.url(value)
                        : texts.url("https://" + value).substring(8);
            case IDENTIFIER -> requestId(value);
            case REFERENCE -> Redactor.identifier(value);
            case DIAGNOSTIC -> diagnostic(value);
            case CREDENTIALS -> credentials(value);
            case SECRET -> secret(value);
            case UNKNOWN -> Redactor.MASK;
        };
    }

    /** The scheme stays: whether a token was sent, and how, decides the diagnosis. */
    private String credentials(String value) {
        String trimmed = value.trim();
        int space = trimmed.indexOf(' ');
        String scheme = space < 0 ? trimmed : trimmed.substring(0, space);
        if (!Words.allowed(scheme)) {
            return secret(trimmed);
        }
        return space < 0
                ? scheme
                : scheme + " " + secret(trimmed.substring(space + 1).trim());
    }

    private String secret(String value) {
        if (!value.equals(Redactor.MASK)) {
            secretSeen.accept(value);
            for (String pair : value.split(";\\s*")) {
                secretSeen.accept(pair.substring(pair.indexOf('=') + 1));
            }
        }
        return Redactor.MASK;
    }

    /** Graph's servers have names such as AM2PEPF0001BE1C, which lead its engineers to their logs. */
    private String diagnostic(String value) {
        JsonNode server = Json.readLeniently(value).node().path("ServerInfo");
        if (!server.isObject()) {
            return texts.text(value);
        }
        StringBuilder shown = new StringBuilder("{\"ServerInfo\":{");
        for (Map.Entry<String, JsonNode> entry : server.properties()) {
            if (Words.allowed(entry.getKey())) {
                shown.append(shown.charAt(shown.length() - 1) == '{' ? "" : ",")
                        .append('"')
                        .append(entry.getKey())
                        .append("\":\"")
                        .append(server(entry.getValue().asText()))
                        .append('"');
            }
        }
        return shown.append("}}").toString();
    }

    private String server(String value) {
        return Server.NAME.matcher(value.toUpperCase(Locale.ROOT)).matches() ? value : texts.text(value);
    }

    /** Compiled on first use only. */
    private static final class Identifier {
        static final Pattern SHAPE = Pattern.compile("(?=.*[0-9])[0-9a-fA-F]{1,40}(?:-[0-9a-fA-F]{1,40}){0,5}");
    }

    /** Compiled on first use only. */
    private static final class Server {
        static final Pattern NAME = Pattern.compile("[A-Z]{2,4}[0-9]{1,2}[A-Z]{0,2}PF[0-9A-F]{8}|[0-9A-F]{3}");
    }
}
