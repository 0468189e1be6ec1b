package io.scimdoctor.scim;

import io.scimdoctor.scim.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a filter token by token, and notes the faults on the way. */
abstract sealed class FilterCursor permits FilterParser {
    private static final int MOST_FAULTS = 10;

    final String text;
    final List<Violation> faults = new ArrayList<>();
    FilterToken token;
    int previousEnd;
    private final FilterLexer lexer;

    FilterCursor(String text) {
        this.text = text;
        lexer = new FilterLexer(text);
        token = lexer.next();
    }

    /** Whether the word, or the sign that other languages have for it, stands here; it is read. */
    boolean takes(String word) {
        boolean doubled = token.kind() == Kind.SIGN && token.text().charAt(0) == (word.equals("or") ? '|' : '&');
        if (doubled) {
            note("filter-sign", "'" + token.text() + "' is not SCIM; write '" + word + "'", token, word);
        }
        boolean here = doubled || token.isWord(word);
        if (here) {
            spaced();
            advance();
            spaced();
        }
        return here;
    }

    /** Words, operators and values stand apart (RFC 7644, section 3.4.2.2). */
    void spaced() {
        if (token.start() == previousEnd && token.kind() != Kind.END) {
            note("filter-syntax", "a space is missing here", previousEnd, previousEnd, " ");
        }
    }

    boolean isConnector() {
        return token.isWord("and")
                || token.isWord("or")
                || (token.kind() == Kind.SIGN && "&|".indexOf(token.text().charAt(0)) >= 0);
    }

    /** Skips what cannot be understood, to the next connector or the end of what encloses it. */
    void skip() {
        int open = 0;
        while (token.kind() != Kind.END && (open > 0 || !isConnector())) {
            boolean opens = token.isSign("(") || token.isSign("[");
            boolean closes = token.isSign(")") || token.isSign("]");
            if (closes && open == 0) {
                return;
            }
            open += opens ? 1 : closes ? -1 : 0;
            advance();
        }
    }

    void advance() {
        previousEnd = token.end();
        token = lexer.next();
    }

    /** Always null, whatever the caller looks for. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> @Nullable T expected(String what) {
        return token.kind() == Kind.FAULT
                ? fail(token.text(), token)
                : fail(what + " is expected here, not " + token.shown(), token);
    }

    /** Always null, whatever the caller looks for. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> @Nullable T fail(String message, FilterToken where) {
        note("filter-syntax", message, where, null);
        return null;
    }

    void note(String ruleId, String message, FilterToken where, @Nullable String replacement) {
        note(ruleId, message, where.start(), where.end(), replacement);
    }

    /** One fault a place: the first says what is wrong, the next would only follow from it. */
    void note(String ruleId, String message, int start, int end, @Nullable String replacement) {
        boolean known = !faults.isEmpty() && faults.get(faults.size() - 1).start() == start;
        if (!known && faults.size() < MOST_FAULTS) {
            faults.add(new Violation(ruleId, message, start, end, replacement));
        }
    }
}
