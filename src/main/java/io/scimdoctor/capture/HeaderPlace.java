package io.scimdoctor.capture;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the header fields of answers that a line holds, in the quotes and brackets in which languages print them. */
public final class HeaderPlace {
    /** JSON names a client's own ids {@code "requestId"}; the answer's field bears a hyphen. */
    private static final Sieve NAME = new Sieve(
            "(?i)(?<![\\w-])(?!requestId\")(client[-_]?request[-_]?id|request[-_ ]?id|x-ms-request-id|x-ms-ags-diagnostic|retry-after|www-authenticate|proxy-authenticate|x-powered-by|x-(?:authentik|okta|databricks|amzn|github)-[\\w-]{2,30}+|content-(?:type|length)|unexpected mimetype|date|server|via)[\"'\\])]{0,2}+\\\\?+\"?+\\s{0,40}+(?:(?::|=>|=|,|->|\\u2192)\\s{0,4}+|(?=[0-9a-f]{8}-[0-9a-f]{4}-))");

    private static final int LONGEST = 8000;
    /** More than a date or an id has. */
    private static final int SHORT = 100;

    private static final LatePattern FIRST = LatePattern.of("[ \\t<>|\"'\\[({]*+");
    private static final LatePattern OPENING = LatePattern.of("[\\[ ]*+\\\\?+");
    private static final LatePattern BRACKET = LatePattern.of("\\]");
    private static final LatePattern PLAIN_END =
            LatePattern.of("\\\\[rn]|[\"'](?:$|[,)\\]}])|(?<=^\\d{1,9}),|, (?=[A-Za-z]{1,40}+-[A-Za-z-]{0,60}+=)");

    private static final LatePattern ID = LatePattern.of("^.{8}-.{14}-.{12}(?![\\p{L}\\p{N}-])");

    private static final Pattern TOKEN = Pattern.compile("(?!(?:null|undefined)$)[\\p{L}\\p{N}_-]++");

    /** What Node.js prints of a member that is no value. */
    private static final List<String> NOTHING = List.of("null", "undefined", "Function");

    private HeaderPlace() {}

    /** A field and where it stands. */
    public record Found(int start, String name, String value) {}

    /** The fields of a line, in its order. */
    public static List<Found> find(String line) {
        List<Found> found = new ArrayList<>();
        Matcher leading = FIRST.matcher(line);
        int first = leading.lookingAt() ? leading.end() : 0;
        int from = 0;
        for (Matcher matcher = NAME.in(line, from); matcher != null; matcher = NAME.in(line, from)) {
            from = matcher.end();
            String name = name(Texts.lower(matcher.group(1)));
            boolean pair = matcher.start() > 0 && line.charAt(matcher.start() - 1) == '[';
            boolean amongFields =
                    matcher.start() <= first || matcher.group(1).startsWith("unexpected") || pair || !found.isEmpty();
            String behind = line.substring(from, Math.min(line.length(), from + LONGEST));
            // A text may repeat a word many times over; only what challenges is long where no fields stand.
            boolean maybeLong = name.endsWith("authenticate") || (amongFields && !name.equals("date"));
            String value = value(behind, pair, maybeLong ? LONGEST : SHORT);
            if (value != null && fits(name, value, amongFields)) {
                found.add(new Found(matcher.start(), name, value));
                from += Math.max(0, behind.indexOf(value) + value.length());
            }
        }
        return found;
    }

    private static String name(String lower) {
        return switch (lower.replace("-", "").replace("_", "").replace(" ", "")) {
            case "requestid" -> "request-id";
            case "unexpectedmimetype" -> "content-type";
            case "clientrequestid" -> "client-request-id";
            default -> lower;
        };
    }

    /** Common words are a field only where fields stand: at the beginning of a line, or behind another field. */
    private static boolean fits(String name, String value, boolean amongFields) {
        return switch (name) {
            case "request-id", "client-request-id", "x-ms-request-id" ->
                ScimUrl.isGuid(value)
                        || (amongFields
                                && value.length() < 100
                                && TOKEN.matcher(value).matches());
            case "date" -> Times.parse(value) != null && value.endsWith("GMT");
            case "retry-after" -> !value.isEmpty() && value.length() < 40 && Character.isLetterOrDigit(value.charAt(0));
            case "x-ms-ags-diagnostic" -> value.startsWith("{");
            case "www-authenticate", "proxy-authenticate" -> value.length() > 3;
            case "content-type" -> value.indexOf('/') > 0 && amongFields;
            default -> !value.isEmpty() && amongFields && NOTHING.stream().noneMatch(value::startsWith);
        };
    }

    private static @Nullable String value(String behind, boolean pair, int longest) {
        Matcher opening = OPENING.matcher(behind);
        String near = behind.substring(opening.lookingAt() ? opening.end() : 0);
        char c = near.isEmpty() ? ' ' : near.charAt(0);
        if (c == '"' || c == '\'') {
            return Texts.quoted(near, 1, c);
        }
        if (c == '{') {
            int end = Json.end(near, 0);
            return end > 0 ? near.substring(0, end) : null;
        }
        String start = near.substring(0, Math.min(near.length(), longest));
        return plain(start, pair || opening.group().endsWith("["));
    }

    /** Up to what may end it: a bracket, the next field of a map, the line. */
    private static String plain(String near, boolean bracket) {
        Matcher end = (bracket ? BRACKET : PLAIN_END).matcher(near);
        String value = (end.find() ? near.substring(0, end.start()) : near).strip();
        Matcher id = ID.matcher(value);
        return id.find() ? id.group() : value;
    }
}
