package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.finding.Told;
import io.scimdoctor.scim.ScimUrl;
import java.util.function.UnaryOperator;

/**
 * Decides what may be shown, by allow-list: what it does not know to be harmless is masked. Every text that comes from
 * outside passes here before it is printed or written.
 */
public final class Redactor {
    public static final String MASK = "[masked]";

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_IDENTIFIER = 100;

    private static final LatePattern PARTS = LatePattern.of("[^/\\\\:;,\\s]++");
    private static final TextMask PLAIN = new TextMask(Pseudonyms.NONE, LONGEST_TEXT);

    private Redactor() {}

    /** What the audiences are told of a text. No method references: each costs a cold start half a millisecond. */
    private enum Mask implements UnaryOperator<String> {
        SEEN,
        TEXT,
        URL,
        FILE;

        @Override
        public String apply(String text) {
            return switch (this) {
                case SEEN -> Redactor.seen(text);
                case TEXT -> Redactor.text(text);
                case URL -> Redactor.url(text);
                case FILE -> Redactor.fileName(text);
            };
        }
    }

    /** A sentence from outside: words, numbers, times, GUIDs and error codes stay, the rest is masked. */
    public static String text(String text) {
        return ScimUrl.isGuid(text) ? text : PLAIN.text(text);
    }

    /** A text from outside, for both audiences. */
    public static Told told(String text) {
        return new Told(text, Mask.SEEN, Mask.TEXT);
    }

    /** A URL from outside, for both audiences. */
    public static Told toldUrl(String url) {
        return new Told(url, Mask.SEEN, Mask.URL);
    }

    /** The name of a file, for both audiences. */
    public static Told toldFile(String name) {
        return new Told(name, Mask.SEEN, Mask.FILE);
    }

    /** A text as the person at the terminal may see it. */
    public static String seen(String text) {
        return SecretMask.hidden(text);
    }

    /** Whether the name of a secret stands in a text, be it misspelt. */
    public static boolean namesSecretWithin(String text) {
        return Notation.NAME.matcher(new PlainView(text).plain()).find();
    }

    /** Whether a word as a whole is a token or a key. */
    public static boolean isSecret(String word) {
        return SecretMask.hidden(word).equals(MASK);
    }

    /** Whether a name is that of a secret, and not of something about one, such as its file. */
    public static boolean namesSecret(String name) {
        return mentionsSecret(name) && !NamedSecrets.isAbout(name);
    }

    /** A tenant by its id or by one of its domains, without which support finds nothing. */
    public static String tenant(String tenant) {
        return tenant.indexOf('.') > 0 && tenant.indexOf('/') < 0
                ? url("https://" + tenant).substring(8)
                : text(tenant);
    }

    /** A URL: host, known path segments and query names stay; filter values and everything unknown are masked. */
    public static String url(String url) {
        return PLAIN.url(url);
    }

    /** A file's name as somebody typed it: plain words and short numbers stay. */
    public static String fileName(String name) {
        return Typed.shown(name);
    }

    /** A path or a list: numbers, ids, and names that belong to no person stay. */
    public static String harmlessParts(String value) {
        return PARTS.matcher(value).replaceAll(part -> Words.isHarmless(part.group()) ? "$0" : MASK);
    }

    /** A command line's word, or a message that repeats some: plain words and short numbers stay. */
    public static String typed(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (String word : seen(text).split("\\s+")) {
            String separator = shown.isEmpty() ? "" : " ";
            shown.append(separator).append(text(word).equals(word) ? word : Typed.shown(word));
        }
        return shown.toString();
    }

    /** Whether a text mentions a password, a key, a token or the like, so that a value in it may be one. */
    public static boolean mentionsSecret(String text) {
        return SecretMask.mentions(text);
    }

    /** An identifier that a capture gave to an exchange; it is kept whole or masked whole. */
    public static String identifier(String id) {
        return id.length() <= LONGEST_IDENTIFIER && Typed.isIdentifier(id) ? id : MASK;
    }
}
