package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Takes secrets out of a text that its own owner will read: tokens, keys, what stands behind the name of a secret, and the
 * password in a URL. Everything else stays as it is.
 */
final class SecretMask {
    private static final LatePattern RUN = Notation.of("RUN");
    private static final LatePattern PASSWORD = Notation.of("PASSWORD");
    private static final LatePattern MARKED = Notation.of("MARKED");
    private static final LatePattern MENTION = Notation.of("MENTION");
    private static final LatePattern USER_INFO = Notation.of("USER_INFO");
    private static final LatePattern SCHEME = Notation.of("SCHEME");

    private static final LatePattern KEY_BEGIN = LatePattern.of("-----BEGIN [A-Z0-9 ]{0,40}+-----");
    private static final LatePattern KEY_END = LatePattern.of("-----END [A-Z0-9 ]{0,40}+-----");

    private static final String MASK = Redactor.MASK;
    private static final int LONGEST_KEY = 20_000;
    private static final int SHORTEST_KEY = 20;
    private static final int SHORTEST_CREDENTIAL = 8;

    private SecretMask() {}

    /** The text without secrets, and without what moves a terminal's cursor. */
    static String hidden(String text) {
        if (NamedSecrets.isWord(text)) {
            int scheme = text.indexOf(':') + 1;
            return text.substring(0, scheme) + pieces(text.substring(scheme));
        }
        String shown = keys(printable(text));
        shown = shown.indexOf('@') < 0 ? shown : userInfo(shown);
        return credentials(NamedSecrets.masked(shown)).replace('\t', ' ');
    }

    /** The text without what moves a terminal's cursor or turns the direction of writing. */
    static String printable(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < '\u007F') {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, plain);
        int c;
        for (int i = plain; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean hidden =
                    c != '\n' && c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
            if (!hidden || Character.isWhitespace(c)) {
                kept.appendCodePoint(hidden ? ' ' : c);
            }
        }
        return kept.toString();
    }

    /** Whether a text mentions a secret at all. */
    static boolean mentions(String text) {
        return MENTION.matcher(text).find();
    }

    /** The user and password before a host; an {@code @} behind the path is none of theirs. */
    static String userInfo(String text) {
        return USER_INFO.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
    }

    /** Runs of letters and digits as generators make them, JSON Web Tokens and private keys. */
    private static String keys(String text) {
        Matcher run = RUN.matcher(text);
        StringBuilder replaced = new StringBuilder(text.length());
        while (run.find()) {
            run.appendReplacement(replaced, Matcher.quoteReplacement(pieces(run.group())));
        }
        String shown = run.appendTail(replaced).toString();
        return shown.contains("-----BEGIN ") ? privateKeys(shown) : shown;
    }

    /** A key that is cut is masked up to the end, unless too much follows for one key. */
    private static String privateKeys(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Matcher begin = KEY_BEGIN.matcher(text);
        Matcher end = KEY_END.matcher(text);
        boolean ended = end.find();
        int copied = 0;
        while (begin.find(copied)) {
            while (ended && end.start() < begin.end()) {
                ended = end.find();
            }
            int stop = ended ? end.end() : text.length();
            boolean key = stop - begin.end() <= LONGEST_KEY;
            shown.append(text, copied, begin.start()).append(key ? MASK : begin.group());
            copied = key ? stop : begin.end();
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** A parameter may have a key as its value, and a path as one of its segments. */
    private static String pieces(String run) {
        int value = run.indexOf('=') + 1;
        if (value > 1 && isKey(run.substring(value))) {
            return run.substring(0, value) + MASK;
        }
        boolean key = isKey(run.replace("%2E", ".").replace("%2e", "."));
        if (key || run.indexOf('/') < 0) {
            return key ? MASK : run;
        }
        return Words.each(run, "/", piece -> isKey(piece) ? MASK : piece);
    }

    private static boolean isKey(String run) {
        if (MARKED.matcher(run).lookingAt()) {
            return true;
        }
        if (run.length() < SHORTEST_KEY) {
            return run.length() >= SHORTEST_CREDENTIAL && PASSWORD.matcher(run).matches();
        }
        if (run.regionMatches(true, 0, "eyJ", 0, 3)
                || run.contains("=eyJ")
                || run.contains(".eyJ")
                || SecretShape.isEntraSecret(run)) {
            return true;
        }
        boolean path = run.indexOf('/') >= 0;
        for (String part : path || run.indexOf('.') < 0 ? new String[0] : run.split("\\.")) {
            if (isKey(part)) {
                return true;
            }
        }
        if (run.equals(run.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean mixed = run.endsWith("=") || run.indexOf('+') >= 0;
        boolean separated = path || run.indexOf('.') >= 0 || run.indexOf('=') >= 0;
        if ((separated && !mixed) || run.split("[0-9]++", -1).length < 3) {
            return false;
        }
        // An identifier, or a file's name, may join words in small letters to a number in capital ones.
        for (String part : run.split("[-_]")) {
            if (!part.equals(part.toLowerCase(Locale.ROOT)) && !part.equals(part.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** A scheme of authentication and what is sent with it. */
    private static String credentials(String text) {
        Matcher found = SCHEME.matcher(text);
        StringBuilder shown = new StringBuilder(text.length());
        while (found.find()) {
            String value = found.group(2);
            boolean parameter = value.endsWith("=") && text.startsWith("\"", found.end());
            boolean secret = value.length() >= SHORTEST_CREDENTIAL && !parameter && !Words.allowed(value);
            found.appendReplacement(shown, Matcher.quoteReplacement(found.group(1) + (secret ? MASK : value)));
        }
        return found.appendTail(shown).toString();
    }
}
