package io.scimdoctor.redact;

import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The allow-list for sentences and URLs. What is personal and has a shape of its own, such as a mail address, is replaced
 * by its pseudonym; everything else that is not known to be harmless is masked.
 */
final class TextMask {
    private static final String MASK = Redactor.MASK;
    private static final int LONGEST_LINK = 120;
    private static final int FEWEST_SIGNS = 4;
    private static final int SHORTEST_PASSWORD = 8;
    private static final List<String> OWN_LINKS =
            List.of("https://aka.ms/", "https://go.microsoft.com/fwlink/", "https://learn.microsoft.com/");
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
            "code",
            "$filter",
            "$select",
            "$top",
            "$count");
    /** Values of a comparison that say nothing about anybody: booleans and the types of mails, phones and accounts. */
    private static final Set<String> COMPARED = Set.of(
            "",
            "true",
            "false",
            "work",
            "home",
            "other",
            "mobile",
            "fax",
            "pager",
            "proxyaddress",
            "member",
            "guest",
            "[masked]");

    private final Pseudonyms pseudonyms;
    private final int longest;

    /** @param longest how many characters of a text are kept */
    TextMask(Pseudonyms pseudonyms, int longest) {
        this.pseudonyms = pseudonyms;
        this.longest = longest;
    }

    /** A sentence from outside: words, numbers, times, GUIDs and error codes stay, the rest is masked. */
    String text(String text) {
        String printable = NamedSecrets.hidden(SecretMask.named(printable(text)));
        String bounded = printable.length() > longest ? printable.substring(0, longest) + " …" : printable;
        StringBuilder shown = new StringBuilder(bounded.length());
        int at = 0;
        boolean secretNext = false;
        boolean named = false;
        while (at < bounded.length()) {
            if (Character.isWhitespace(bounded.charAt(at))) {
                shown.append(bounded.charAt(at) == '\n' ? '\n' : ' ');
                at++;
                continue;
            }
            int phone = Words.isGuidAt(bounded, at) ? at : Phones.end(bounded, at);
            int end = phone > at ? phone : wordEnd(bounded, at);
            String word = bounded.substring(at, end);
            boolean glued = phone > at && at > 0 && Character.isLetterOrDigit(bounded.charAt(at - 1));
            String safe = phone > at ? pseudonyms.of(Pseudonyms.Kind.PHONE, Phones.digits(word)) : word(word);
            shown.append(glued ? " " : "").append(secretNext || (named && isStrange(word)) ? MASK : safe);
            secretNext = announcesSecret(word);
            named = NamedSecrets.isName(word);
            at = end;
        }
        return shown.toString();
    }

    /** A URL: host, known path segments and query names stay; filter values and everything unknown are masked. */
    String url(String url) {
        if (isOwnLink(url)) {
            return url;
        }
        String bare = SecretMask.userInfo(url);
        int question = bare.indexOf('?');
        String front = question < 0 ? bare : bare.substring(0, question);
        StringBuilder shown = new StringBuilder(front(front));
        if (question >= 0) {
            char separator = '?';
            for (String pair : bare.substring(question + 1).split("&", -1)) {
                shown.append(separator).append(pair(pair));
                separator = '&';
            }
        }
        return shown.toString();
    }

    /** The links in Microsoft's sentences and in the catalogue: short names and numbers, nothing that could be a key. */
    private static boolean isOwnLink(String url) {
        for (String start : OWN_LINKS) {
            if (url.startsWith(start)) {
                String rest = url.substring(start.length()).replace('?', '/').replace('=', '/');
                return rest.length() <= LONGEST_LINK && Typed.isIdentifier(rest);
            }
        }
        return false;
    }

    /** Without what moves a terminal's cursor or turns the direction of writing. */
    private String printable(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest + 1));
        for (int i = 0; i < text.length() && kept.length() <= longest; i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            if (!hidden || Character.isWhitespace(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static int wordEnd(String text, int from) {
        int end = from + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && !isPhone(text, end)) {
            end++;
        }
        return end;
    }

    /** Whether a telephone number with its country starts within a word, as behind the quote of a value. */
    private static boolean isPhone(String text, int at) {
        return text.charAt(at) == '+' && Phones.end(text, at) > at;
    }

    private String word(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && Words.isPunctuation(word.codePointAt(start))) {
            start++;
        }
        while (end > start && Words.isPunctuation(word.codePointBefore(end))) {
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
        return word.substring(0, start) + personal(core) + word.substring(end);
    }

    /** What is not on the allow-list: a mail address by its pseudonym, anything else by the mask. */
    private String personal(String core) {
        if (Mails.isMail(core)) {
            return mail(core);
        }
        int equals = core.indexOf('=');
        boolean named = equals > 0 && Words.allowed(core.substring(0, equals));
        if (!named) {
            return MASK;
        }
        String value = core.substring(equals + 1);
        return core.substring(0, equals + 1) + (value.indexOf('=') < 0 ? word(value) : MASK);
    }

    /** Such as {@code user-1@domain-1}; the mark of a guest stays, because it has to be encoded in a URL. */
    String mail(String mail) {
        int at = mail.lastIndexOf('@');
        String user = pseudonyms.of(Pseudonyms.Kind.USER, mail);
        String domain = pseudonyms.of(Pseudonyms.Kind.DOMAIN, mail.substring(at + 1));
        String guest = mail.substring(0, at).toUpperCase(Locale.ROOT).endsWith("#EXT#") ? "#EXT#" : "";
        return user.equals(MASK) ? MASK : user + guest + "@" + domain;
    }

    /** A value of a filter: a mail address or the end of one, or something that is only called a name. */
    private String compared(String value) {
        if (Mails.isMail(value)) {
            return mail(value);
        }
        boolean ending = value.startsWith("@") && Mails.isMail("x" + value);
        String kept = ending ? "@" : "";
        String stand =
                pseudonyms.of(ending ? Pseudonyms.Kind.DOMAIN : Pseudonyms.Kind.NAME, value.substring(kept.length()));
        return stand.equals(MASK) ? MASK : kept + stand;
    }

    /** Such as {@code password=} or {@code client_secret:}, after which any word is a secret. */
    private static boolean announcesSecret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (lower.endsWith("=") || lower.endsWith(":")) && NamedSecrets.mentions(lower);
    }

    /** Whether no sentence goes on with it behind the name of a secret: nothing but signs, or letters with digits and signs. */
    private static boolean isStrange(String word) {
        boolean signs = word.codePoints().noneMatch(Character::isLetterOrDigit);
        return signs
                ? word.chars().distinct().count() >= FEWEST_SIGNS
                : word.length() >= SHORTEST_PASSWORD
                        && word.indexOf('=') < 0
                        && Words.isMixed(word)
                        && word.chars().anyMatch(Character::isDigit)
                        && word.chars().limit(word.length() - 1L).anyMatch(c -> !Character.isLetterOrDigit(c));
    }

    private String front(String front) {
        int scheme = front.indexOf("://");
        int hostEnd = scheme < 0 ? 0 : indexOrEnd(front, '/', scheme + 3);
        String host = hostEnd == 0 ? "" : host(front.substring(0, hostEnd));
        if (scheme > 0 && !Words.allowed(front.substring(0, scheme))) {
            // What stands before "://" is no scheme, so that all of it is something else.
            return MASK;
        }
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
            String plain = ScimUrl.decode(segment);
            shown.append(Words.allowed(plain) ? segment : personal(plain));
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

    private String pair(String pair) {
        if (ScimUrl.decode(pair).equals(MASK)) {
            return pair;
        }
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair.isEmpty() ? "" : MASK;
        }
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        String plain = ScimUrl.decode(name).trim().toLowerCase(Locale.ROOT);
        if (!QUERY_NAMES.contains(plain)) {
            return (Words.allowed(plain) ? name : MASK) + "="
                    + (ScimUrl.decode(value).equals(MASK) ? value : MASK);
        }
        // The code of a sign-in, or the key of a function, is a secret; that of an error is a word or a number.
        boolean secret = plain.equals("code") && value.indexOf('-') >= 0;
        return name + "=" + (plain.endsWith("filter") ? filter(value) : secret ? MASK : value(value));
    }

    private String value(String raw) {
        return Words.allowed(ScimUrl.decode(raw).replace(",", ".")) ? raw : MASK;
    }

    /** Attribute names and operators stay as written; what stands in quotes goes, unless it is a GUID or a usual type. */
    String filter(String raw) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            String quote = quoteAt(raw, at);
            if (quote.isEmpty()) {
                int end = nextBreak(raw, at);
                String word = raw.substring(at, end);
                shown.append(Words.allowed(ScimUrl.decode(word).trim()) ? word : MASK);
                at = end;
            } else {
                int close = raw.indexOf(quote, at + quote.length());
                String inner = raw.substring(at + quote.length(), close < 0 ? raw.length() : close);
                String plain = ScimUrl.decode(inner);
                String lower = plain.toLowerCase(Locale.ROOT);
                boolean keep = ScimUrl.isGuid(plain) || Words.isPseudonym(plain) || COMPARED.contains(lower.trim());
                shown.append(quote).append(keep ? inner : compared(plain)).append(close < 0 ? "" : quote);
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
}
