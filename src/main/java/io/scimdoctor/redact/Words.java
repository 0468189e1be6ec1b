package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The allow-list for free text: which words may be shown. Words of this field, short numbers, times, GUIDs and codes
 * pass; everything else, such as names, passwords, tokens, keys, mail addresses and telephone numbers, does not.
 */
final class Words {
    private static final LatePattern PSEUDONYM = Notation.of("PSEUDONYM");
    private static final LatePattern FORMED = Notation.of("FORMED");
    /** A short number, alone or with a unit such as {@code ms}. */
    private static final LatePattern PART =
            LatePattern.of("[0-9]{1,6}(?:ms|min|[smhdx]|th|st|nd|rd)?|AADSTS[0-9]{1,9}");

    private static final LatePattern LONG_ADDRESS = Notation.of("LONG_ADDRESS");

    private static final LatePattern JOINED =
            LatePattern.of("\\p{L}[\\p{L}\\p{Nd}]*+(?:[._]\\p{L}[\\p{L}\\p{Nd}]*+)++");

    private static final LatePattern BETWEEN = LatePattern.of("\\s*+(?:[,;/=:]|[.]$)\\s*+");
    private static final LatePattern FIGURES =
            LatePattern.of("(?!.*[0-9]{7})[^\\p{L}]*+(?:AM|PM|UTC|GMT|ms|min|\\w)?|[{]\\w+[}]");

    private static final LatePattern SYMBOL = Notation.of("SYMBOL");

    private static final int MOST_DIGITS = 9;
    private static final int GUID_LENGTH = 36;
    private static final String SCHEMA = "urn:ietf:params:scim:";

    private Words() {}

    /** Whether a word, without the punctuation around it, may be shown. */
    static boolean allowed(String word) {
        boolean colon = word.indexOf(':') >= 0;
        if (word.isEmpty()
                || isFormed(word)
                || (colon && LONG_ADDRESS.matcher(word).matches())) {
            return true;
        }
        boolean schema = word.regionMatches(true, 0, SCHEMA, 0, SCHEMA.length());
        return word.indexOf('@') < 0 && partsAllowed(schema ? word.substring(SCHEMA.length()) : word) && areNames(word);
    }

    /** Words that a dot or a line joins are one name, which may be that of a person. */
    private static boolean areNames(String word) {
        boolean names = true;
        Matcher joined = JOINED.matcher(word.indexOf('.') < 0 && word.indexOf('_') < 0 ? "" : word);
        while (names && joined.find()) {
            names = Vocabulary.isName(joined.group());
        }
        return names;
    }

    /**
     * Whether a value says nothing about anybody, each of whose words may be a usual one: numbers, ids, and names of this
     * API.
     */
    static boolean isHarmless(String value) {
        return value.startsWith("urn:")
                || Vocabulary.isName(value)
                || Stream.of(BETWEEN.split(value.strip()))
                        .allMatch(part -> FIGURES.matcher(part).matches()
                                || part.equals(Redactor.MASK)
                                || FORMED.matcher(part).matches()
                                || isPseudonym(part)
                                || ScimUrl.isGuid(part)
                                || Vocabulary.isName(part));
    }

    /** Whether it is a word of the vocabulary, or one of those that have a form. */
    private static boolean isFormed(String word) {
        return Vocabulary.isWord(word.toLowerCase(Locale.ROOT))
                || FORMED.matcher(word).matches()
                || isPseudonym(word)
                || ScimUrl.isGuid(word);
    }

    /**
     * Whether a character cannot stand for a letter: blanks, punctuation, mathematical and drawn signs. A sign may
     * still be read as a letter, as circled ones and Braille are; so this lists what may be shown.
     */
    static boolean isPunctuation(int character) {
        return character < 128
                ? !Character.isLetterOrDigit(character)
                : SYMBOL.matcher(Character.toString(character)).matches();
    }

    /** Whether a word joins letters to digits or signs, as passwords do, and is none of the words that have a form. */
    static boolean isMixed(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return !isFormed(word)
                && !lower.startsWith("urn:")
                && !lower.startsWith("http")
                && word.chars().anyMatch(Character::isLetter)
                && word.chars().anyMatch(c -> !Character.isLetter(c) && "-_/ ".indexOf(c) < 0);
    }

    /** Whether it has letters in both cases and digits, as generated keys have. */
    static boolean hasAllKinds(String text) {
        return text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isDigit);
    }

    /** Whether a GUID begins here and is no piece of a longer word, as in {@code Tenant/Read/<GUID>}. */
    static boolean isGuidAt(String word, int at) {
        int end = at + GUID_LENGTH;
        return end <= word.length()
                && (end == word.length() || !Character.isLetterOrDigit(word.charAt(end)))
                && ScimUrl.isGuid(word.substring(at, end));
    }

    /** Whether it is a pseudonym such as {@code name-3} or {@code user-1@domain-1}, so that masking twice changes nothing. */
    static boolean isPseudonym(String word) {
        return PSEUDONYM.matcher(word).matches();
    }

    /** The text with each part between signs shown in its own way. */
    static String each(String text, String sign, UnaryOperator<String> shown) {
        StringJoiner parts = new StringJoiner(sign);
        for (String part : text.split("\\" + sign, -1)) {
            parts.add(shown.apply(part));
        }
        return parts.toString();
    }

    /** Every part between punctuation is a known word or a short number, and all of it together no telephone number. */
    private static boolean partsAllowed(String word) {
        int start = 0;
        int digits = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == start && isGuidAt(word, i)) {
                i += GUID_LENGTH;
                start = i;
            }
            boolean edge = i == word.length() || isPunctuation(word.codePointAt(i));
            if (edge && !partAllowed(word.substring(start, i))) {
                return false;
            }
            start = edge ? i + 1 : start;
            digits += i < word.length() && Character.isDigit(word.charAt(i)) ? 1 : 0;
        }
        return digits <= MOST_DIGITS;
    }

    private static boolean partAllowed(String part) {
        return part.isEmpty()
                || (isLetters(part)
                        ? Vocabulary.knows(part)
                        : PART.matcher(part).matches() || Vocabulary.isWord(part.toLowerCase(Locale.ROOT)));
    }

    private static boolean isLetters(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
