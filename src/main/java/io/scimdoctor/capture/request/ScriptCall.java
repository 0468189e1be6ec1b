package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The request of a call in a program: fetch, axios, got, ky, $.ajax, k6 and Angular's http, Python's requests and httpx. */
final class ScriptCall {
    private static final LatePattern CALL = LatePattern.of(RequestScan.FORMS.get("CALL"));

    private static final Set<String> LIBRARIES = Set.of("fetch", "axios", "got", "ky", "$.ajax", "requests", "httpx");

    private final Literal literal;
    private final Sent sent;
    private final List<JsonNode> values = new ArrayList<>();
    private JsonNode options = MissingNode.getInstance();

    private ScriptCall(String text, int at, Names names) {
        this.literal = new Literal(text, at, names);
        this.sent = new Sent(names);
    }

    /** The call whose name stands in a part of the text, or null when there is none. */
    static @Nullable Sent find(String text, int from, int to, Names names) {
        Matcher matcher = CALL.matcher(text).region(from, to);
        while (matcher.find()) {
            ScriptCall call = new ScriptCall(text, matcher.end(), names);
            String owner = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
            Sent sent = call.read(owner, matcher.group(3));
            if (sent != null) {
                return sent;
            }
        }
        return null;
    }

    private @Nullable Sent read(String owner, @Nullable String function) {
        boolean python = owner.equals("requests") || owner.equals("httpx");
        // What else a session sends is told elsewhere.
        sent.added = !LIBRARIES.contains(owner);
        values.addAll(literal.arguments(sent));
        sent.end = literal.at();
        boolean named = "request".equals(function)
                && values.size() > 1
                && !values.get(1).isObject();
        if (function != null && !function.equals("request")) {
            sent.method(function.equals("del") ? "delete" : function);
        } else if (named) {
            sent.method(values.remove(0).asText());
        }
        arguments(!python && function != null && "postputpatch".contains(function));
        String url = sent.draft.url;
        boolean target = url != null && (Texts.isUrl(url) || url.startsWith("/") || url.startsWith("{"));
        return target ? sent : null;
    }

    /** A URL, perhaps content, and an object with the rest; or the object alone. */
    private void arguments(boolean content) {
        JsonNode first = values.isEmpty() ? MissingNode.getInstance() : values.get(0);
        if (first.isObject()) {
            options = first;
        } else {
            sent.urlUnlessKnown(first.asText());
            JsonNode last = values.size() > 1 ? values.get(values.size() - 1) : MissingNode.getInstance();
            options = content && values.size() < 3 ? options : last;
            if (content && values.size() > 1) {
                sent.take("json", values.get(1), false);
            }
        }
        options.properties().forEach(option -> sent.take(option.getKey(), option.getValue(), false));
        if (options.isTextual()) {
            sent.skips("the header fields");
        }
    }
}
