package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.scim.ScimUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** A request while it is put together from what a script says of it, and what the script leaves open. */
final class Sent {
    final Draft draft;
    private final Names names;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private String query = "";
    /** Whether the tool itself adds header fields, such as the token. */
    boolean added;

    /** The position behind what was read. */
    int end;

    Sent(Names names) {
        this(new Draft(), names);
    }

    Sent(Draft draft, Names names) {
        this.draft = draft;
        this.names = names;
    }

    void urlUnlessKnown(String url) {
        boolean target = url.contains("://") || url.startsWith("/") || url.startsWith("{");
        draft.url = draft.url == null && target ? url : draft.url;
    }

    void method(String method) {
        draft.method = method.toUpperCase(Locale.ROOT);
    }

    void methodUnlessKnown(String method) {
        draft.method = draft.method == null ? method : draft.method;
    }

    void header(String name, String value) {
        draft.requestHeaders.add(new Headers.Field(name, value));
    }

    /** A field that is sent unless another value is given for it. */
    void headerUnlessKnown(String name, String value) {
        defaults.put(name, value);
    }

    /** Takes what a parameter, an argument or a member of that name says; other names say nothing of the request. */
    void take(String name, JsonNode value, boolean hole) {
        switch (Texts.lower(name)) {
            case "uri", "url" -> draft.url = value.asText();
            case "method", "custommethod", "type" -> method(value.asText());
            case "headers" -> headers(value);
            case "json" -> {
                body(value, hole);
                headerUnlessKnown("Content-Type", "application/json");
            }
            case "body", "data", "content" -> body(value, hole);
            case "contenttype" -> header("Content-Type", value.asText());
            case "infile" -> skips("the body");
            case "token" -> header("Authorization", "Bearer " + value.asText());
            case "params", "searchparams" -> query(value);
            default -> {}
        }
    }

    private void query(JsonNode table) {
        StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
        table.properties()
                .forEach(one ->
                        joined.add(one.getKey() + "=" + encoded(one.getValue().asText())));
        query = joined.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Takes header fields out of an object; a variable instead of one leaves them open. */
    private void headers(JsonNode table) {
        table.properties()
                .forEach(field -> header(field.getKey(), field.getValue().asText()));
        if (!table.isObject() && !table.isNull()) {
            skips("the header fields");
        }
    }

    /** Takes a body; one with a variable in the place of a value leaves it open. */
    private void body(JsonNode body, boolean hole) {
        if (hole) {
            skips("the body");
        } else if (!body.isNull()) {
            String text = body.isTextual() ? body.textValue() : JsonWriter.compactText(body);
            draft.requestBody = draft.requestBody == null ? text : draft.requestBody + "&" + text;
        }
    }

    /** Names a part of the request that could not be looked at. */
    void skips(String part) {
        skipped.add(part);
    }

    private void skips(boolean open, String part) {
        skipped.addAll(open ? Set.of(part) : Set.of());
    }

    boolean isKnown() {
        return draft.url != null;
    }

    /** A body out of a file or a variable is not looked into; whoever adds what the text does not show is not told of it. */
    RequestText.Placed placed(int line) {
        String body = draft.requestBody;
        if (body != null && (body.startsWith("@") || body.equals("-") || ShellWords.isBlank(body))) {
            skips("the body");
            body = null;
        }
        defaults.forEach((name, value) -> {
            if (draft.requestHeaders.stream().noneMatch(field -> field.name().equalsIgnoreCase(name))) {
                header(name, value);
            }
        });
        String method = draft.method != null ? draft.method : body == null ? "GET" : "POST";
        String url = draft.url != null && draft.url.indexOf('?') < 0 ? draft.url + query : draft.url;
        ScimUrl target = ScimUrl.parse(String.valueOf(url));
        skips(draft.partial, "the header fields");
        skips(target.isOpen(), "the path");
        skips(target.parameters().stream().anyMatch(one -> ScimUrl.isPlaceholder(one.rawName())), "the query");
        SentRequest request = new SentRequest(method, url, new Headers(draft.requestHeaders), body);
        return new RequestText.Placed(
                line, request, skipped.isEmpty() && !added, names.takeUnknown(), new ArrayList<>(skipped));
    }
}
