package io.scimdoctor.redact;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * The allow-list for sentences and URLs. What is personal and has a shape of its own, such as a mail address, is replaced
 * by its pseudonym; everything else that is not known to be harmless is masked.
 *
 * @param longest how many characters of a text are kept
 */
record TextMask(Pseudonyms pseudonyms, int longest) {
    private static final LatePattern QUOTED = Notation.of("QUOTED");
    private static final LatePattern CALLER = Notation.of("CALLER");

    private static final LatePattern MAIL = Notation.of("MAIL");

    /** Of these a sentence tells behind a colon, and none of them is a usual word. */
    private static final LatePattern TOLD_OF = LatePattern.of("(?i)token|authorization|assertion|key|signature");
    /** An address, or a sentence. */
    private static final LatePattern TOLD = LatePattern.of("https?://\\S+|\\S+@\\S+|(?:\\S+ ){4,}+\\S*[.!?]");

    /** What stands before a name of somebody's choice. */
    private static final LatePattern PLACE = LatePattern.of("(?i)\\b(?:attribute|property|parameter) $");

    private static final LatePattern FILTER = LatePattern.of("^[\\w:.]+(?:\\[| (?i:eq|ne|co|sw|ew|gt|ge|lt|le|pr)\\b)");
    private static final LatePattern PEOPLE = Notation.of("PEOPLE");
    private static final LatePattern BELOW_OBJECTS = Notation.of("BELOW_OBJECTS");
    private static final LatePattern TERM = Notation.of("TERM");
    private static final LatePattern OWN_LINK = Notation.of("OWN_LINK");

    private static final String MASK = Redactor.MASK;
    private static final int LONGEST_MAIL = 320;
    private static final Set<String> OPERATORS = Set.of("eq ne co sw ew gt ge lt le".split(" "));

    /** Values of a comparison that say nothing about anybody: booleans and the types of mails, phones and accounts. */
    private static final Set<String> COMPARED =
            Set.of("true false work home other mobile fax pager proxyaddress member guest [masked]".split(" "));

    /** A sentence from outside: words, numbers, times, GUIDs and error codes stay, the rest is masked. */
    String text(String text) {
        String printable = SecretMask.printable(text);
        printable = Beginning.of(printable, longest + 2);
        printable = CALLER.matcher(NamedSecrets.masked(printable)).replaceAll("$1" + MASK);
        String bounded = quotes(printable.length() > longest ? Beginning.of(printable, longest) + " …" : printable);
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
            boolean told = word.endsWith(":") && TOLD_OF.matcher(word).find();
            secretNext = (word.endsWith("=") || word.endsWith(":")) && !told && SecretMask.mentions(word);
            at = end;
        }
        return PEOPLE.matcher(shown).replaceAll(MASK);
    }

    /** What stands in quotes is a value, or in a piece of JSON the name of one or a sentence. */
    private String quotes(String text) {
        Matcher found = QUOTED.matcher(text);
        StringBuilder shown = new StringBuilder(text.length());
        Policy policy = Policy.UNKNOWN;
        while (found.find()) {
            String value = found.group(3);
            String before = text.substring(Math.max(0, found.start() - 10), found.start());
            boolean name = (found.group(5) != null || PLACE.matcher(before).find()) && value.matches("\\S{1,40}");
            boolean kept = name || policy == Policy.WORD || Words.isHarmless(value);
            boolean filter = policy == Policy.PATH || FILTER.matcher(value).find();
            String told = policy == Policy.TEXT || TOLD.matcher(value).matches() ? quotes(value) : MASK;
            String safe = kept ? value : filter ? filter(value) : told;
            policy = name ? Policy.ofField(value) : Policy.UNKNOWN;
            found.appendReplacement(shown, "");
            shown.append(text, found.start(), found.start(3)).append(safe).append(found.group(4));
        }
        return found.appendTail(shown).toString();
    }

    /** A URL: host, known path segments and query names stay; filter values and everything unknown are masked. */
    String url(String url) {
        Matcher own = OWN_LINK.matcher(url);
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
        boolean below = BELOW_OBJECTS.matcher(core).find();
        int equals = core.indexOf('=');
        if (!below && Words.allowed(core) && (equals < 1 || !isValue(core.substring(equals + 1)))) {
            return word;
        }
        if (below || core.startsWith("https://") || core.startsWith("http://")) {
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
        boolean hidden = value.indexOf('=') >= 0 || (Words.allowed(value) && isValue(value));
        return core.substring(0, equals + 1) + (hidden ? MASK : word(value));
    }

    /** What stands in quotes behind an equals sign is masked before. */
    private static boolean isValue(String value) {
        return !value.isEmpty() && !Words.isPunctuation(value.codePointAt(0)) && !Words.isHarmless(value);
    }

    /** Whether the whole text is one address: something, one last {@code @}, and a domain with a dot. */
    static boolean isMail(String text) {
        return text.indexOf('@') > 0
                && text.length() <= LONGEST_MAIL
                && MAIL.matcher(text).matches();
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
        String path = front.substring(hostEnd);
        Matcher below = BELOW_OBJECTS.matcher(path);
        int named = below.find() ? below.end() - 1 : path.length();
        return host(front.substring(0, hostEnd), scheme + 3)
                + Words.each(path.substring(0, named), "/", segment -> segment(segment, true))
                + Words.each(path.substring(named), "/", segment -> segment(segment, false));
    }

    private String segment(String segment, boolean usual) {
        String plain = ScimUrl.decode(segment);
        return Words.allowed(plain) && (usual || Words.isHarmless(plain)) ? segment : personal(plain);
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
        String shown = ScimUrl.decode(value);
        // The code of a sign-in, or the key of a function, is a secret; that of an error is a word or a number.
        boolean secret = !Vocabulary.isName(plain) || (plain.equals("code") && value.indexOf('-') >= 0);
        boolean known = shown.equals(MASK) || (!secret && Words.isHarmless(shown) && Words.allowed(shown));
        String safe = plain.endsWith("filter") ? filter(value) : known ? value : MASK;
        return (Words.allowed(plain) ? name : MASK) + "=" + safe;
    }

    /** Attribute names and operators stay as written; what stands in quotes goes, unless it is a GUID or a usual type. */
    String filter(String raw) {
        Matcher term = TERM.matcher(SecretMask.mentions(raw) ? NamedSecrets.masked(raw) : raw);
        StringBuilder shown = new StringBuilder(raw.length());
        boolean compared = false;
        while (term.find()) {
            String plain = ScimUrl.decode(term.group()).trim();
            boolean known = Words.allowed(plain) && (!compared || Words.isHarmless(plain.split("[\\])]", 2)[0]));
            String safe = term.group(1) != null ? quoted(term) : known ? term.group() : MASK;
            term.appendReplacement(shown, Matcher.quoteReplacement(safe));
            compared = OPERATORS.contains(plain.toLowerCase(Locale.ROOT)) || (compared && plain.isEmpty());
        }
        return term.appendTail(shown).toString();
    }

    private String quoted(MatchResult term) {
        String plain = ScimUrl.decode(term.group(2));
        String trimmed = plain.trim().toLowerCase(Locale.ROOT);
        boolean kept =
                ScimUrl.isGuid(plain) || Words.isPseudonym(plain) || trimmed.isEmpty() || COMPARED.contains(trimmed);
        return term.group(1) + (kept ? term.group(2) : compared(plain)) + term.group(3);
    }
}
