package io.scimdoctor.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one exchange of a run back. */
final class ExchangeReader {
    private static final Pattern SOURCE = Pattern.compile("(.*?:[0-9]+)(?: (.*))?");

    private ExchangeReader() {}

    static RunCall call(JsonNode node, Redaction redaction) {
        String at = RunReader.text(node.path("startedAt"));
        Exchange exchange = new Exchange(
                request(node.path("request")),
                outcome(node),
                attempts(node.path("attempts")),
                at == null ? null : Instant.parse(at),
                trace(node.path("route"), node.path("phases")));
        List<String> alternatives = new ArrayList<>();
        for (JsonNode alternative : node.path("alternatives")) {
            String id = RunReader.slug(alternative);
            if (id != null) {
                alternatives.add(id);
            }
        }
        String source = RunReader.text(node.path("source"));
        return new RunCall(
                RunReader.identifier(node.path("id")),
                source == null ? null : source(source),
                redaction.exchange(exchange),
                node.path("billable").asText().equals("yes"),
                RunReader.slug(node.path("finding")),
                alternatives);
    }

    /** A file's name with a place in it, and perhaps what the capture calls the exchange. */
    private static String source(String source) {
        Matcher parts = SOURCE.matcher(source);
        if (!parts.matches()) {
            return Redactor.fileName(source);
        }
        String place = Redactor.fileName(parts.group(1));
        String id = parts.group(2);
        return id == null ? place : place + " " + Redactor.identifier(id);
    }

    private static SentRequest request(JsonNode node) {
        return new SentRequest(
                RunReader.text(node.path("method")),
                RunReader.text(node.path("url")),
                headers(node.path("headers")),
                RunReader.text(node.path("body")));
    }

    private static Outcome outcome(JsonNode node) {
        String fault = RunReader.text(node.path("fault"));
        if (fault != null) {
            String detail = node.path("faultDetail").asText();
            return new Unanswered(Json.constant(TransportFault.class, node.path("fault")), detail);
        }
        return new Answered(
                node.path("status").asInt(),
                headers(node.path("headers")),
                node.path("body").asText(),
                node.path("truncated").asBoolean());
    }

    private static Headers headers(JsonNode nodes) {
        List<Headers.Field> fields = new ArrayList<>();
        for (JsonNode node : nodes) {
            fields.add(new Headers.Field(
                    node.path("name").asText(), node.path("value").asText()));
        }
        return new Headers(fields);
    }

    private static List<Attempt> attempts(JsonNode nodes) {
        List<Attempt> attempts = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode status = node.path("status");
            Duration taken = millis(node.path("durationMs"));
            attempts.add(new Attempt(
                    Instant.parse(node.path("at").asText()),
                    status.isNumber() ? Integer.valueOf(status.intValue()) : null,
                    taken == null ? Duration.ZERO : taken,
                    millis(node.path("retryAfterMs")),
                    RunReader.text(node.path("clientRequestId")),
                    RunReader.text(node.path("requestId"))));
        }
        return attempts;
    }

    private static Trace trace(JsonNode route, JsonNode phases) {
        return new Trace(
                RunReader.text(route.path("address")),
                RunReader.text(route.path("proxy")),
                RunReader.text(route.path("tlsProtocol")),
                RunReader.text(route.path("tlsIssuer")),
                new Trace.Phases(
                        millis(phases.path("resolveMs")),
                        millis(phases.path("connectMs")),
                        millis(phases.path("tlsMs")),
                        millis(phases.path("firstByteMs")),
                        millis(phases.path("totalMs"))));
    }

    private static @Nullable Duration millis(JsonNode node) {
        return node.isNumber() ? Duration.ofMillis(node.longValue()) : null;
    }
}
