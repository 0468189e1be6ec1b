package io.scimdoctor.capture;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What the readers of HTTP messages as text share: start lines and header lines. */
public final class Answers {
    private static final LatePattern REQUEST =
            LatePattern.of("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT) (.+) HTTP/\\S*+");

    private static final LatePattern ADDRESS = LatePattern.of("\\[[\\p{XDigit}.]*+:[\\p{XDigit}:.]*+]");

    private Answers() {}

    /** Takes a status line into a draft. */
    public static void start(Draft draft, String statusLine) {
        draft.status = Texts.statusLine(statusLine);
        boolean redirect = draft.status >= 300 && draft.status < 400 && draft.status != 304;
        boolean tunnel = draft.status == 200 && Texts.containsIgnoringCase(statusLine, "connection established");
        draft.interim = draft.status < 200 || redirect || tunnel || draft.status == 407;
    }

    /** Adds a header line; a line that is none is left out. */
    public static void header(List<Headers.Field> fields, String line) {
        int colon = line.indexOf(':', 1);
        if (colon > 0 && Texts.isFieldName(line.substring(0, colon).trim())) {
            String value = line.substring(colon + 1).trim();
            // Java prints the values of a field as a list; in a host, brackets hold an address.
            boolean list = value.startsWith("[")
                    && value.endsWith("]")
                    && !ADDRESS.matcher(value).matches();
            fields.add(new Headers.Field(
                    line.substring(0, colon).trim(), list ? value.substring(1, value.length() - 1) : value));
        }
    }

    /** The URL of a request line's target and the Host field. */
    public static String url(String target, List<Headers.Field> fields, String scheme) {
        return new Headers(fields)
                .first("host")
                .filter(host -> target.startsWith("/"))
                .map(host -> scheme + "://" + host + target)
                .orElse(target);
    }

    /** A draft with the request of a line such as {@code GET /rp/scim/users HTTP/1.1}, or null for other lines. */
    public static @Nullable Draft request(String line) {
        Matcher request = REQUEST.matcher(line);
        if (!request.matches()) {
            return null;
        }
        Draft draft = new Draft();
        draft.method = request.group(1);
        draft.url = request.group(2).trim();
        return draft;
    }
}
