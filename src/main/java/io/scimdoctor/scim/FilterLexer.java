package io.scimdoctor.scim;

/** Cuts a filter into tokens, one at a time and each character once. */
final class FilterLexer {
    private static final String WORD_SIGNS = ":._-$/+";

    private final String text;
    private int position;

    FilterLexer(String text) {
        this.text = text;
    }

    FilterToken next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (position >= text.length()) {
            return new FilterToken(FilterToken.Kind.END, "", text.length(), text.length());
        }
        return switch (text.charAt(position)) {
            case '(' -> sign(FilterToken.Kind.OPEN);
            case ')' -> sign(FilterToken.Kind.CLOSE);
            case '[' -> sign(FilterToken.Kind.OPEN_BRACKET);
            case ']' -> sign(FilterToken.Kind.CLOSE_BRACKET);
            case '"' -> string();
            case '\'' -> fault("values stand in double quotes, not in single ones");
            case '=' -> fault("'=' is not an operator; equality is written 'eq'");
            default -> word();
        };
    }

    private FilterToken sign(FilterToken.Kind kind) {
        int start = position++;
        return new FilterToken(kind, text.substring(start, position), start, position);
    }

    private FilterToken fault(String message) {
        int start = position++;
        return new FilterToken(FilterToken.Kind.FAULT, message, start, position);
    }

    private FilterToken word() {
        int start = position;
        while (position < text.length() && isWordCharacter(text.charAt(position))) {
            position++;
        }
        if (position == start) {
            return fault("the character '" + text.charAt(start) + "' has no meaning in a filter");
        }
        return new FilterToken(FilterToken.Kind.WORD, text.substring(start, position), start, position);
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || WORD_SIGNS.indexOf(character) >= 0;
    }

    /** A string follows the rules of JSON (RFC 7644, section 3.4.2.2). */
    private FilterToken string() {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character == '"') {
                return new FilterToken(FilterToken.Kind.STRING, value.toString(), start, position);
            }
            if (character == '\\' && !escape(value)) {
                return new FilterToken(
                        FilterToken.Kind.FAULT, "this escape is not one that JSON knows", position - 1, position);
            }
            if (character != '\\') {
                value.append(character);
            }
        }
        return new FilterToken(FilterToken.Kind.FAULT, "the closing quote is missing", start, text.length());
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
