package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the status codes of a line by what stands beside a number of three digits. It looks a bounded way to both sides, so
 * that its time grows with the line's length only.
 */
final class StatusPlace {
    private static final int WIDE = 60;

    /** How sure it is that a number is a status. */
    enum Sign {
        /** A client says that it is. */
        NAMED,
        /** The number has its reason phrase behind it. */
        REASON,
        /** The number stands alone at the beginning of a line. */
        BARE
    }

    /**
     * A status.
     *
     * @param start where its number stands
     */
    record Found(int start, int code, Sign sign) {}

    private final String line;
    private int at;

    StatusPlace(String line) {
        this.line = line;
    }

    /** The next status of the line, or null. */
    @Nullable
    Found next() {
        while (at + 3 <= line.length()) {
            int start = at;
            char c = line.charAt(start);
            if (c < '0' || c > '9') {
                at++;
                continue;
            }
            int end = start;
            while (end < line.length() && isWord(line.charAt(end))) {
                end++;
            }
            at = end;
            int code = end - start == 3 && isAlone(start, end) ? Texts.leadingStatus(line.substring(start, end)) : 0;
            Sign sign = code == Draft.UNKNOWN ? null : sign(start, end, code);
            if (sign != null) {
                return new Found(start, code, sign);
            }
        }
        return null;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private boolean isAlone(int start, int end) {
        char before = start == 0 ? ' ' : line.charAt(start - 1);
        boolean joined = "./-#$%\\".indexOf(before) >= 0;
        boolean point = end + 1 < line.length()
                && (line.charAt(end) == '.' || line.charAt(end) == ',')
                && Character.isDigit(line.charAt(end + 1));
        return !joined && !point;
    }

    private @Nullable Sign sign(int start, int end, int code) {
        String before = line.substring(Math.max(0, start - WIDE), start);
        String after = line.substring(end, Math.min(line.length(), end + WIDE));
        if (Patterns.NAMED.matcher(before).find()) {
            return Sign.NAMED;
        }
        boolean failure = code >= 400;
        Matcher verb = Patterns.VERB.matcher(before);
        if (verb.find()
                && (failure || verb.group(1) == null)
                && Patterns.END.matcher(after).find()) {
            return Sign.NAMED;
        }
        if (Patterns.REASON.matcher(after).find()) {
            return Sign.REASON;
        }
        boolean first = start < WIDE && Patterns.OPENING.matcher(before).matches();
        first |= line.charAt(0) == '{' && isBlank(1, start);
        return first && Patterns.ALONE.matcher(after).find() ? Sign.BARE : null;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Compiled when a text has a number that may be a status. All of them are bounded. */
    private static final class Patterns {
        private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

        /** Ends right before the number. */
        static final Pattern NAMED = Pattern.compile(
                "(?:HTTP/\\d(?:\\.\\d)?\"?\\s{1,3}+"
                        + "|status(?:[ _-]?(?:code|line))?+[\"'\\])]{0,3}+\\s{0,40}+(?:code\\s?+)?+(?:of|is|was|=>|[:=])?+\\s{0,9}+[\"'\\[(]{0,2}+"
                        + "|http[ _-]?(?:error|status|code|response code|status code|statuscode)[\"']{0,2}+\\s{0,2}+[:=]?+\\s{0,2}+[\"']?+"
                        + "|\\bHTTP\\s"
                        + "|\\bresponse(?:[ _-]?(?:status|code))?[\"'\\]]?+\\s{0,3}+(?:code\\s?+)?+[:=]?+\\s{0,3}+\\[?+[\"']?+"
                        + "|<--\\s{0,2}+"
                        + "|(?:headers|request) after [\\d.]{1,12}+ms - "
                        + "|result[ _-]?code[\"']?+\\s{0,2}+[:=]\\s{0,2}+[\"']?+"
                        + "|[:：]\\s{0,2}+\\()$",
                ANY_CASE);

        static final Pattern VERB = Pattern.compile(
                "(?:(?<![a-z])(?:returned|responded|replied|answered|resulted in|responds)(?:\\s(?:with|error|status|code|HTTP|an?|:)){0,3}+[:=]?+\\s{0,2}+[`'\"]?+"
                        + "|(failed|rejected|refused|unexpected|error|code)(?:\\s(?:with|response|error|status|code|in|of)){0,3}+[\"']?+\\s{0,2}+[:=(]?+\\s{0,2}+[`'\"]?+"
                        + "|(?:-{1,3}>|→|⇒|={1,2}>|<<|➜)\\s{0,3}+(?:HTTP/\\S{1,3}\\s)?+)$",
                ANY_CASE);

        /** What may stand behind a status that a verb names. */
        static final Pattern END = Pattern.compile(
                "^[\"'`)\\]]{0,2}+\\s{0,3}+(?:$|[-–:;,.|{<\"'(\\[])|^[\"'`)\\]]{0,2}+\\s{1,3}+(?:GET|POST|PUT|PATCH|DELETE|for|from|on|in|and|body|response|http)\\b",
                ANY_CASE);

        static final Pattern REASON = Pattern.compile(
                "^[\"')\\]]?+\\s{0,3}+:?+\\s{0,2}+[(\\[]?+(?:Bad[ _]?Request|Unauthorized|Payment[ _]?Required|Forbidden|Not[ _]?Found"
                        + "|Method[ _]?Not[ _]?Allowed|Not[ _]?Acceptable|Proxy[ _]?Authentication[ _]?Required"
                        + "|Request[ _]?Time-?out|Conflict\\b|Precondition[ _]?Failed"
                        + "|(?:Request[ _]?Entity|Payload|Content)[ _]?Too[ _]?Large|Unsupported[ _]?Media[ _]?Type"
                        + "|Unprocessable|Too[ _]?Many[ _]?Requests|Internal[ _]?Server[ _]?Error|Not[ _]?Implemented"
                        + "|Bad[ _]?Gateway|Service[ _]?(?:Temporarily[ _]?)?Unavailable|Gateway[ _]?Time-?out"
                        + "|Client Error|Server Error|OK\\b|Created\\b|No[ _]?Content\\b)|^, message=",
                ANY_CASE);

        /** What may stand before a number at the beginning of a line, such as Ruby's and Java's words for an answer. */
        static final Pattern OPENING = Pattern.compile("\\s{0,9}+[(\\[#<'\"]{0,2}+\\s?+");

        static final Pattern ALONE =
                Pattern.compile("^[)\\]'\",:]{0,2}+\\s{0,3}+(?:$|[{<\\[]|GET |POST |PUT |PATCH |DELETE |http)");
    }
}
