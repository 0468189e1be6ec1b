package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.JsonWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the error of an answer where a client prints it in its own way: {@code Code: … Message: …} of the Graph libraries,
 * a Python dictionary, a JavaScript object, {@code code: message} behind a status.
 */
final class PrintedError {
    /** Graph's own codes; a client's, such as {@code ECONNREFUSED}, tell of no answer. */
    private static final String CODE = "((?:Authorization|Authentication|Request|Directory|Service)_[A-Za-z]+"
            + "|InvalidAuthenticationToken|AuthenticationError|ResourceNotFound|itemNotFound|[aA]ccessDenied"
            + "|TooManyRequests|UnknownError|generalException|InternalServerError|[sS]erviceNotAvailable)";

    /** Between a name and its value: a colon, an equals sign, or PHP's arrow, with the quotes and brackets around. */
    private static final String IS = "['\"\\]]*\\s*(?:[:=]>?)\\s*";

    private static final Pattern NAMED = Pattern.compile("\\b[cC]ode" + IS + "['\"]?" + CODE + "\\b");
    private static final Pattern BARE = Pattern.compile("\\b" + CODE + ":\\s+([^\\r\\n]+)");
    private static final Pattern MESSAGE = Pattern.compile("\\b[mM]essage" + IS);
    private static final Pattern DETAIL = Pattern.compile("\\bdetail" + IS);
    private static final Pattern STATUS = Pattern.compile("\\bstatus" + IS + "['\"]?(\\d{3})\\b");

    private PrintedError() {}

    /** The error as the JSON that the service sends, as far as the text tells it; null when it tells none. */
    static @Nullable String body(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            return graph(named.group(1), said(MESSAGE, text, named.end()));
        }
        Matcher bare = BARE.matcher(text);
        if (bare.find()) {
            return graph(bare.group(1), bare.group(2));
        }
        return text.contains("messages:2.0:Error") ? scim(text) : null;
    }

    private static String said(Pattern name, String text, int from) {
        Matcher matcher = name.matcher(text);
        return matcher.find(from) ? value(text, matcher.end()) : "";
    }

    /** A quoted value, or the rest of the line; by hand, because a pattern for it overflows the stack on a long one. */
    private static String value(String text, int start) {
        char quote = start < text.length() ? text.charAt(start) : '\n';
        boolean quoted = quote == '\'' || quote == '"';
        StringBuilder value = new StringBuilder();
        for (int i = quoted ? start + 1 : start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted ? c == quote : c == '\n' || c == '\r') {
                break;
            }
            boolean escaped = quoted && c == '\\' && i + 1 < text.length();
            i = escaped ? i + 1 : i;
            value.append(text.charAt(i));
        }
        return value.toString().strip();
    }

    private static String graph(String code, String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("error").put("code", code).put("message", message);
        return JsonWriter.compactText(root);
    }

    private static String scim(String text) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        root.put("detail", said(DETAIL, text, 0));
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            root.put("status", status.group(1));
        }
        return JsonWriter.compactText(root);
    }
}
