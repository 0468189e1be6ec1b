package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Undoes what records do to the body of a message: escaping, base64, bytes as numbers, objects around the text. */
public final class RecordBody {
    private static final int MOST_OBJECTS = 50;
    /** JSON and markup begin with these characters in base64. */
    private static final LatePattern ENCODED = LatePattern.of("(?s)(?:ey|ew|PCF|PGh)[^. ]{13,}+");

    private static final int MOST_LAYERS = 3;

    private static final Sieve SAID = new Sieve(
            Resource.patterns(RecordBody.class, "text/printed.patterns").get("SAID"));

    private RecordBody() {}

    /** What an answer said, where a record tells it without its JSON; empty for anybody else's words. */
    public static String saidIn(String text) {
        Matcher said = SAID.in(text, 0);
        int from = said == null ? text.length() : said.start(2);
        return from < 0 ? "{\"error\":{\"code\":\"" + text + "\"}}" : text.substring(from);
    }

    /** The text that a value stands for: itself, what an object holds as {@code text}, or its JSON. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return plain(value.textValue());
        }
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        // MockServer keeps it beside its kind.
        if (value.path("json").isContainerNode()) {
            return JsonWriter.compactText(value.path("json"));
        }
        for (String name : new String[] {"text", "content", "raw", "data", "body", "string"}) {
            JsonNode inner = value.path(name);
            if (inner.isTextual()) {
                boolean encoded = value.path("encoding").asText().equalsIgnoreCase("base64");
                String text = encoded ? decoded(inner.textValue()) : null;
                return text != null ? text : plain(inner.textValue());
            }
        }
        JsonNode bytes = value.isArray() ? value : value.path("data");
        boolean numbers = bytes.isArray() && bytes.path(0).isIntegralNumber() && (value.isArray() || value.has("type"));
        return numbers ? ofBytes(bytes) : JsonWriter.compactText(value);
    }

    private static String ofBytes(JsonNode numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(numbers.size());
        for (JsonNode number : numbers) {
            bytes.write(number.asInt());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A text without the escaping or the base64 that hides JSON in it; any other text as it is. */
    public static String plain(String text) {
        String inner = text;
        for (int i = 0; i < MOST_LAYERS; i++) {
            String next = unwrapped(inner.strip());
            if (next == null) {
                break;
            }
            inner = next;
        }
        return inner;
    }

    /** What stands within one layer, or null when the text is none. */
    private static @Nullable String unwrapped(String text) {
        boolean quoted = text.startsWith("\"{") && text.endsWith("}\"");
        if (quoted || text.startsWith("{\\\"")) {
            JsonNode inner =
                    Json.readLeniently(quoted ? text : '"' + text + '"').node();
            return inner.isTextual() && isMarkup(inner.textValue()) ? inner.textValue() : null;
        }
        String decoded = ENCODED.matcher(text).matches() ? decoded(text) : null;
        return decoded != null && isMarkup(decoded) ? decoded : null;
    }

    private static boolean isMarkup(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("<");
    }

    private static @Nullable String decoded(String base64) {
        byte[] bytes = bytes(base64);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a text in base64 stands for; null when it is none. */
    public static byte @Nullable [] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The error that stands as JSON somewhere in a text, escaped or not, or null. */
    public static @Nullable String errorIn(String text) {
        if (!text.contains("\"error") && !text.contains(":Error\"") && !text.contains(":Error\\\"")) {
            return null;
        }
        int at = text.indexOf('{');
        for (int i = 0; at >= 0 && i < MOST_OBJECTS; i++) {
            int end = Json.end(text, at);
            String object = plain(end > 0 ? text.substring(at, end) : text.substring(at));
            JsonNode node = Json.readLeniently(object).node();
            if (BodyShape.of(node) == BodyShape.ERROR) {
                return object;
            }
            at = text.indexOf('{', at + 1);
        }
        return null;
    }
}
