package io.scimdoctor.scim;

import io.scimdoctor.scim.FilterToken.Kind;

/** Cuts a filter into tokens, one at a time and each character once. */
final class FilterLexer {
    private static final String WORD_SIGNS = ":._-$/+@#%*~";
    private static final String SIGNS = "=&|!<>,;";
    private static final String FOREIGN_OPENING = "'\u2018\u2019\u201C\u201D\u201E\u00AB`";
    private static final String FOREIGN_CLOSING = "'\u2019\u2019\u201D\u201D\u201C\u00BB`";

    private final String text;
    private int position;

    FilterLexer(String text) {
        this.text = text;
    }

    /** The text between two offsets, as written. */
    String slice(int start, int end) {
        return text.substring(start, end);
    }

    FilterToken next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (position >= text.length()) {
            return new FilterToken(Kind.END, "", text.length(), text.length());
        }
        char character = text.charAt(position);
        return switch (character) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case '[' -> sign(Kind.OPEN_BRACKET);
            case ']' -> sign(Kind.CLOSE_BRACKET);
            case '"' -> string();
            default -> other(character);
        };
    }

    private FilterToken other(char character) {
        int quote = FOREIGN_OPENING.indexOf(character);
        if (quote >= 0) {
            return foreignString(FOREIGN_CLOSING.charAt(quote));
        }
        return SIGNS.indexOf(character) >= 0 ? signs(character) : word();
    }

    private FilterToken sign(Kind kind) {
        int start = position++;
        return new FilterToken(kind, text.substring(start, position), start, position);
    }

    /** One sign, or two that belong together, such as {@code &&} or {@code !=}. */
    private FilterToken signs(char first) {
        int start = position++;
        if (position < text.length()) {
            char second = text.charAt(position);
            boolean doubled = second == first && first != ',' && first != ';';
            boolean equality = second == '=' && "!<>".indexOf(first) >= 0;
            boolean unequal = first == '<' && second == '>';
            position += doubled || equality || unequal ? 1 : 0;
        }
        return new FilterToken(Kind.SIGN, text.substring(start, position), start, position);
    }

    private FilterToken fault(String message) {
        int start = position;
        position += Character.charCount(text.codePointAt(position));
        return new FilterToken(Kind.FAULT, message, start, position);
    }

    private FilterToken word() {
        int start = position;
        while (position < text.length() && isWordCharacter(text.charAt(position))) {
            position++;
        }
        if (position == start) {
            return fault("the character '" + text.substring(start, text.offsetByCodePoints(start, 1))
                    + "' has no meaning in a filter");
        }
        return new FilterToken(Kind.WORD, text.substring(start, position), start, position);
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || WORD_SIGNS.indexOf(character) >= 0;
    }

    /** OData doubles a quote to escape it. */
    private FilterToken foreignString(char closing) {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character != closing) {
                value.append(character);
            } else if (closing == '\'' && position < text.length() && text.charAt(position) == '\'') {
                value.append(character);
                position++;
            } else {
                return new FilterToken(Kind.FOREIGN_STRING, value.toString(), start, position);
            }
        }
        return new FilterToken(
                Kind.FAULT, "the closing quote is missing; values stand in double quotes", start, text.length());
    }

    /** A string follows the rules of JSON (RFC 7644, section 3.4.2.2). */
    private FilterToken string() {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character == '"') {
                return new FilterToken(Kind.STRING, value.toString(), start, position);
            }
            if (character == '\\') {
                int escape = position - 1;
                if (!escape(value)) {
                    return new FilterToken(
                            Kind.FAULT,
                            "this escape is not one that JSON knows",
                            escape,
                            Math.min(position, text.length()));
                }
            } else {
                value.append(character);
            }
        }
        return new FilterToken(Kind.FAULT, "the closing quote is missing", start, text.length());
    }

    /** Reads what follows a backslash; false when that is no escape. */
    private boolean escape(StringBuilder value) {
        if (position >= text.length()) {
            return false;
        }
        char code = text.charAt(position++);
        int plain = "\"\\/".indexOf(code);
        int control = "bfnrt".indexOf(code);
        if (plain >= 0) {
            value.append(code);
        } else if (control >= 0) {
            value.append("\b\f\n\r\t".charAt(control));
        } else if (code == 'u') {
            return unicode(value);
        } else {
            return false;
        }
        return true;
    }

    private boolean unicode(StringBuilder value) {
        if (position + 4 > text.length()) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(position + i), 16);
            if (digit < 0) {
                return false;
            }
            number = number * 16 + digit;
        }
        position += 4;
        value.append((char) number);
        return true;
    }
}
