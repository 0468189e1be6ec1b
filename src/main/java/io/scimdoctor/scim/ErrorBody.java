package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
    /** Of a longer body only this many characters are read. */
    public static final int MAX_READ = 200_000;

    private static final String AADSTS = "AADSTS";
    private static final String ERROR = "messages:2.0:Error";

    private static final Patterns WORDS = Resource.patterns(ErrorBody.class, "errors.patterns");

    /** The errors of OAuth (RFC 6749, section 5.2; RFC 6750, section 3.1) and those that Microsoft Entra adds. */
    private static final List<String> OAUTH = WORDS.words("OAUTH");

    /** What an AADSTS number follows: in the sentence, its fields and its link, and the way login libraries print it. */
    private static final List<String> NUMBER_MARKS = WORDS.words("NUMBER_MARKS");

    /** What stands between a mark and its number. */
    private static final LatePattern NUMBER = LatePattern.of("[\\\\\"': \\[\\n\\r\\t]{0,6}+(\\d{5,})");

    /** A string as far as it goes; a line's end in one is where a log took over. */
    private static final LatePattern STRING = LatePattern.of("(?s)\"(?:[^\"\\\\\n]|\\\\u.{4}|\\\\[^u])*+(\"?)");

    private static final LatePattern TAG = LatePattern.of("<[^>]*+>?|>");
    private static final LatePattern ENTITY = LatePattern.of("&#([^;]{0,4});");

    public ErrorBody {
        codes = new ArrayList<>(new LinkedHashSet<>(codes));
    }

    /** Reads any body; never fails. */
    public static ErrorBody parse(String body) {
        String text = withoutMark(body.substring(0, Math.min(body.length(), MAX_READ)))
                .trim();
        if (text.isEmpty()) {
            return new ErrorBody(Shape.EMPTY, "", List.of(), MissingNode.getInstance());
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return json(text);
        }
        boolean html = first == '<';
        String message = html ? plain(text) : fold(text);
        return new ErrorBody(html ? Shape.HTML : Shape.TEXT, message, aadsts(text), MissingNode.getInstance());
    }

    /** A text of Graph's {@code innerError}, such as {@code request-id}, or of its predecessor, or null. */
    public @Nullable String inner(String name) {
        String old = json.path("odata.error")
                .path(name.replace("request-id", "requestId"))
                .textValue();
        return old != null
                ? old
                : Json.field(json.path("error"), "innererror").path(name).textValue();
    }

    /** The failing status that a SCIM error states (RFC 7644, section 3.12), or 0 when the body is no such error. */
    public int errorStatus() {
        JsonNode status = json.path("status");
        if (shape != Shape.SCIM || status.asText().length() != 3 || !Json.endsOne(json.path("schemas"), ERROR)) {
            return 0;
        }
        int stated = status.asInt(0);
        return stated >= 400 && stated < 600 ? stated : 0;
    }

    /** The status with which an answer of this kind comes, whatever was captured of it; 0 when it comes with many. */
    public int usualStatus() {
        int usual = codes.isEmpty() ? 0 : Usual.STATUSES.path(codes.get(0)).asInt();
        if (usual != 0) {
            return usual;
        }
        boolean resource = json.has("meta") || json.has("totalResults") || json.has("Resources");
        boolean success =
                (shape == Shape.SCIM && resource) || json.path("access_token").isTextual();
        boolean login = aadsts() != null && (shape == Shape.OAUTH || !json.isObject());
        return success ? 200 : login ? 400 : 0;
    }

    /** Codes that come with one status only; {@code UnknownError} and the like come with many. */
    private static final class Usual {
        static final JsonNode STATUSES = Resource.json(ErrorBody.class, "usual-statuses.json");
    }

    /** A top-level text field, such as {@code trace_id}, or null. */
    public @Nullable String field(String name) {
        return json.path(name).textValue();
    }

    private static ErrorBody json(String text) {
        Json.Partial read = Json.readLeniently(text);
        if (read.complete()) {
            return json(text, read.node(), true);
        }
        // The sentence that matters is often the one that the cut went through.
        ErrorBody cut = json(text, Json.readLeniently(closed(text)).node(), false);
        List<String> codes = new ArrayList<>(cut.codes());
        codes.addAll(aadsts(text));
        return new ErrorBody(cut.shape(), cut.message(), codes, cut.json());
    }

    private static ErrorBody json(String text, JsonNode root, boolean complete) {
        JsonNode error = root.path("error");
        JsonNode odata = root.path("odata.error");
        if (isScim(root)) {
            return new ErrorBody(Shape.SCIM, fold(root.path("detail").asText("")), texts(root.path("scimType")), root);
        }
        if (isGraph(error)) {
            return graph(error, root);
        }
        if (isOauth(root)) {
            return oauth(root);
        }
        if (odata.isObject()) {
            String message = fold(odata.path("message").path("value").asText(""));
            return new ErrorBody(Shape.ODATA, message, texts(odata.path("code")), root);
        }
        return other(text, root, complete);
    }

    /** The text, and a quote at its end when it stops inside a string. */
    private static String closed(String text) {
        Matcher string = STRING.matcher(text);
        while (string.find()) {
            if (string.group(1).isEmpty()) {
                return text.substring(0, string.end()) + '"';
            }
        }
        return text;
    }

    private static ErrorBody other(String text, JsonNode root, boolean complete) {
        String folded = fold(text);
        if (!complete && folded.contains(ERROR)) {
            return new ErrorBody(Shape.SCIM, folded, aadsts(folded), root);
        }
        if (!complete && folded.contains("\"error\"")) {
            boolean oauth = folded.contains("\"error_description\"");
            return new ErrorBody(oauth ? Shape.OAUTH : Shape.GRAPH, folded, aadsts(folded), root);
        }
        List<String> codes = aadsts(folded);
        codes.addAll(texts(Json.field(root, "code")));
        JsonNode message = Json.field(root, "message");
        String said = message.isTextual() ? fold(message.textValue()) : folded;
        return new ErrorBody(root.isMissingNode() ? Shape.TEXT : Shape.JSON, said, codes, root);
    }

    private static boolean isScim(JsonNode root) {
        for (String urn : Json.strings(root.path("schemas"))) {
            if (Attributes.startsWith(urn, "urn:ietf:params:scim:")) {
                return true;
            }
        }
        boolean list = root.has("totalResults") || root.has("itemsPerPage");
        return (list && Json.field(root, "resources").isArray())
                || (root.path("detail").isTextual() && root.has("status"));
    }

    /** Whether an object is an error of OAuth; other APIs put a word or a reason phrase of their own there. */
    public static boolean isOauth(JsonNode root) {
        JsonNode error = root.path("error");
        boolean described = root.has("error_description") || root.has("error_codes");
        return error.isTextual() && (described || OAUTH.contains(error.textValue()));
    }

    /** Whether an object is how Spring answers for a failure of its own: the path is the one that was called there. */
    public static boolean isFramework(JsonNode root) {
        boolean own = root.has("timestamp") && root.has("path") && !root.has("method");
        return own
                && root.path("error").isTextual()
                && !root.path("message").asText().contains("{\"");
    }

    /** Whether an object holds what Graph puts into its error, or nothing else. */
    private static boolean isGraph(JsonNode error) {
        return error.isObject()
                && (error.isEmpty()
                        || error.has("code")
                        || error.has("message")
                        || Json.field(error, "innererror").isObject());
    }

    private static ErrorBody graph(JsonNode error, JsonNode root) {
        List<String> codes = texts(error.path("code"));
        StringBuilder message = new StringBuilder(unwrap(error.path("message").asText("")));
        for (JsonNode detail : error.path("details")) {
            codes.addAll(texts(detail.path("code")));
            String more = detail.path("message").asText("");
            message.append(message.indexOf(more) < 0 ? " " + more : "");
        }
        codes.addAll(texts(Json.field(error, "innererror").path("code")));
        String folded = fold(message.toString());
        codes.addAll(aadsts(folded));
        return new ErrorBody(Shape.GRAPH, folded, codes, root);
    }

    private static ErrorBody oauth(JsonNode root) {
        String description = root.path("error_description").asText("");
        List<String> codes = texts(root.path("error"), root.path("suberror"));
        codes.addAll(aadsts(description));
        root.path("error_codes").forEach(code -> codes.add(AADSTS + code.asText()));
        codes.addAll(aadsts(root.path("error_uri").asText("")));
        return new ErrorBody(Shape.OAUTH, fold(description), codes, root);
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
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
                Matcher number = NUMBER.matcher(text).region(at + mark.length(), text.length());
                if (number.lookingAt()) {
                    codes.add(AADSTS + number.group(1));
                }
            }
        }
        return codes;
    }

    private static List<String> texts(JsonNode... nodes) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.isTextual() && !node.textValue().isEmpty()) {
                texts.add(node.textValue());
            }
        }
        return texts;
    }

    /** The text from its first visible character on, a byte order mark left out. */
    public static String withoutMark(String body) {
        String text = body.stripLeading();
        return text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text;
    }

    /** The visible text of a page, roughly: enough to match and to quote a title from. */
    private static String plain(String html) {
        return fold(ENTITY.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll(ErrorBody::character));
    }

    /** A numeric character reference: Akamai's pages write their punctuation that way. */
    private static String character(MatchResult entity) {
        String digits = entity.group(1);
        boolean number = !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
        return number ? Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(digits))) : "";
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
