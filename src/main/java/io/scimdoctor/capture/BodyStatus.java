package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the status code of a body that was captured without its head. */
public final class BodyStatus {
    /** {@code <title>502 Bad Gateway</title>}, Tomcat's {@code <title>HTTP Status 500}, and {@code HTTP Error 400. …}. */
    private static final Pattern HTML =
            Pattern.compile("(?:<title>\\s*+(?:http status )?|http error )([1-5]\\d\\d)\\b", Pattern.CASE_INSENSITIVE);

    private BodyStatus() {}

    /** The status code that the body tells or that its error usually comes with, or 0 when it leaves it open. */
    public static int guess(String body) {
        int stated = of(body);
        return stated != Draft.UNKNOWN ? stated : ErrorBody.parse(body).usualStatus();
    }

    /** The status code that the body tells itself, or 0. */
    static int of(String body) {
        String text = body.trim();
        if (text.startsWith("{")) {
            JsonNode root = Json.readLeniently(text).node();
            int own = stated(root);
            JsonNode error = root.path("error");
            String page = error.path("message").asText();
            int inner = page.startsWith("<") ? ofHtml(page) : own(error.path("status"));
            return own != Draft.UNKNOWN ? own : inner;
        }
        return text.startsWith("<") ? ofHtml(text) : Draft.UNKNOWN;
    }

    /** The status that an object states itself, as SCIM, as a framework or as a database names it, or 0. */
    static int stated(JsonNode root) {
        return Math.max(own(root.path("status")), Math.max(own(root.path("statusCode")), own(root.path("error"))));
    }

    public static int own(JsonNode status) {
        return status.isTextual() || status.isIntegralNumber()
                ? Texts.leadingStatus(status.asText().trim())
                : Draft.UNKNOWN;
    }

    private static int ofHtml(String text) {
        Matcher status = HTML.matcher(text.substring(0, Math.min(text.length(), 8000)));
        return status.find() ? Texts.leadingStatus(status.group(1)) : Draft.UNKNOWN;
    }
}
