package io.scimdoctor.scim;

/**
 * One word, value or sign of a filter.
 *
 * @param text the word or sign as written, or a string's value without quotes
 */
record FilterToken(Kind kind, String text, int start, int end) {
    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        /** A string in quotes that are not double ones. */
        FOREIGN_STRING,
        /** A bracket, or a sign of another language, such as {@code ==}. */
        SIGN,
        /** Characters that form no token; the text is the message about them. */
        FAULT,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isText() {
        return kind == Kind.STRING || kind == Kind.FOREIGN_STRING;
    }

    /** How a message names the token. */
    String shown() {
        return switch (kind) {
            case WORD, SIGN -> "'" + text + "'";
            case STRING, FOREIGN_STRING -> "a text in quotes";
            case FAULT -> text;
            case END -> "the end of the filter";
        };
    }
}
