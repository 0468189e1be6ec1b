package io.scimdoctor.redact;

import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Set;

/**
 * The allow-list for free text: which words may be shown. Words of this field, short numbers, times, GUIDs and codes
 * pass; everything else, such as names, passwords, tokens, keys, mail addresses and telephone numbers, does not.
 */
final class Words {
    private static final int LONGEST_NUMBER = 8;
    private static final int LONGEST_TIME = 33;
    private static final int MOST_DIGITS = 9;
    private static final int GUID_LENGTH = 36;
    private static final Set<String> UNITS = Set.of("ms", "s", "m", "min", "h", "d", "x", "th", "st", "nd", "rd");
    private static final Set<String> VOCABULARY = Set.of(
            "v1",
            "v2",
            "p1",
            "p2",
            "b2c",
            "x5t",
            "x5t#s256",
            "s256",
            "cp1",
            "x509",
            "3des",
            "ipv4",
            "ipv6",
            "base64url",
            "2xx",
            "3xx",
            "4xx",
            "5xx",
            "oauth2",
            "http/1.1",
            "http/1.0",
            "http/2",
            "rs256",
            "hs256",
            "es256",
            "ps256",
            "utf-8",
            "base64",
            "10s",
            "iso8601",
            "tls1.2",
            "tlsv1.2",
            "tlsv1.3",
            "us-ascii",
            "iso-8859-1");

    private Words() {}

    /** Whether a word, without the punctuation around it, may be shown. */
    static boolean allowed(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || VOCABULARY.contains(lower) || ScimUrl.isGuid(word) || isTime(word) || isPseudonym(word)) {
            return true;
        }
        if (word.indexOf('@') >= 0) {
            return false;
        }
        if (lower.startsWith("urn:ietf:params:scim:")) {
            return partsAllowed(word.substring("urn:ietf:params:scim:".length()));
        }
        return isCode(word) || isLongAddress(word) || partsAllowed(word);
    }

    /**
     * Whether a character can spell nothing: blanks, punctuation, mathematical and drawn signs. What is no letter may still
     * be one to a reader, as circled letters and Braille are, so that this is a list of what may pass.
     */
    static boolean isPunctuation(int character) {
        if (character < 128) {
            return !Character.isLetterOrDigit(character);
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> character < Character.MIN_SUPPLEMENTARY_CODE_POINT;
            case Character.OTHER_SYMBOL ->
                (character >= 0x2500 && character < 0x2800) || "\u00A6\u00A9\u00AE\u00B0\uFFFD".indexOf(character) >= 0;
            default -> false;
        };
    }

    /** Whether a word joins letters to digits or signs, as passwords do, and is none of the words that have a form. */
    static boolean isMixed(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean formed = VOCABULARY.contains(lower) || ScimUrl.isGuid(word) || isTime(word) || isPseudonym(word);
        if (formed || isCode(word) || lower.startsWith("urn:") || lower.startsWith("http")) {
            return false;
        }
        return word.chars().anyMatch(Character::isLetter)
                && word.chars().anyMatch(c -> !Character.isLetter(c) && "-_/ ".indexOf(c) < 0);
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
        int at = word.indexOf('@');
        if (at < 0) {
            return isStandIn(word);
        }
        String user = word.substring(0, at);
        String plain = user.endsWith("#EXT#") ? user.substring(0, user.length() - "#EXT#".length()) : user;
        return (plain.isEmpty() || (plain.startsWith("user-") && isStandIn(plain)))
                && isStandIn(word.substring(at + 1));
    }

    private static boolean isStandIn(String word) {
        int dash = word.indexOf('-');
        if (dash < 0 || word.length() - dash > LONGEST_NUMBER || !isNumber(word.substring(dash + 1))) {
            return false;
        }
        for (Pseudonyms.Kind kind : Pseudonyms.Kind.values()) {
            if (word.startsWith(kind.word()) && kind.word().length() == dash) {
                return true;
            }
        }
        return false;
    }

    /** A date, a time of day, or both, in the form of RFC 3339 or as .NET prints them. */
    private static boolean isTime(String word) {
        int dashes = 0;
        int colons = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            dashes += c == '-' ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            if ("-:.+TZ".indexOf(c) < 0 && !isDigit(c)) {
                return false;
            }
        }
        boolean dated = word.length() >= 10
                && isNumber(word.substring(0, 4))
                && word.charAt(4) == '-'
                && word.charAt(7) == '-'
                && (word.length() == 10 || word.charAt(10) == 'T');
        boolean timed = colons == 2 && dashes == 0 && word.length() >= 8 && word.charAt(2) == ':';
        return word.length() <= LONGEST_TIME && (dated || timed);
    }

    /** AADSTS and IDX numbers, and the hexadecimal codes of Microsoft's token parser. */
    private static boolean isCode(String word) {
        return digitsAfter(word, "AADSTS")
                || digitsAfter(word, "IDX")
                || digitsAfter(word, "v")
                || (word.length() == 8 && word.startsWith("8004") && isHex(word));
    }

    private static boolean digitsAfter(String word, String prefix) {
        return word.length() > prefix.length()
                && word.length() <= prefix.length() + 9
                && word.startsWith(prefix)
                && isNumber(word.substring(prefix.length()));
    }

    private static boolean isHex(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.digit(word.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
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
        return digits <= MOST_DIGITS || isAddress(word);
    }

    /** An IPv6 address, perhaps in brackets and with a port: eight groups of hexadecimal digits, or fewer around "::". */
    private static boolean isLongAddress(String word) {
        int end = word.indexOf(']');
        String bare = end < 0 ? word : word.substring(0, end);
        if (end >= 0
                && end + 1 < word.length()
                && !isNumber(word.substring(end + 1).replaceFirst("^:", ""))) {
            return false;
        }
        String[] groups = bare.split(":", -1);
        boolean shortened = bare.contains("::") && bare.indexOf("::") == bare.lastIndexOf("::");
        if (groups.length > 9 || (groups.length != 8 && !shortened)) {
            return false;
        }
        for (String group : groups) {
            if (group.length() > 4 || !isHex(group)) {
                return false;
            }
        }
        return groups.length > 2;
    }

    private static boolean partAllowed(String part) {
        if (part.isEmpty() || VOCABULARY.contains(part.toLowerCase(Locale.ROOT)) || digitsAfter(part, "AADSTS")) {
            return true;
        }
        return Character.isDigit(part.charAt(0))
                ? isQuantity(part)
                : isLetters(part) && Vocabulary.load().knows(part);
    }

    /** A short number, alone or with a unit such as {@code ms}. */
    private static boolean isQuantity(String part) {
        int digits = 0;
        while (digits < part.length() && isDigit(part.charAt(digits))) {
            digits++;
        }
        return digits <= LONGEST_NUMBER && (digits == part.length() || UNITS.contains(part.substring(digits)));
    }

    /** An IPv4 address, with or without a port. */
    private static boolean isAddress(String word) {
        int colon = word.indexOf(':');
        String[] numbers = (colon < 0 ? word : word.substring(0, colon)).split("\\.", -1);
        for (String number : numbers) {
            if (number.length() > 3 || !isNumber(number)) {
                return false;
            }
        }
        return numbers.length == 4 && word.length() - colon <= 6 + (colon < 0 ? word.length() : 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!isDigit(part.charAt(i))) {
                return false;
            }
        }
        return !part.isEmpty();
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
