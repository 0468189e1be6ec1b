package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's body says, whichever shape it has and however damaged it arrived.
 *
 * @param shape the form that was recognised
 * @param message the sentence for a person: SCIM detail, Graph message, error description or the text itself, with white
 *     space folded
 * @param codes Graph codes, scimType, OAuth error and AADSTS numbers, as written
 * @param json the tree, or a missing node when the body is no JSON
 */
public record ErrorBody(Shape shape, String message, List<String> codes, JsonNode json) {
    /** So much of a body is read; what a longer one holds is not known. */
    public static final int MAX_READ = 200_000;

    private static final String AADSTS = "AADSTS";

    /** Behind these stands a number: in the sentence, its fields, its link, and as login libraries name it. */
    private static final List<String> NUMBER_MARKS = List.of(
            AADSTS,
            "error_codes",
            "/error?code=",
            "invalid_client:",
            "invalid_grant:",
            "invalid_request:",
            "temporarily_unavailable:",
            "unauthorized_client:");

    public ErrorBody {
        codes = List.copyOf(codes);
    }

    /** Reads any body; never fails. */
    public static ErrorBody parse(String body) {
        String text = strip(body);
        if (text.isEmpty()) {
            return new ErrorBody(Shape.EMPTY, "", List.of(), MissingNode.getInstance());
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return json(text);
        }
        if (first == '<') {
            return new ErrorBody(Shape.HTML, plain(text), aadsts(text), MissingNode.getInstance());
        }
        return new ErrorBody(Shape.TEXT, fold(text), aadsts(text), MissingNode.getInstance());
    }

    /** Graph's request id inside {@code innerError}, or null. */
    public @Nullable String innerRequestId() {
        return inner("request-id");
    }

    /** The caller's own id as Graph repeats it inside {@code innerError}, or null. */
    public @Nullable String innerClientRequestId() {
        return inner("client-request-id");
    }

    /** Graph's time inside {@code innerError}, or null. */
    public @Nullable String innerDate() {
        return inner("date");
    }

    /** The failing status that a SCIM error states (RFC 7644, section 3.12), or 0 when the body is no such error. */
    public int errorStatus() {
        JsonNode status = json.path("status");
        if (shape != Shape.SCIM || status.asText().length() != 3 || !isError(json)) {
            return 0;
        }
        int stated = status.asInt(0);
        return stated >= 400 && stated < 600 ? stated : 0;
    }

    /** A top-level text field, such as {@code trace_id}, or null. */
    public @Nullable String field(String name) {
        JsonNode value = json.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    private @Nullable String inner(String name) {
        JsonNode value = Json.field(json.path("error"), "innererror").path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    private static ErrorBody json(String text) {
        Json.Partial read = Json.readLeniently(text);
        if (read.complete()) {
            return json(text, read.node(), true);
        }
        // The sentence that matters is often the one that the cut went through.
        ErrorBody cut = json(text, Json.readLeniently(closed(text)).node(), false);
        Set<String> codes = new LinkedHashSet<>(cut.codes());
        codes.addAll(aadsts(text));
        return new ErrorBody(cut.shape(), cut.message(), List.copyOf(codes), cut.json());
    }

    private static ErrorBody json(String text, JsonNode root, boolean complete) {
        JsonNode error = root.path("error");
        if (isScim(root)) {
            return scim(root);
        }
        if (error.isObject()) {
            return graph(error, root);
        }
        if (isOauth(root)) {
            return oauth(root);
        }
        if (root.path("odata.error").isObject()) {
            JsonNode odata = root.path("odata.error");
            List<String> codes = new ArrayList<>();
            add(codes, odata.path("code"));
            String message = fold(odata.path("message").path("value").asText(""));
            return new ErrorBody(Shape.ODATA, message, codes, root);
        }
        return other(text, root, complete);
    }

    /** The text, and a quote at its end when it stops inside a string; a line's end in one is where a log took over. */
    private static String closed(String text) {
        boolean string = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (string && c == '\\') {
                int next = i + (text.startsWith("\\u", i) ? 6 : 2);
                if (next > text.length()) {
                    return text.substring(0, i) + '"';
                }
                i = next;
            } else if (string && c == '\n') {
                return text.substring(0, i) + '"';
            } else {
                string ^= c == '"';
                i++;
            }
        }
        return string ? text + '"' : text;
    }

    private static ErrorBody other(String text, JsonNode root, boolean complete) {
        String folded = fold(text);
        if (!complete && folded.contains("messages:2.0:Error")) {
            return new ErrorBody(Shape.SCIM, folded, aadsts(folded), root);
        }
        if (!complete && folded.contains("\"error\"")) {
            boolean oauth = folded.contains("\"error_description\"");
            return new ErrorBody(oauth ? Shape.OAUTH : Shape.GRAPH, folded, aadsts(folded), root);
        }
        List<String> codes = new ArrayList<>(aadsts(folded));
        add(codes, Json.field(root, "code"));
        JsonNode message = Json.field(root, "message");
        String said = message.isTextual() ? fold(message.textValue()) : folded;
        return new ErrorBody(root.isMissingNode() ? Shape.TEXT : Shape.JSON, said, codes, root);
    }

    private static boolean isScim(JsonNode root) {
        for (JsonNode schema : root.path("schemas")) {
            if (schema.asText().toLowerCase(Locale.ROOT).startsWith("urn:ietf:params:scim:")) {
                return true;
            }
        }
        boolean list = root.has("totalResults") || root.has("itemsPerPage");
        return (list && Json.field(root, "resources").isArray())
                || (root.path("detail").isTextual() && root.has("status"));
    }

    /** OAuth's errors are words in lower case (RFC 6749, section 5.2); a gateway's {@code Forbidden} is a reason phrase. */
    private static boolean isOauth(JsonNode root) {
        JsonNode error = root.path("error");
        boolean described = root.has("error_description") || root.has("error_codes");
        return error.isTextual()
                && (described || error.textValue().chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z')));
    }

    private static boolean isError(JsonNode root) {
        for (JsonNode schema : root.path("schemas")) {
            if (schema.asText().endsWith("messages:2.0:Error")) {
                return true;
            }
        }
        return false;
    }

    private static ErrorBody scim(JsonNode root) {
        List<String> codes = new ArrayList<>();
        add(codes, root.path("scimType"));
        String detail = root.path("detail").asText("");
        return new ErrorBody(Shape.SCIM, fold(detail), codes, root);
    }

    private static ErrorBody graph(JsonNode error, JsonNode root) {
        List<String> codes = new ArrayList<>();
        add(codes, error.path("code"));
        StringBuilder message = new StringBuilder(unwrap(error.path("message").asText("")));
        for (JsonNode detail : error.path("details")) {
            add(codes, detail.path("code"));
            message.append(' ').append(detail.path("message").asText(""));
        }
        JsonNode inner = Json.field(error, "innererror");
        add(codes, inner.path("code"));
        String folded = fold(message.toString());
        codes.addAll(aadsts(folded));
        return new ErrorBody(Shape.GRAPH, folded, codes, root);
    }

    private static ErrorBody oauth(JsonNode root) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(root.path("error").textValue());
        JsonNode suberror = root.path("suberror");
        if (suberror.isTextual() && !suberror.textValue().isEmpty()) {
            codes.add(suberror.textValue());
        }
        String description = root.path("error_description").asText("");
        codes.addAll(aadsts(description));
        for (JsonNode code : root.path("error_codes")) {
            codes.add(AADSTS + code.asText());
        }
        codes.addAll(aadsts(root.path("error_uri").asText("")));
        return new ErrorBody(Shape.OAUTH, fold(description), new ArrayList<>(codes), root);
    }

    /** Graph sometimes carries a workload's own answer, as JSON or HTML text, inside the message. */
    private static String unwrap(String message) {
        String trimmed = message.trim();
        if (trimmed.startsWith("{")) {
            ErrorBody nested = json(trimmed);
            return nested.message().isEmpty() ? message : nested.message() + " " + String.join(" ", nested.codes());
        }
        return trimmed.startsWith("<") ? plain(trimmed) : message;
    }

    /** The first AADSTS number, or null: it decides whatever else the text says or links to. */
    public @Nullable String aadsts() {
        for (String code : codes) {
            if (code.startsWith(AADSTS)) {
                return code;
            }
        }
        return null;
    }

    /** The AADSTS numbers of a text, in order, as Microsoft prints them: a cut may leave only one of the other places. */
    static List<String> aadsts(String text) {
        List<String> codes = new ArrayList<>();
        for (String mark : NUMBER_MARKS) {
            int at = text.indexOf(mark);
            while (at >= 0) {
                int from = at + mark.length();
                while (from < text.length()
                        && from < at + mark.length() + 6
                        && "\\\"': [\n\r\t".indexOf(text.charAt(from)) >= 0) {
                    from++;
                }
                int end = from;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                String code = AADSTS + text.substring(from, end);
                if (end > from + 4 && !codes.contains(code)) {
                    codes.add(code);
                }
                at = text.indexOf(mark, end);
            }
        }
        return codes;
    }

    private static void add(List<String> codes, JsonNode code) {
        if (code.isTextual() && !code.textValue().isEmpty()) {
            codes.add(code.textValue());
        }
    }

    private static String strip(String body) {
        return withoutMark(body.length() > MAX_READ ? body.substring(0, MAX_READ) : body)
                .trim();
    }

    /** The text from its first visible character on, a byte order mark left out. */
    public static String withoutMark(String body) {
        String text = body.stripLeading();
        return text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text;
    }

    /** The visible text of a page, roughly: enough to match and to quote a title from. */
    private static String plain(String html) {
        StringBuilder text = new StringBuilder();
        boolean tag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                tag = true;
                text.append(' ');
            } else if (c == '>') {
                tag = false;
            } else if (!tag) {
                text.append(c);
            }
        }
        return fold(entities(text.toString()));
    }

    /** Numeric character references: Akamai's pages write their punctuation that way. */
    private static String entities(String text) {
        int at = text.indexOf("&#");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = text.indexOf(';', at);
            if (end < 0 || end - at > 6) {
                break;
            }
            decoded.append(text, from, at);
            decoded.append(character(text.substring(at + 2, end)));
            from = end + 1;
            at = text.indexOf("&#", from);
        }
        return decoded.append(text.substring(from)).toString();
    }

    private static String character(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (!Character.isDigit(digits.charAt(i))) {
                return "";
            }
        }
        return digits.isEmpty() ? "" : String.valueOf((char) Integer.parseInt(digits));
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                space = true;
            } else {
                if (space && folded.length() > 0) {
                    folded.append(' ');
                }
                space = false;
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
