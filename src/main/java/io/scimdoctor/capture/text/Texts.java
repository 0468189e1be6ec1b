package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The small questions about text that several capture forms ask. */
public final class Texts {
    private Texts() {}

    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }

    /** A text whose JSON a word processor or a mail program gave typographic quotes, with those that JSON has. */
    public static String withPlainQuotes(String text) {
        boolean curly = false;
        boolean any = text.indexOf('\u201C') >= 0 || text.indexOf('\u201D') >= 0;
        for (int at = 0; any && !curly && at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\u201C' || c == '\u201D') {
                char before = at > 0 ? text.charAt(at - 1) : ' ';
                char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                curly = before == '{' || before == ',' || after == ':' || after == '}';
            }
        }
        return curly
                ? text.replace('\u201C', '"')
                        .replace('\u201D', '"')
                        .replace('\u201E', '"')
                        .replace('\u2018', '\'')
                        .replace('\u2019', '\'')
                        .replace('\u00A0', ' ')
                : text;
    }

    /** HTTPie and others colour what they print to a terminal. */
    public static String withoutColours(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\u001B') {
                plain.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '[') {
                i += 2;
                while (i < text.length() && !Character.isLetter(text.charAt(i))) {
                    i++;
                }
            }
        }
        // A text of nothing but colours must still have a first character.
        return plain.toString().isBlank() ? text.replace('\u001B', '?') : plain.toString();
    }

    public static boolean containsIgnoringCase(String text, String lowerCaseWord) {
        int last = text.length() - lowerCaseWord.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, lowerCaseWord, 0, lowerCaseWord.length())) {
                return true;
            }
        }
        return false;
    }

    public static boolean startsIgnoringCase(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** The status code at the start of a text such as {@code 400} or {@code 400 Bad Request}, or 0. */
    public static int leadingStatus(String text) {
        if (text.length() < 3 || (text.length() > 3 && Character.isLetterOrDigit(text.charAt(3)))) {
            return Draft.UNKNOWN;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Draft.UNKNOWN;
            }
            code = code * 10 + c - '0';
        }
        return code >= 100 && code < 600 ? code : Draft.UNKNOWN;
    }

    /** The code of a status line such as {@code HTTP/1.1 400 Bad Request} or {@code HTTP/2 400}, or 0. */
    public static int statusLine(String line) {
        if (!startsIgnoringCase(line, "HTTP/") || line.length() < 10) {
            return Draft.UNKNOWN;
        }
        int space = line.indexOf(' ');
        if (space < 6 || space > 8 || !Character.isDigit(line.charAt(5))) {
            return Draft.UNKNOWN;
        }
        return leadingStatus(line.substring(space + 1).trim());
    }

    public static boolean isMethod(String word) {
        return switch (word) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    /** Whether a text is an HTTP field name (RFC 9110, section 5.6.2). */
    public static boolean isHeaderLine(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && isFieldName(line.substring(0, colon).strip());
    }

    public static boolean isFieldName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean token = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
            if (!token) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    public static boolean isUrl(String text) {
        return startsIgnoringCase(text, "https://") || startsIgnoringCase(text, "http://");
    }

    /** The first URL in a text, or null. */
    static @Nullable String firstUrl(String text) {
        int start = text.indexOf("https://");
        if (start < 0) {
            start = text.indexOf("http://");
        }
        if (start < 0) {
            return null;
        }
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "\"'<>`".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".,;:)]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Removes the white space at the end only. */
    public static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The lines of a text without their ends: CRLF, CR or LF. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
