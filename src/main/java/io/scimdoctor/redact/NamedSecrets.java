package io.scimdoctor.redact;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that only their name gives away: a number or a GUID may be shown anywhere else, but not as the value of what is
 * called a password, a key or a token.
 */
final class NamedSecrets {
    private static final int FEWEST_DIGITS = 4;
    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passcode",
            "passphrase",
            "passwort",
            "pwd",
            "secret",
            "token",
            "assertion",
            "key",
            "cookie",
            "authorization",
            "signature");
    /** The same as a pattern writes them. */
    static final String ALTERNATIVES = String.join("|", NAMES);

    private NamedSecrets() {}

    /** Whether a field of this name holds a secret; the id of a key or of a token is none. */
    static boolean isNamed(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        return !lower.endsWith("id") && mentions(lower);
    }

    /** The text without the values of its secrets, such as {@code password=12345678} and {@code <key>12345678</key>}. */
    static String hidden(String text) {
        if (!hasDigit(text) || !mentions(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        Matcher matcher = Form.NAMED.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (matcher.find()) {
            boolean secret = isNamed(matcher.group(1)) && isSecret(matcher.group(3));
            String value = secret ? Redactor.MASK : matcher.group(3);
            matcher.appendReplacement(shown, Matcher.quoteReplacement(matcher.group(1) + matcher.group(2) + value));
        }
        return matcher.appendTail(shown).toString();
    }

    /** Whether a text in lower case mentions a secret at all. */
    static boolean mentions(String lower) {
        for (String name : NAMES) {
            if (lower.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word is such a name and nothing else. */
    static boolean isName(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecret(String value) {
        return value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && !Form.HARMLESS.matcher(value).lookingAt();
    }

    /** Compiled on first use only. */
    private static final class Form {
        static final Pattern NAMED = Pattern.compile("(?i)((?:" + ALTERNATIVES + ")[a-z0-9_-]{0,80}+)"
                + "([\"'\\\\\\s:=>({\\[]+(?:(?:is|was|value|bearer|basic)\\b[\"'\\\\\\s:=>({\\[]*)?)"
                + "([^\\s\"'\\\\<>&,;(){}\\[\\]]+)");
        /** Codes, stand-ins, addresses, and the validity of a key as AADSTS700027 spells it. */
        static final Pattern HARMLESS =
                Pattern.compile("(?i)AADSTS|IDX|8004|https?:|(?:user|name|domain|phone|id)-[0-9]|Start=");
    }
}
