package io.scimdoctor.scim;

/**
 * One word, value or sign of a filter.
 *
 * @param text the word as written, or a string's value without quotes
 */
record FilterToken(Kind kind, String text, int start, int end) {
    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        /** A token that cannot be; its text is the sentence that says why. */
        FAULT,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** How a message names the token. */
    String shown() {
        return switch (kind) {
            case WORD -> "'" + text + "'";
            case STRING -> "the string \"" + text + "\"";
            case OPEN -> "'('";
            case CLOSE -> "')'";
            case OPEN_BRACKET -> "'['";
            case CLOSE_BRACKET -> "']'";
            case FAULT -> text;
            case END -> "the end of the filter";
        };
    }
}
