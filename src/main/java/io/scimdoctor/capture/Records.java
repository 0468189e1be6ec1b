package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.text.FaultWords;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.capture.text.Times;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns single JSON values (HAR entries, flat exchanges, log rows, lines of own runs, bare bodies) into exchanges. */
public final class Records {
    private static final String UNKNOWN_HOST = "https://unknown.invalid";

    private static final long LONGEST_CALL = Duration.ofDays(1).toMillis();

    private final ExchangeOutlet outlet;

    public Records(ExchangeOutlet outlet) {
        this.outlet = outlet;
    }

    /** Reads one line of its capture; an empty one holds nothing. */
    public void line(long number, String line) {
        String text = Texts.withoutMark(line);
        if (!text.isBlank()) {
            text(number, text);
        }
    }

    /** Reads one value that stands at an index of its capture. */
    public void text(long index, String text) {
        JsonNode node;
        try {
            node = Json.read(text);
        } catch (IOException e) {
            outlet.unreadable(index, text.stripLeading().startsWith("{") ? "this is broken JSON" : "this is not JSON");
            return;
        }
        if (!node.isObject()) {
            outlet.unreadable(index, "this is not a JSON object");
            return;
        }
        FieldMap fields = outlet.hints().fields();
        if (fields.isEmpty()) {
            try {
                object(index, node, text);
            } catch (IOException e) {
                outlet.unreadable(index, "this is damaged");
            }
        } else {
            mapped(index, fields.read(node));
        }
    }

    private void mapped(long index, Draft draft) {
        if (draft.hasOutcome() || has(draft.body)) {
            outlet.exchange(index, draft);
        } else {
            outlet.unreadable(index, "this holds no status under the name that --field gives");
        }
    }

    private void guess(long index, JsonNode node) {
        FieldMap guess = FieldMap.guess(node);
        if (guess == null) {
            outlet.unreadable(index, "this JSON object holds no status and no error of a known form");
        } else {
            outlet.guessed(guess);
            outlet.exchange(index, guess.read(node));
        }
    }

    private void object(long index, JsonNode node, String text) throws IOException {
        Intake intake = new Intake(outlet).at(index);
        if (intake.record(node)) {
            return;
        }
        if (isExchange(node)) {
            outlet.unreadable(index, "this holds neither a status nor a network failure that is known");
        } else if (isBody(node)) {
            Draft draft = new Draft();
            draft.body = text;
            intake.exchange(draft);
        } else if (!(node.has("schemaVersion") && node.has("type"))) {
            // Other lines of an own run, such as its summary, hold no exchange.
            guess(index, node);
        }
    }

    /** The records that are known so far. */
    public static final class Known implements Form<JsonNode> {
        @Override
        public String name() {
            return "a record of an exchange";
        }

        @Override
        public boolean matches(JsonNode node) {
            return isExchange(node);
        }

        @Override
        public void read(JsonNode node, Intake intake) {
            if (ActivityRow.matches(node)) {
                intake.exchange(ActivityRow.read(node));
                return;
            }
            Draft draft;
            if (node.path("request").isObject() && node.path("response").isObject()) {
                draft = entry(node);
            } else {
                draft = node.path("exchange").isObject() ? own(node.path("exchange"), node) : flat(node);
            }
            if (draft.hasOutcome() || has(draft.body) || node.has("status")) {
                intake.exchange(draft);
            }
        }
    }

    private void finish(long index, Draft draft, JsonNode node) {
        if (draft.hasOutcome() || has(draft.body) || node.has("status")) {
            outlet.exchange(index, draft);
        } else {
            outlet.unreadable(index, "this holds neither a status nor a network failure that is known");
        }
    }

    private static boolean has(String body) {
        return !body.isEmpty();
    }

    /** Whether a whole document is one exchange rather than the body of one. */
    public static boolean isExchange(JsonNode node) {
        return ActivityRow.matches(node)
                || (node.path("request").isObject() && node.path("response").isObject())
                || node.path("exchange").isObject()
                || isFlat(node);
    }

    private static boolean isFlat(JsonNode node) {
        boolean surrounded = node.has("headers")
                || node.has("body")
                || node.path("request").isObject()
                || (node.has("method") && node.has("url"));
        if (node.has("status") || node.has("statusCode")) {
            return surrounded || !isDocument(node);
        }
        return surrounded && (node.path("error").isTextual() || node.has("fault"));
    }

    private static boolean isDocument(JsonNode node) {
        return isBody(node) || node.has("detail") || node.has("title") || node.has("message");
    }

    private static boolean isBody(JsonNode node) {
        return node.has("schemas") || node.has("error") || node.has("odata.error") || node.has("error_description");
    }

    static Draft flat(JsonNode node) {
        Draft draft = new Draft();
        boolean nested = node.path("request").isObject();
        JsonNode request = nested ? node.path("request") : node;
        draft.method = string(request.path("method"));
        draft.url = string(request.path("url"));
        if (nested) {
            headers(request.path("headers"), draft.requestHeaders);
            draft.requestBody = string(request.path("body"));
        }
        return answer(draft, node, node);
    }

    private static Draft entry(JsonNode node) {
        Draft draft = new Draft();
        JsonNode request = node.path("request");
        String method = string(request.path("method"));
        draft.method = "UNKNOWN".equals(method) ? null : method;
        draft.url = called(string(request.path("url")));
        headers(request.path("headers"), draft.requestHeaders);
        String posted = string(request.path("postData").path("text"));
        draft.requestBody = posted != null ? posted : string(request.path("body"));
        return answer(draft, node, node.path("response"));
    }

    /** An exported run names a host that cannot be where none was known: a HAR needs one. */
    private static @Nullable String called(@Nullable String url) {
        if (url == null || !url.startsWith(UNKNOWN_HOST)) {
            return url;
        }
        String path = url.substring(UNKNOWN_HOST.length());
        return path.equals("/") ? null : path;
    }

    private static Draft answer(Draft draft, JsonNode node, JsonNode response) {
        draft.id = string(first(node, "id", "_id"));
        draft.status = status(first(response, "status", "statusCode"));
        headers(response.path("headers"), draft.headers);
        JsonNode content = response.path("content");
        String body = content.isObject() ? string(content.path("text")) : string(response.path("body"));
        draft.body = body == null ? "" : body;
        if (content.path("encoding").asText().equalsIgnoreCase("base64")) {
            draft.body = decoded(draft.body);
        }
        draft.truncated = response.path("truncated").isBoolean()
                && response.path("truncated").booleanValue();
        draft.at = Times.parse(string(first(node, "startedAt", "startedDateTime")));
        draft.duration = duration(first(node, "durationMs", "time"));
        if (draft.status == Draft.UNKNOWN) {
            fault(draft, node, response);
        }
        return draft;
    }

    /** In milliseconds, with decimals in a HAR; zero and less say that nothing was measured. */
    private static @Nullable Duration duration(JsonNode node) {
        boolean known = node.isNumber() && node.doubleValue() > 0 && node.doubleValue() < LONGEST_CALL;
        return known ? Duration.ofMillis(Math.round(node.doubleValue())) : null;
    }

    private static void fault(Draft draft, JsonNode node, JsonNode response) {
        for (JsonNode place : List.of(response, node)) {
            for (String key : List.of("fault", "_error", "error", "_errorMessage", "statusText")) {
                String text = string(place.path(key));
                TransportFault fault = text == null ? null : FaultWords.named(text);
                if (fault != null) {
                    draft.unanswered(fault, "the capture records " + fault.slug());
                    return;
                }
            }
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    /** One request of an own check run. */
    void ownRequest(long index, JsonNode node) {
        finish(index, own(node, node), node);
    }

    private static Draft own(JsonNode exchange, JsonNode holder) {
        Draft draft = answer(new Draft(), exchange, exchange);
        draft.method = string(exchange.path("method"));
        draft.url = string(exchange.path("url"));
        JsonNode source = holder.path("source");
        draft.id = string(source.isObject() ? source.path("id") : exchange.path("id"));
        add(draft.headers, "request-id", string(exchange.path("requestId")));
        add(draft.headers, "client-request-id", string(exchange.path("clientRequestId")));
        add(draft.headers, "x-ms-ags-diagnostic", string(exchange.path("diagnostic")));
        draft.at = firstTime(
                string(exchange.path("startedAt")),
                string(exchange.path("attempts").path(0).path("at")),
                string(exchange.path("serverDate")));
        return draft;
    }

    private static @Nullable Instant firstTime(@Nullable String... texts) {
        for (String text : texts) {
            Instant time = Times.parse(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    public static void add(List<Headers.Field> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.add(new Headers.Field(name, value));
        }
    }

    private static JsonNode first(JsonNode node, String name, String otherName) {
        return node.has(name) ? node.path(name) : node.path(otherName);
    }

    static int status(JsonNode node) {
        return node.isTextual() || node.isNumber()
                ? Texts.leadingStatus(node.asText().trim())
                : Draft.UNKNOWN;
    }

    /** A text as it is, anything else as JSON, and null for nothing. */
    static @Nullable String string(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return JsonWriter.compactText(node);
    }

    /** Fields as an object, as an object of arrays, or as an array of names and values. */
    static void headers(JsonNode node, List<Headers.Field> fields) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                values(entry.getKey(), entry.getValue(), fields);
            }
        }
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            JsonNode name = element.isArray() ? element.path(0) : element.path("name");
            if (name.isTextual()) {
                values(name.textValue(), element.isArray() ? element.path(1) : element.path("value"), fields);
            }
        }
    }

    private static void values(String name, JsonNode value, List<Headers.Field> fields) {
        if (name.startsWith(":")) {
            return;
        }
        for (JsonNode single : value.isArray() ? value : List.of(value)) {
            String text = string(single);
            fields.add(new Headers.Field(name, text == null ? "" : text));
        }
    }
}
