package io.scimdoctor.capture;

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
    private static final Pattern MESSAGE = value("[mM]essage");
    private static final Pattern DETAIL = value("detail");
    private static final Pattern STATUS = Pattern.compile("\\bstatus" + IS + "['\"]?(\\d{3})\\b");

    private PrintedError() {}

    /** A quoted value, or the rest of the line. */
    private static Pattern value(String name) {
        return Pattern.compile("\\b" + name + IS
                + "(?:'((?:[^'\\\\]|\\\\.){0,4000})'|\"((?:[^\"\\\\]|\\\\.){0,4000})\"|([^\\r\\n]*))");
    }

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

    private static String said(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(from)) {
            return "";
        }
        String single = matcher.group(1);
        String quoted = single == null ? matcher.group(2) : single;
        return quoted == null ? matcher.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1");
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
