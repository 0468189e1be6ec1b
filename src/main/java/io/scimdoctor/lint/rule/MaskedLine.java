package io.scimdoctor.lint.rule;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a request as it may be shown: names and operators stay, a value is masked as a whole unless it is known to be
 * harmless, since each word of an address may be a usual one. Where some characters went is kept, for the caret below them.
 */
public final class MaskedLine {
    private static final LatePattern KEY = LatePattern.of("\"(\\w{1,20})\"\\s{0,9}:\\s{0,9}$");
    private static final LatePattern SEGMENT = LatePattern.of("[^/?&#\\s\"']++");
    private static final LatePattern BELOW = LatePattern.of("(?i)(?:^|/)(?:users|groups|members|owners)/$");
    private static final LatePattern NAME = LatePattern.of("[{<]?[A-Za-z-]++[}>]?");

    private static final LatePattern COLON = LatePattern.of("\\s{0,9}:");
    /** Where a number stands that is the value of a member or an element. */
    private static final LatePattern VALUE = LatePattern.of("(?:\"\\s{0,9}:|\\[|,|^)\\s{0,9}$");

    private static final LatePattern NUMBER = LatePattern.of("[-0-9.eE]{2,}+");
    private static final LatePattern END =
            LatePattern.of("(?i)(?: |%20|[+])(?:and|or)(?= |%20|[+])|[&)\\]\"'{}]|%2[27]");
    /** A parameter whose value is a filter or a list of names. */
    private static final LatePattern NAMING = LatePattern.of(
            "(?i)(?<![\\w.])(?:filter|(?:excluded)?attributes|sortby|sortorder|count|startindex|charset|(?:%24|[$])(?:filter|select|orderby))(?:\\s|%20|[+]){0,9}$");

    private static final String WORD_SIGNS = "_@.-:";
    /** No pattern that looks at what stands before a value looks back further. */
    private static final int LOOK_BACK = 80;

    private static final List<String> QUOTES = List.of("\"", "\\\"", "%22", "'", "%27", "\u201C", "\u201D", "\u201E");
    private static final Set<String> OPERATORS = Set.of("eq ne co sw ew gt ge lt le = %3d".split(" "));
    /** Values that say nothing about anybody. */
    private static final Set<String> HARMLESS =
            Set.of(Resource.text(MaskedLine.class, "harmless.txt").split("\n"));

    private final String raw;
    /** Where the line begins in {@link #raw}, behind what is there only because it tells what is secret in the line. */
    private final int first;

    private final boolean secret;
    private final StringBuilder shown = new StringBuilder();
    private final int[] columns;

    /** The line of an excerpt, which may begin within a value. */
    public MaskedLine(Excerpt excerpt, Audience audience) {
        boolean own = audience == Audience.SEEN;
        // Each sign that is not shown is one blank, so that what is seen differs by the secrets alone.
        String before = own && Redactor.namesSecretWithin(excerpt.before()) ? excerpt.before() : "";
        raw = (before + excerpt.text()).replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", " ");
        first = before.length();
        columns = new int[raw.length() + 1];
        String seen = whole(Redactor.seen(raw));
        secret = !seen.equals(raw) || Redactor.mentionsSecret(raw);
        if (own) {
            around(seen.split(Pattern.quote(Redactor.MASK), -1));
        } else {
            parts(excerpt.quote().isEmpty() ? 0 : rest(excerpt.quote()), raw.length());
        }
        columns[raw.length()] = shown.length();
    }

    /** Nothing stays behind what is masked of a header field that is a secret: there may be a quote within its value. */
    private static String whole(String seen) {
        int colon = seen.indexOf(": ");
        int mask = seen.indexOf(Redactor.MASK);
        boolean field = colon > 0
                && mask > colon
                && seen.substring(0, colon).matches("[\\w-]+")
                && Redaction.isSecretHeader(seen.substring(0, colon));
        return field ? seen.substring(0, mask) + Redactor.MASK : seen;
    }

    public static MaskedLine of(String raw, Audience audience) {
        return new MaskedLine(new Excerpt("", raw, 0, 0, ""), audience);
    }

    public String text() {
        return shown.substring(columns[first]);
    }

    /** The column that a character of the raw text went to. */
    public int column(int offset) {
        return columns[Math.min(first + offset, raw.length())] - columns[first];
    }

    /** All but the secrets, each of which stands between two of the pieces. */
    private void around(String[] pieces) {
        int at = 0;
        for (int i = 0; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            int start = last ? raw.length() - pieces[i].length() : i == 0 ? 0 : raw.indexOf(pieces[i], at + 1);
            int from = start < at ? raw.length() : start;
            put(at, from, i == 0);
            at = Math.min(raw.length(), from + pieces[i].length());
            keep(from, at - from);
        }
    }

    /** Names, signs, and what stands in quotes or behind an operator. */
    private void parts(int from, int limit) {
        int at = from;
        boolean compared = false;
        while (at < limit) {
            String quote = quote(at, limit);
            int separator = separator(at);
            int end = at + separator;
            if (!quote.isEmpty()) {
                end = quoted(at + quote.length(), limit, quote);
                compared = false;
            } else if (compared && !isBlank(at, end)) {
                end = bare(at, limit);
                put(at, end, isHarmless(raw.substring(at, end)));
                compared = false;
            } else if (raw.startsWith("/", at)) {
                keep(at, 1);
                end = segment(at + 1, limit);
            } else if (separator > 0) {
                keep(at, separator);
                boolean naming = NAMING.matcher(before(at)).find();
                compared |= OPERATORS.contains(raw.substring(at, end).toLowerCase(Locale.ROOT)) && !naming;
            } else {
                end = word(at, limit);
                compared = OPERATORS.contains(raw.substring(at, end).toLowerCase(Locale.ROOT));
            }
            at = end;
        }
    }

    /** The end of a value that began before this line, with the quote that ends it. */
    private int rest(String quote) {
        int end = end(0, raw.length(), quote);
        put(0, end, end == 0);
        int next = Math.min(end + quote.length(), raw.length());
        keep(end, next - end);
        return next;
    }

    private String before(int at) {
        return raw.substring(Math.max(0, at - LOOK_BACK), at);
    }

    private String quote(int at, int limit) {
        for (String quote : QUOTES) {
            if (raw.startsWith(quote, at) && at + quote.length() <= limit) {
                return quote;
            }
        }
        return "";
    }

    /** What stands in quotes: the name of a member, the path of an operation, or a value. */
    private int quoted(int from, int limit, String quote) {
        int end = end(from, limit, quote);
        int close = quote(end, limit).length();
        keep(from - quote.length(), quote.length());
        String content = raw.substring(from, end);
        Matcher key = KEY.matcher(before(from - quote.length()));
        String name = key.find() ? key.group(1).toLowerCase(Locale.ROOT) : "";
        boolean named = COLON.matcher(raw)
                .region(Math.min(end + close, raw.length()), raw.length())
                .lookingAt();
        if (name.equals("path") && content.indexOf('[') >= 0) {
            parts(from, end);
        } else if (named || name.equals("path") || name.equals("op") || content.startsWith("urn:")) {
            put(from, end, ShownNames.name(content).equals(content));
        } else {
            put(from, end, isHarmless(content));
        }
        keep(end, close);
        return end + close;
    }

    /** Where what stands in quotes ends; an escaped quote ends nothing but what an escaped one began. */
    private int end(int from, int limit, String quote) {
        boolean typographic = quote.charAt(0) > 127;
        int at = from;
        while (at < limit
                && !(typographic
                        ? raw.charAt(at) > 127 && QUOTES.contains(raw.substring(at, at + 1))
                        : raw.startsWith(quote, at))) {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, limit);
    }

    /** A value without quotes, up to the next comparison or parameter. */
    private int bare(int from, int limit) {
        Matcher end = END.matcher(raw).region(from, limit);
        return end.find() ? Math.max(from + 1, end.start()) : limit;
    }

    /** A segment of a path that names an object or has escapes is one value; of any other the words are looked at. */
    private int segment(int from, int limit) {
        Matcher end = SEGMENT.matcher(raw).region(from, limit);
        boolean below = BELOW.matcher(before(from)).find();
        if (!end.lookingAt() || (end.group().indexOf('%') < 0 && !below)) {
            return from;
        }
        String plain = ScimUrl.decode(end.group()).strip();
        boolean name = below
                ? Redactor.harmlessParts(plain).equals(plain)
                : NAME.matcher(plain).matches() && ShownNames.name(plain).equals(plain);
        put(from, end.end(), name || isHarmless(plain));
        return end.end();
    }

    private boolean isBlank(int from, int end) {
        return end > from && " +%20=%3D".contains(raw.substring(from, end));
    }

    /** How many characters of a separator stand here; an escape of a URL is one. */
    private int separator(int at) {
        char c = raw.charAt(at);
        if (c == '%' && at + 2 < raw.length() && hex(at + 1) && hex(at + 2)) {
            return 3;
        }
        if (c == '\\' && at + 1 < raw.length()) {
            return 2;
        }
        boolean colon = c == ':' && at > 0 && raw.charAt(at - 1) == '"';
        return !colon && (Character.isLetterOrDigit(c) || WORD_SIGNS.indexOf(c) >= 0) ? 0 : 1;
    }

    private boolean hex(int at) {
        return Character.digit(raw.charAt(at), 16) >= 0;
    }

    private void keep(int at, int length) {
        for (int i = 0; i < length; i++) {
            columns[at + i] = shown.length();
            shown.append(raw.charAt(at + i));
        }
    }

    private int word(int start, int limit) {
        int end = start;
        while (end < limit && separator(end) == 0) {
            end++;
        }
        String word = raw.substring(start, end);
        boolean number =
                NUMBER.matcher(word).matches() && VALUE.matcher(before(start)).find();
        put(start, end, !number && (secret ? Redactor.text(word) : ShownNames.name(word)).equals(word));
        return end;
    }

    private void put(int start, int end, boolean harmless) {
        if (harmless) {
            keep(start, end - start);
            return;
        }
        for (int i = start; i < end; i++) {
            columns[i] = shown.length();
        }
        shown.append(Redactor.MASK);
    }

    private boolean isHarmless(String value) {
        String plain = ScimUrl.decode(value).trim();
        return plain.isEmpty()
                || HARMLESS.contains(plain.toLowerCase(Locale.ROOT))
                || (!secret
                        && (ScimUrl.isGuid(plain)
                                || (plain.length() < 5 && plain.chars().allMatch(Character::isDigit))));
    }
}
