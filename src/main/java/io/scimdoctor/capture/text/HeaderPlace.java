package io.scimdoctor.capture.text;

import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the header fields of answers that a line holds, in the quotes and brackets in which languages print them. */
final class HeaderPlace {
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w-])(client[-_]?request[-_]?id|request[-_]?id|x-ms-request-id|x-ms-ags-diagnostic|retry-after|www-authenticate"
                    + "|proxy-authenticate|content-type|date|server|via)[\"'\\])]{0,2}+\\\\?+\"?+\\s{0,40}+(?::|=>|=|,|->)\\s{0,4}+",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 8000;

    private HeaderPlace() {}

    /** A field and where it stands. */
    record Found(int start, String name, String value) {}

    static List<Found> find(String line) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = NAME.matcher(line);
        int from = 0;
        while (from < line.length() && matcher.find(from)) {
            from = matcher.end();
            String name = name(Texts.lower(matcher.group(1)));
            boolean first = line.substring(0, matcher.start()).chars().allMatch(c -> " \t<>|\"'[({".indexOf(c) >= 0);
            boolean pair = matcher.start() > 0 && line.charAt(matcher.start() - 1) == '[';
            String value = value(line, matcher.end(), pair);
            if (value != null && fits(name, value, first || pair || !found.isEmpty())) {
                found.add(new Found(matcher.start(), name, value));
                from = Math.max(from, line.indexOf(value, matcher.end()) + value.length());
            }
        }
        return found;
    }

    private static String name(String lower) {
        return switch (lower.replace("-", "").replace("_", "")) {
            case "requestid" -> "request-id";
            case "clientrequestid" -> "client-request-id";
            default -> lower;
        };
    }

    /** Common words are a field only where fields stand: at the beginning of a line, or behind another field. */
    private static boolean fits(String name, String value, boolean amongFields) {
        return switch (name) {
            case "request-id", "client-request-id", "x-ms-request-id" ->
                isGuid(value) || (amongFields && value.length() < 100 && isToken(value));
            case "date" -> Times.parse(value) != null && value.endsWith("GMT");
            case "retry-after" -> !value.isEmpty() && value.length() < 40 && Character.isLetterOrDigit(value.charAt(0));
            case "x-ms-ags-diagnostic" -> value.startsWith("{");
            case "www-authenticate", "proxy-authenticate" -> value.length() > 3;
            case "content-type" -> value.indexOf('/') > 0 && amongFields;
            default -> !value.isEmpty() && amongFields && !value.startsWith("null") && !value.startsWith("undefined");
        };
    }

    private static boolean isToken(String value) {
        return !value.isEmpty()
                && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                && !value.equals("null")
                && !value.equals("undefined");
    }

    private static boolean isGuid(String value) {
        return value.length() == 36 && value.charAt(8) == '-' && value.charAt(23) == '-';
    }

    private static @Nullable String value(String line, int start, boolean pair) {
        int at = start;
        while (at < line.length() && (line.charAt(at) == '[' || line.charAt(at) == ' ')) {
            at++;
        }
        if (at >= line.length()) {
            return null;
        }
        boolean bracket = pair || (at > start && line.charAt(at - 1) == '[');
        char c = line.charAt(at);
        boolean escaped = c == '\\' && at + 1 < line.length();
        if (escaped) {
            c = line.charAt(++at);
        }
        if (c == '"' || c == '\'') {
            return quoted(line, at + 1, c);
        }
        if (c == '{') {
            int end = Json.end(line, at);
            return end > 0 && end - at < LONGEST ? line.substring(at, end) : null;
        }
        return plain(line, at, bracket);
    }

    private static @Nullable String quoted(String line, int start, char quote) {
        StringBuilder value = new StringBuilder();
        for (int i = start; i < line.length() && value.length() < LONGEST; i++) {
            char c = line.charAt(i);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && i + 1 < line.length()) {
                c = line.charAt(++i);
            }
            value.append(c);
        }
        return null;
    }

    /** Up to what may end it: a bracket, the next field of a map, the line. */
    private static String plain(String line, int start, boolean bracket) {
        int end = start;
        int limit = Math.min(line.length(), start + LONGEST);
        while (end < limit && (bracket ? line.charAt(end) != ']' : !endsPlain(line, end))) {
            end++;
        }
        String value = line.substring(start, end).strip();
        int guid = 36;
        boolean id = value.length() > guid && isGuid(value.substring(0, guid)) && !isPartOfGuid(value.charAt(guid));
        return id ? value.substring(0, guid) : value;
    }

    private static boolean isPartOfGuid(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    private static boolean endsPlain(String line, int at) {
        char c = line.charAt(at);
        if (c == '\\' && (line.startsWith("\\r", at) || line.startsWith("\\n", at))) {
            return true;
        }
        if (c == '"' && (at + 1 == line.length() || ",)]}".indexOf(line.charAt(at + 1)) >= 0)) {
            return true;
        }
        if (c == ',' && at + 2 < line.length() && line.charAt(at + 1) == ' ') {
            int name = at + 2;
            while (name < line.length() && (Character.isLetter(line.charAt(name)) || line.charAt(name) == '-')) {
                name++;
            }
            boolean field = name < line.length() && line.charAt(name) == '=';
            return field && line.substring(at, name).indexOf('-') > 0;
        }
        return false;
    }
}
