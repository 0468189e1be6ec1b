package io.scimdoctor.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what may be shown, by allow-list: what it does not know to be harmless is masked. Every text that comes from
 * outside passes here before it is printed or written.
 */
public final class Redactor {
    public static final String MASK = "[masked]";

    private static final Set<String> QUERY_NAMES = Set.of(
            "filter",
            "attributes",
            "excludedattributes",
            "count",
            "cursor",
            "startindex",
            "sortby",
            "sortorder",
            "api-version",
            "resource",
            "$filter",
            "$select",
            "$top",
            "$count");
    private static final List<String> SECRET_NAMES =
            List.of("password", "secret", "token", "assertion", "key", "cookie", "authorization", "pwd", "signature");
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_IDENTIFIER = 100;

    private Redactor() {}

    /** A sentence from outside: words, numbers, times, GUIDs and error codes stay, the rest is masked. */
    public static String text(String text) {
        String printable = printable(text);
        String bounded = printable.length() > LONGEST_TEXT ? printable.substring(0, LONGEST_TEXT) + " …" : printable;
        StringBuilder shown = new StringBuilder(bounded.length());
        int at = 0;
        boolean secretNext = false;
        while (at < bounded.length()) {
            if (Character.isWhitespace(bounded.charAt(at))) {
                shown.append(bounded.charAt(at) == '\n' ? '\n' : ' ');
                at++;
                continue;
            }
            int end = wordEnd(bounded, at);
            String word = bounded.substring(at, end);
            shown.append(secretNext ? MASK : word(word));
            secretNext = announcesSecret(word);
            at = end;
        }
        return shown.toString();
    }

    /** A URL: host, known path segments and query names stay; filter values and everything unknown are masked. */
    public static String url(String url) {
        int question = url.indexOf('?');
        String front = question < 0 ? url : url.substring(0, question);
        StringBuilder shown = new StringBuilder(front(front));
        if (question >= 0) {
            char separator = '?';
            for (String pair : url.substring(question + 1).split("&", -1)) {
                shown.append(separator).append(pair(pair));
                separator = '&';
            }
        }
        return shown.toString();
    }

    /** A file's name as somebody typed it: plain words and short numbers stay. */
    public static String fileName(String name) {
        return Typed.shown(name);
    }

    /** A command line's word, or a message that repeats some: plain words and short numbers stay. */
    public static String typed(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (String word : text.split("\\s+")) {
            String separator = shown.isEmpty() ? "" : " ";
            shown.append(separator).append(text(word).equals(word) ? word : Typed.shown(word));
        }
        return shown.toString();
    }

    /** An identifier that a capture gave to an exchange; it is kept whole or masked whole. */
    public static String identifier(String id) {
        return id.length() <= LONGEST_IDENTIFIER && Typed.isIdentifier(id) ? id : MASK;
    }

    /** Without what moves a terminal's cursor or turns the direction of writing. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST_TEXT + 1));
        for (int i = 0; i < text.length() && kept.length() <= LONGEST_TEXT; i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            if (!hidden || Character.isWhitespace(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String word(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isPunctuation(word.charAt(start))) {
            start++;
        }
        while (end > start && isPunctuation(word.charAt(end - 1))) {
            end--;
        }
        String core = word.substring(start, end);
        if (Words.allowed(core)) {
            return word;
        }
        if (core.startsWith("https://") || core.startsWith("http://")) {
            int last = word.length();
            while (last > end && ".,;:)\"'>".indexOf(word.charAt(last - 1)) >= 0) {
                last--;
            }
            return word.substring(0, start) + url(word.substring(start, last)) + word.substring(last);
        }
        return word.substring(0, start) + MASK + word.substring(end);
    }

    private static boolean isPunctuation(char c) {
        return !Character.isLetterOrDigit(c);
    }

    /** Such as {@code password=} or {@code client_secret:}, after which any word is a secret. */
    private static boolean announcesSecret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!lower.endsWith("=") && !lower.endsWith(":")) {
            return false;
        }
        for (String name : SECRET_NAMES) {
            if (lower.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String front(String front) {
        int scheme = front.indexOf("://");
        int hostEnd = scheme < 0 ? 0 : indexOrEnd(front, '/', scheme + 3);
        String host = hostEnd == 0 ? "" : host(front.substring(0, hostEnd));
        int at = host.lastIndexOf('@');
        StringBuilder shown = new StringBuilder();
        if (at >= 0) {
            shown.append(host, 0, scheme + 3).append(MASK).append(host.substring(at));
        } else {
            shown.append(host);
        }
        char previous = 0;
        for (String segment : front.substring(hostEnd).split("/", -1)) {
            if (previous != 0) {
                shown.append('/');
            }
            shown.append(Words.allowed(decode(segment)) ? segment : MASK);
            previous = '/';
        }
        return shown.toString();
    }

    /** A host's name has to be shown; a label that looks like a key is none. */
    private static String host(String authority) {
        int from = Math.max(authority.lastIndexOf('@'), authority.indexOf("://") + 2) + 1;
        StringBuilder shown = new StringBuilder(authority.substring(0, from));
        String separator = "";
        for (String label : authority.substring(from).split("\\.", -1)) {
            shown.append(separator).append(Typed.isLabel(label) ? label : MASK);
            separator = ".";
        }
        return shown.toString();
    }

    private static int indexOrEnd(String text, char c, int from) {
        int index = text.indexOf(c, from);
        return index < 0 ? text.length() : index;
    }

    private static String pair(String pair) {
        if (pair.equals(MASK)) {
            return pair;
        }
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair.isEmpty() ? "" : MASK;
        }
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        String plain = decode(name).trim().toLowerCase(Locale.ROOT);
        if (!QUERY_NAMES.contains(plain)) {
            return (Words.allowed(plain) ? name : MASK) + "=" + MASK;
        }
        return name + "=" + (plain.endsWith("filter") ? filter(value) : value(value));
    }

    private static String value(String raw) {
        return Words.allowed(decode(raw).replace(",", ".")) ? raw : MASK;
    }

    /** Attribute names and operators stay as written; what stands in quotes goes, unless it is a GUID. */
    private static String filter(String raw) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            String quote = quoteAt(raw, at);
            if (quote.isEmpty()) {
                int end = nextBreak(raw, at);
                String word = raw.substring(at, end);
                shown.append(Words.allowed(decode(word).trim()) ? word : MASK);
                at = end;
            } else {
                int close = raw.indexOf(quote, at + quote.length());
                String inner = raw.substring(at + quote.length(), close < 0 ? raw.length() : close);
                String lower = decode(inner).toLowerCase(Locale.ROOT);
                boolean keep = Words.isGuid(lower) || lower.equals("true") || lower.equals("false");
                shown.append(quote).append(keep ? inner : MASK).append(close < 0 ? "" : quote);
                at = close < 0 ? raw.length() : close + quote.length();
            }
        }
        return shown.toString();
    }

    private static String quoteAt(String raw, int at) {
        for (String quote : List.of("\"", "%22", "'", "%27")) {
            if (raw.startsWith(quote, at)) {
                return quote;
            }
        }
        return "";
    }

    private static int nextBreak(String raw, int from) {
        int end = from + 1;
        while (end < raw.length()
                && quoteAt(raw, end).isEmpty()
                && !raw.startsWith("%20", end)
                && " +".indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
