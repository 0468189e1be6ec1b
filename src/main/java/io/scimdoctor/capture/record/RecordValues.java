package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the values that records give to the parts of a call, in each of the shapes that are usual for them. */
public final class RecordValues {
    private static final double FIRST_SECONDS = 1e8;
    private static final double FIRST_MILLIS = 1e11;
    private static final String[] HOSTS =
            "host authority RequestHost ClientRequestHost cs-host cs(Host) Host hostname domain".split(" ");

    private RecordValues() {}

    /** A text as it is, anything else as JSON, and null for nothing. */
    public static @Nullable String string(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return JsonWriter.compactText(node);
    }

    /** A time as a text, or in seconds since 1970 or in a thousandth, a millionth or a billionth of them. */
    public static @Nullable Instant time(String text) {
        try {
            double number = Double.parseDouble(text);
            double millis = number >= FIRST_MILLIS ? number : number * 1000;
            while (millis >= 1000 * FIRST_MILLIS) {
                millis /= 1000;
            }
            return number < FIRST_SECONDS ? null : Instant.ofEpochMilli((long) millis);
        } catch (NumberFormatException e) {
            return Times.parse(text);
        }
    }

    /** The URL that a value gives, together with what stands beside it; empty when it is none. */
    static String url(JsonNode value, JsonNode holder) {
        if (!value.isTextual()) {
            String whole = firstText(value, "raw", "full", "href", "original");
            return whole.isEmpty() && value.isObject() ? parts(value) : whole;
        }
        String url = value.textValue().trim();
        // Axios and others give the start of a URL on its own.
        String base = firstText(holder, "baseURL", "baseUrl", "prefixUrl");
        if (!url.contains("://") && base.contains("://") && !url.isEmpty()) {
            url = base.replaceFirst("/$", "") + (url.startsWith("/") ? "" : "/") + url;
        }
        String unknown = "https://" + Draft.UNKNOWN_HOST;
        boolean known = !url.startsWith(unknown + "/");
        return url.startsWith("/") ? joined(url, holder) : known ? url : url.substring(unknown.length());
    }

    /** A path with the host and the query that stand beside it. */
    private static String joined(String path, JsonNode holder) {
        String host = firstText(holder, HOSTS);
        String scheme = Texts.lower(firstText(holder, "scheme", "protocol").replaceFirst("^HTTP/.*|:", ""));
        String query = firstText(holder, "query", "search", "cs-uri-query");
        boolean named = host.indexOf('.') > 0 && (!holder.has("hostname") || !scheme.isEmpty());
        String front = named ? (scheme.isEmpty() ? "https" : scheme) + "://" + host : "";
        boolean asks = !query.isEmpty() && !query.equals("-") && path.indexOf('?') < 0;
        return front + path + (asks ? query.replaceFirst("^\\??", "?") : "");
    }

    /** Postman's URL in parts: {@code {"protocol", "host": [], "path": [], "query": [{"key", "value"}]}}. */
    private static String parts(JsonNode url) {
        String host = list(url.has("host") ? url.path("host") : url.path("domain"), ".");
        String path = list(url.path("path"), "/");
        if (host.isEmpty() && path.isEmpty()) {
            return "";
        }
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode pair : url.path("query")) {
            if (!pair.path("disabled").asBoolean()) {
                query.add(pair.path("key").asText() + "=" + pair.path("value").asText());
            }
        }
        if (url.path("query").isTextual()) {
            query.add(url.path("query").textValue());
        }
        String front = host.isEmpty() ? "" : url.path("protocol").asText("https") + "://" + host;
        return front + (path.startsWith("/") ? "" : "/") + path + query;
    }

    private static String list(JsonNode node, String separator) {
        return node.isTextual() ? node.textValue() : String.join(separator, Json.strings(node));
    }

    /** The first text under one of these names; empty without one. */
    static String firstText(JsonNode holder, String... names) {
        for (String name : names) {
            if (holder.path(name).isTextual()) {
                return holder.path(name).textValue();
            }
        }
        return "";
    }

    /** Fields as an object, an object of arrays, pairs in an array, names and values in turn, or lines of text. */
    public static void headers(JsonNode node, List<Headers.Field> fields) {
        if (node.path("headers").isArray()) {
            headers(node.path("headers"), fields);
        } else if (node.isTextual()) {
            node.textValue().lines().forEach(line -> Answers.header(fields, line));
        } else if (node.path(0).isTextual()) {
            for (int i = 0; i + 1 < node.size(); i += 2) {
                values(node.path(i).asText(), node.path(i + 1), fields);
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                JsonNode name = element.has("name") ? element.path("name") : element.path("key");
                values(
                        (element.isArray() ? element.path(0) : name).asText(),
                        element.isArray() ? element.path(1) : element.path("value"),
                        fields);
            }
        } else {
            node.properties().forEach(entry -> values(entry.getKey(), entry.getValue(), fields));
        }
    }

    private static void values(String name, JsonNode value, List<Headers.Field> fields) {
        if (name.startsWith(":") || !Texts.isFieldName(name)) {
            return;
        }
        for (JsonNode single : value.isArray() ? value : List.of(value)) {
            String text = string(single);
            fields.add(new Headers.Field(name, text == null ? "" : text));
        }
    }

    /** Adds a field unless there is nothing to say. */
    public static void add(List<Headers.Field> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.add(new Headers.Field(name, value));
        }
    }
}
