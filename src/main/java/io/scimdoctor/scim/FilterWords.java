package io.scimdoctor.scim;

import io.scimdoctor.scim.Filter.LiteralKind;
import io.scimdoctor.scim.Filter.Operator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the words of a filter may be: names, numbers, and the operators that other languages write. */
final class FilterWords {
    private FilterWords() {}

    /**
     * Whether a word can name an attribute: ASCII letters, digits, dash and underscore (RFC 7643, section 2.1), with the
     * colons, dots and slashes of URNs, sub-attributes and this API's {@code country/region}.
     */
    static boolean isAttribute(String word) {
        if (word.indexOf(':') >= 0 && !Attributes.startsWith(word, "urn:")) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean sign = c == '$' ? i == 0 : i > 0 && ((c >= '0' && c <= '9') || "-_.:/".indexOf(c) >= 0);
            boolean separated = ".:".indexOf(c) >= 0 && i > 0 && ".:".indexOf(word.charAt(i - 1)) >= 0;
            if ((!letter && !sign) || separated) {
                return false;
            }
        }
        return !word.isEmpty() && !word.endsWith(".") && !word.endsWith(":");
    }

    /** Whether it is the query parameter's own name. */
    static boolean isParameter(String word) {
        return word.equalsIgnoreCase("filter") || word.equalsIgnoreCase("$filter");
    }

    /** What a bare word is as a value, or null when it is none. */
    static @Nullable LiteralKind literalKind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "false" -> LiteralKind.BOOLEAN;
            case "null" -> LiteralKind.NULL;
            default -> isNumber(word) ? LiteralKind.NUMBER : null;
        };
    }

    /** A number as JSON writes it (RFC 8259, section 6). */
    private static boolean isNumber(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int integer = digits(word, at);
        if (integer == at || (word.charAt(at) == '0' && integer > at + 1)) {
            return false;
        }
        at = integer;
        if (at < word.length() && word.charAt(at) == '.') {
            int fraction = digits(word, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            int exponent = at + 1;
            exponent += exponent < word.length() && "+-".indexOf(word.charAt(exponent)) >= 0 ? 1 : 0;
            at = digits(word, exponent);
            return at == word.length() && at > exponent;
        }
        return at == word.length();
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The operator that a word or sign of another language stands for, or null. */
    static @Nullable Operator meant(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "=", "==", "equals", "equal", "is" -> Operator.EQ;
            case "!=", "<>", "isnot", "notequals" -> Operator.NE;
            case ">" -> Operator.GT;
            case ">=" -> Operator.GE;
            case "<" -> Operator.LT;
            case "<=" -> Operator.LE;
            case "startswith", "starts", "beginswith" -> Operator.SW;
            case "endswith", "ends" -> Operator.EW;
            case "contains", "like", "substringof" -> Operator.CO;
            case "present", "exists" -> Operator.PR;
            default -> null;
        };
    }

    /** A text as a filter writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
