package io.scimdoctor.redact;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The allow-list for sentences and URLs. What is personal and has a shape of its own, such as a mail address, is replaced
 * by its pseudonym; everything else that is not known to be harmless is masked.
 *
 * @param longest how many characters of a text are kept
 */
record TextMask(Pseudonyms pseudonyms, int longest) {
    private static final String MASK = Redactor.MASK;
    private static final int LONGEST_MAIL = 320;
    private static final Set<String> QUERY_NAMES =
            Set.of(("filter attributes excludedattributes count cursor startindex sortby"
                            + " sortorder api-version resource code $filter $select $top $count")
                    .split(" "));

    /** Values of a comparison that say nothing about anybody: booleans and the types of mails, phones and accounts. */
    private static final Set<String> COMPARED =
            Set.of("true false work home other mobile fax pager proxyaddress member guest [masked]".split(" "));

    /** A sentence from outside: words, numbers, times, GUIDs and error codes stay, the rest is masked. */
    String text(String text) {
        String printable = SecretMask.printable(text);
        printable = Beginning.of(printable, longest + 2);
        printable = NamedSecrets.masked(printable);
        String bounded = printable.length() > longest ? Beginning.of(printable, longest) + " …" : printable;
        StringBuilder shown = new StringBuilder(bounded.length());
        int at = 0;
        // Who is handed a text learns not even that a secret is a common word.
        boolean secretNext = false;
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
            shown.append(glued ? " " : "").append(secretNext ? MASK : safe);
            secretNext = (word.endsWith("=") || word.endsWith(":")) && SecretMask.mentions(word);
            at = end;
        }
        return shown.toString();
    }

    /** A URL: host, known path segments and query names stay; filter values and everything unknown are masked. */
    String url(String url) {
        Matcher own = Rare.OWN_LINK.matcher(url);
        if (own.matches() && Typed.isIdentifier(own.group(1).replace('?', '/').replace('=', '/'))) {
            return url;
        }
        String[] parts = SecretMask.userInfo(url).split("\\?", 2);
        return parts.length == 1 ? front(parts[0]) : front(parts[0]) + "?" + Words.each(parts[1], "&", this::pair);
    }

    private static int wordEnd(String text, int from) {
        int end = from + 1;
        // A telephone number with its country may start within a word, as behind the quote of a value.
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && (text.charAt(end) != '+' || Phones.end(text, end) == end)) {
            end++;
        }
        return end;
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
        if (isMail(core)) {
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

    /** Whether the whole text is one address: something, one last {@code @}, and a domain with a dot. */
    static boolean isMail(String text) {
        return text.indexOf('@') > 0
                && text.length() <= LONGEST_MAIL
                && Form.MAIL.matcher(text).matches();
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
        if (isMail(value)) {
            return mail(value);
        }
        boolean ending = value.startsWith("@") && isMail("x" + value);
        String kept = ending ? "@" : "";
        String stand =
                pseudonyms.of(ending ? Pseudonyms.Kind.DOMAIN : Pseudonyms.Kind.NAME, value.substring(kept.length()));
        return stand.equals(MASK) ? MASK : kept + stand;
    }

    private String front(String front) {
        int scheme = front.indexOf("://");
        int slash = front.indexOf('/', scheme + 3);
        int hostEnd = scheme < 0 ? 0 : slash < 0 ? front.length() : slash;
        if (scheme > 0 && !Words.allowed(front.substring(0, scheme))) {
            // What stands before "://" is no scheme, so that all of it is something else.
            return MASK;
        }
        return host(front.substring(0, hostEnd), scheme + 3) + Words.each(front.substring(hostEnd), "/", this::segment);
    }

    private String segment(String segment) {
        String plain = ScimUrl.decode(segment);
        return Words.allowed(plain) ? segment : personal(plain);
    }

    /** A host's name has to be shown; a label that looks like a key is none. */
    private static String host(String authority, int from) {
        if (authority.isEmpty()) {
            return "";
        }
        int at = authority.lastIndexOf('@');
        return authority.substring(0, from)
                + (at < 0 ? "" : MASK + "@")
                + Words.each(
                        authority.substring(Math.max(at + 1, from)), ".", label -> Typed.isLabel(label) ? label : MASK);
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
        boolean known = Words.allowed(ScimUrl.decode(value).replace(",", "."));
        return name + "=" + (plain.endsWith("filter") ? filter(value) : secret || !known ? MASK : value);
    }

    /** Attribute names and operators stay as written; what stands in quotes goes, unless it is a GUID or a usual type. */
    String filter(String raw) {
        return Rare.TERM.matcher(raw).replaceAll(term -> {
            String word = term.group();
            boolean quoted = term.group(1) != null;
            boolean known = !quoted && Words.allowed(ScimUrl.decode(word).trim());
            return Matcher.quoteReplacement(quoted ? quoted(term) : known ? word : MASK);
        });
    }

    private String quoted(MatchResult term) {
        String plain = ScimUrl.decode(term.group(2));
        String trimmed = plain.trim().toLowerCase(Locale.ROOT);
        boolean kept =
                ScimUrl.isGuid(plain) || Words.isPseudonym(plain) || trimmed.isEmpty() || COMPARED.contains(trimmed);
        return term.group(1) + (kept ? term.group(2) : compared(plain)) + term.group(3);
    }

    /** Compiled on first use only. */
    private static final class Form {
        static final Pattern MAIL =
                Pattern.compile("[\\p{L}\\p{Nd}._+#'!%&~$^=/-]++@(?![.])(?=[^.]*[.])[\\p{L}\\p{Nd}.-]++(?<![.])");
    }

    /** What most texts do not need, compiled on first use. */
    private static final class Rare {
        /** What stands in quotes, or a word with the blank before it. */
        static final Pattern TERM =
                Pattern.compile("(?s)(\"|%22|'|%27)(.*?)(\\1|\\z)|.(?:(?!\"|%22|'|%27|%20)[^ +])*+");
        /** The links in Microsoft's sentences and in the catalogue. */
        static final Pattern OWN_LINK =
                Pattern.compile("https://(?:aka[.]ms|go[.]microsoft[.]com/fwlink|learn[.]microsoft[.]com)/(.{0,120})");
    }
}
