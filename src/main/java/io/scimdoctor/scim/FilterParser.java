package io.scimdoctor.scim;

import io.scimdoctor.scim.Filter.Literal;
import io.scimdoctor.scim.Filter.LiteralKind;
import io.scimdoctor.scim.Filter.Operator;
import io.scimdoctor.scim.FilterToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses a filter by recursive descent (RFC 7644, section 3.4.2.2) in linear time; the depth is bounded, so that no input
 * can exhaust the stack. A method that returns null has set the fault.
 */
public final class FilterParser {
    /** Deeper nesting than this is refused; no real filter comes near. */
    public static final int MAX_DEPTH = 32;

    private final FilterLexer lexer;
    private FilterToken token;
    private int previousEnd;
    private int depth;
    private FilterResult.@Nullable Invalid fault;

    private FilterParser(String text) {
        lexer = new FilterLexer(text);
        token = lexer.next();
    }

    /** Parses any text; never throws. */
    public static FilterResult parse(String text) {
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.or();
        if (filter != null && parser.token.kind() != Kind.END) {
            filter = parser.expected("'and' or the end of the filter");
        }
        FilterResult.Invalid fault = parser.fault;
        if (fault != null) {
            return fault;
        }
        return filter == null ? new FilterResult.Invalid("the filter is empty", 0, 0) : new FilterResult.Parsed(filter);
    }

    private @Nullable Filter or() {
        return chain("or");
    }

    /** A chain of terms under one word; {@code and} binds closer than {@code or}. */
    private @Nullable Filter chain(String word) {
        boolean or = word.equals("or");
        int start = token.start();
        List<Filter> terms = new ArrayList<>();
        do {
            if (!terms.isEmpty()) {
                advance();
            }
            Filter term = or ? chain("and") : term();
            if (term == null) {
                return null;
            }
            terms.add(term);
        } while (token.isWord(word));
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return or ? new Filter.Or(terms, start, previousEnd) : new Filter.And(terms, start, previousEnd);
    }

    private @Nullable Filter term() {
        if (depth >= MAX_DEPTH) {
            return fail("the filter is nested more than " + MAX_DEPTH + " levels deep", token);
        }
        depth++;
        Filter term = nested();
        depth--;
        return term;
    }

    private @Nullable Filter nested() {
        int start = token.start();
        if (token.kind() == Kind.OPEN) {
            Filter inner = parenthesised();
            return inner == null ? null : new Filter.Group(inner, start, previousEnd);
        }
        if (token.isWord("not")) {
            advance();
            if (token.kind() != Kind.OPEN) {
                return expected("'(' after 'not'");
            }
            Filter inner = parenthesised();
            return inner == null ? null : new Filter.Not(inner, start, previousEnd);
        }
        return attribute();
    }

    private @Nullable Filter parenthesised() {
        FilterToken open = token;
        advance();
        Filter inner = or();
        if (inner == null) {
            return null;
        }
        if (token.kind() != Kind.CLOSE) {
            return token.kind() == Kind.END
                    ? fail("the parenthesis is not closed", open)
                    : expected("'and', 'or' or ')'");
        }
        advance();
        return inner;
    }

    private @Nullable Filter attribute() {
        if (token.kind() != Kind.WORD) {
            return expected("an attribute name");
        }
        FilterToken name = token;
        advance();
        if (token.kind() == Kind.OPEN_BRACKET) {
            return valuePath(name);
        }
        if (token.kind() == Kind.OPEN) {
            return fail(
                    "functions such as '" + name.text() + "(…)' are OData; SCIM writes 'attribute operator value'",
                    name);
        }
        Operator operator = token.kind() == Kind.WORD ? Operator.of(token.text()) : null;
        if (operator == null) {
            return expected("an operator such as 'eq' after '" + name.text() + "'");
        }
        advance();
        if (operator == Operator.PR) {
            return new Filter.Comparison(name.text(), operator, null, name.start(), previousEnd);
        }
        Literal value = literal(operator);
        return value == null ? null : new Filter.Comparison(name.text(), operator, value, name.start(), previousEnd);
    }

    private @Nullable Filter valuePath(FilterToken name) {
        FilterToken open = token;
        advance();
        Filter inner = or();
        if (inner == null) {
            return null;
        }
        if (token.kind() != Kind.CLOSE_BRACKET) {
            return token.kind() == Kind.END ? fail("the bracket is not closed", open) : expected("']'");
        }
        int close = token.end();
        advance();
        String subAttribute = null;
        if (token.kind() == Kind.WORD && token.start() == close && token.text().startsWith(".")) {
            subAttribute = token.text().substring(1);
            advance();
        }
        return new Filter.ValuePath(name.text(), inner, subAttribute, name.start(), previousEnd);
    }

    private @Nullable Literal literal(Operator operator) {
        FilterToken value = token;
        if (value.kind() == Kind.STRING) {
            advance();
            return new Literal(LiteralKind.STRING, value.text(), value.start(), value.end());
        }
        LiteralKind kind = value.kind() == Kind.WORD ? kindOf(value.text()) : null;
        if (kind == null) {
            String hint = value.kind() == Kind.WORD ? "; text stands in double quotes" : "";
            expected("a value after '" + operator.word() + "'", hint);
            return null;
        }
        advance();
        return new Literal(kind, value.text(), value.start(), value.end());
    }

    private static @Nullable LiteralKind kindOf(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "false" -> {
                return LiteralKind.BOOLEAN;
            }
            case "null" -> {
                return LiteralKind.NULL;
            }
            default -> {
                return isNumber(word) ? LiteralKind.NUMBER : null;
            }
        }
    }

    private static boolean isNumber(String word) {
        // A longer one costs more than linear time to read, and no attribute here is a number.
        if (word.length() > 40) {
            return false;
        }
        try {
            new BigDecimal(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void advance() {
        previousEnd = token.end();
        token = lexer.next();
    }

    private @Nullable Filter expected(String what) {
        return expected(what, "");
    }

    private @Nullable Filter expected(String what, String hint) {
        return token.kind() == Kind.FAULT
                ? fail(token.text(), token)
                : fail(what + " is expected here, not " + token.shown() + hint, token);
    }

    private @Nullable Filter fail(String message, FilterToken where) {
        if (fault == null) {
            fault = new FilterResult.Invalid(message, where.start(), where.end());
        }
        return null;
    }
}
