package io.scimdoctor.capture;

import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The small questions about text that several capture forms ask. */
public final class Texts {
    private static final LatePattern CURLED = LatePattern.of("[{,][\u201C\u201D]|[\u201C\u201D](?:[:}]|https?://)");
    /** What a web page makes of the blanks before a line. */
    private static final LatePattern MARGIN = LatePattern.of("(?m)^[ \u00A0]++");

    private static final LatePattern RECORD = LatePattern.of(
            "^\\s{0,2}+[\\[(]?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d|\\d\\d:\\d\\d:\\d\\d[.,]\\d|(?:[A-Z][a-z]{2} ){1,2}[ \\d]\\d \\d\\d:\\d\\d:\\d\\d[ .]"
                    + "|(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\\b[\\s:\\[]|(?:\\d\\d:\\d\\d:\\d\\d )?+(?:trce|dbug|info|warn|fail|crit): [\\w.`+]{1,200}+\\[\\d)");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final LatePattern OURS =
            LatePattern.of("(?i)scim|/oauth2/|^/(?:(?:users|groups|bulk)(?:[/?(]|$)|v1\\.0/|beta/|rp/)");

    private Texts() {}

    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }

    /** Whether a path is one of this API, of Graph or of the sign-in service; other servers' logs are full of others. */
    public static boolean isOurPath(String path) {
        return OURS.matcher(path).find();
    }

    /**
     * A text whose JSON or command a word processor, a mail program or a blog gave typographic signs, or a page entities,
     * with the plain ones.
     */
    public static String withPlainQuotes(String written) {
        String text = written.indexOf('<') < 0 ? written.replace("&quot;", "\"") : written;
        boolean any = text.indexOf('\u201C') >= 0 || text.indexOf('\u201D') >= 0;
        String even = text.indexOf('\u00A0') < 0
                ? text
                : MARGIN.matcher(text).replaceAll(margin -> margin.group().replace('\u00A0', ' '));
        String plain = any && CURLED.matcher(text).find()
                ? even.replaceAll("[\u201C\u201D\u201E\u2033]", "\"")
                        .replaceAll("[\u2018\u2019\u2032]", "'")
                        .replace('\u00A0', ' ')
                : even;
        return plain.contains("curl \u2013") || plain.contains("curl \u2014")
                ? plain.replaceAll("(?<= )[\u2013\u2014](?=[A-Za-z] )", "-")
                        .replaceAll("(?<= )[\u2013\u2014](?=[a-z])", "--")
                : plain;
    }

    /** A text with the numbers whole of which a page turned some digits into a link. */
    public static String withoutLinkedDigits(String text) {
        return text.contains("](http")
                ? text.replaceAll(
                        "\\[(\\d{1,7}+)\\]\\(https?://[^\\s()]{1,400}+\\)(?=\\d)|(?<=AADSTS\\d{1,6})\\[(\\d{1,7}+)\\]\\(https?://[^\\s()]{1,400}+\\)",
                        "$1$2")
                : text;
    }

    /** HTTPie and others colour what they print to a terminal. */
    public static String withoutColours(String text) {
        String plain = text.indexOf('\u001B') < 0 ? text : text.replaceAll("\u001B(?:\\[\\P{L}*+\\p{L}?)?+", "");
        // A text of nothing but colours must still have a first character.
        return plain.isBlank() ? text.replace('\u001B', '?') : plain;
    }

    public static boolean containsIgnoringCase(String text, String lowerCaseWord) {
        return lower(text).contains(lowerCaseWord);
    }

    public static boolean startsIgnoringCase(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** The status code at the start of a text such as {@code 400} or {@code 400 Bad Request}, or 0. */
    public static int leadingStatus(String text) {
        boolean number = text.length() >= 3 && (text.length() == 3 || !Character.isLetterOrDigit(text.charAt(3)));
        for (int i = 0; i < 3 && number; i++) {
            number = text.charAt(i) >= (i == 0 ? '1' : '0') && text.charAt(i) <= (i == 0 ? '5' : '9');
        }
        return number ? Integer.parseInt(text, 0, 3, 10) : Draft.UNKNOWN;
    }

    /** The code of a status line such as {@code HTTP/1.1 400 Bad Request} or {@code HTTP/2 400}, or 0. */
    public static int statusLine(String line) {
        int space = startsIgnoringCase(line, "HTTP/") ? line.indexOf(' ') : -1;
        boolean version = space >= 6 && space <= 8 && Character.isDigit(line.charAt(5));
        return version ? leadingStatus(line.substring(space + 1).trim()) : Draft.UNKNOWN;
    }

    public static boolean isMethod(String word) {
        return METHODS.contains(word);
    }

    public static boolean isHeaderLine(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && isFieldName(line.substring(0, colon).strip());
    }

    /** Whether a text is an HTTP field name (RFC 9110, section 5.6.2). */
    public static boolean isFieldName(String text) {
        boolean name = !text.isEmpty();
        for (int i = 0; i < text.length() && name; i++) {
            char c = text.charAt(i);
            name = c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
        }
        return name;
    }

    /** Where the white space begins that ends at a position. */
    public static int blankFrom(CharSequence text, int end) {
        int start = end;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** A text without those of these characters that end it. */
    public static String withoutEnd(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    public static boolean isUrl(String text) {
        return startsIgnoringCase(text, "https://") || startsIgnoringCase(text, "http://");
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether a line begins as the record of a log does, with a time or a level. */
    public static boolean isRecord(String line) {
        return RECORD.matcher(line).lookingAt();
    }

    /** Where the record of a log ends that a position lies in; the limit when no other record follows. */
    public static int recordEnd(String text, int from, int limit) {
        Matcher start = RECORD.matcher(text);
        if (!start.region(text.lastIndexOf('\n', from) + 1, text.length()).lookingAt()) {
            return limit;
        }
        int line = text.indexOf('\n', from) + 1;
        while (line > 0 && line < limit && !start.region(line, text.length()).lookingAt()) {
            line = text.indexOf('\n', line) + 1;
        }
        return line > 0 ? Math.min(line - 1, limit) : limit;
    }

    /** The lines of a text without their ends: CRLF, CR or LF. */
    public static List<String> lines(String text) {
        return head(text, Integer.MAX_VALUE);
    }

    /** The first lines of a text, at most so many. */
    public static List<String> head(String text, int most) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (lines.size() < most && from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(from, end));
            from = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return lines;
    }

    /** What stands in quotes, without its escapes; null when nothing closes them. */
    public static @Nullable String quoted(String text, int start, char quote) {
        StringBuilder value = new StringBuilder();
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return value.toString();
            }
            i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
            value.append(text.charAt(i));
        }
        return null;
    }
}
