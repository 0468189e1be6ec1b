package io.scimdoctor.scim;

import io.scimdoctor.scim.Filter.Literal;
import io.scimdoctor.scim.Filter.Operator;
import io.scimdoctor.scim.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses a filter by recursive descent (RFC 7644, section 3.4.2.2) in linear time; the depth is bounded, so that no input
 * can exhaust the stack. After a fault it goes on behind the next {@code and} or {@code or}, so that one run finds all
 * faults. A method that returns null has noted a fault.
 */
public final class FilterParser {
    /** Deeper nesting than this is refused; no real filter comes near. */
    public static final int MAX_DEPTH = 32;

    private static final int MOST_FAULTS = 10;

    private final FilterLexer lexer;
    private final List<FilterFault> faults = new ArrayList<>();
    private FilterToken token;
    private int previousEnd;
    private int depth;
    private boolean bracket;

    private FilterParser(String text) {
        lexer = new FilterLexer(text);
        token = lexer.next();
    }

    /** Parses any text; never throws. */
    public static FilterResult parse(String text) {
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.whole();
        if (parser.faults.isEmpty() && filter != null) {
            return new FilterResult.Parsed(filter);
        }
        if (parser.faults.isEmpty()) {
            parser.fail("the filter is empty", parser.token);
        }
        return new FilterResult.Invalid(parser.faults, filter);
    }

    static PatchPath.Result parsePath(String text) {
        FilterParser parser = new FilterParser(text);
        PatchPath path = parser.path();
        if (path != null && parser.token.kind() != Kind.END) {
            parser.expected("the end of the path");
        }
        return path == null || !parser.faults.isEmpty()
                ? new PatchPath.Invalid(parser.faults)
                : new PatchPath.Parsed(path);
    }

    private @Nullable PatchPath path() {
        if (token.kind() != Kind.WORD || !FilterWords.isAttribute(token.text())) {
            expected("an attribute name");
            return null;
        }
        FilterToken name = token;
        advance();
        if (token.kind() != Kind.OPEN_BRACKET) {
            return new PatchPath(name.text(), null, null);
        }
        return valuePath(name) instanceof Filter.ValuePath value
                ? new PatchPath(value.attribute(), value.inner(), value.subAttribute())
                : null;
    }

    private @Nullable Filter whole() {
        Filter filter = chain("or");
        while (token.kind() != Kind.END) {
            expected("'and' or the end of the filter");
            advance();
            skip();
            if (isConnector()) {
                advance();
                Filter more = chain("or");
                filter = filter == null || more == null ? filter : Filter.And.joined(filter, more);
            }
        }
        return filter;
    }

    /** A chain of terms under one word; {@code and} binds closer than {@code or}. */
    private @Nullable Filter chain(String word) {
        boolean or = word.equals("or");
        int start = token.start();
        List<Filter> terms = new ArrayList<>();
        boolean more = true;
        while (more) {
            Filter term = or ? chain("and") : term();
            if (term == null) {
                skip();
            } else {
                terms.add(term);
            }
            more = takes(word);
        }
        if (terms.size() <= 1) {
            return terms.isEmpty() ? null : terms.get(0);
        }
        return or ? new Filter.Or(terms, start, previousEnd) : new Filter.And(terms, start, previousEnd);
    }

    /** Whether the word, or the sign that other languages have for it, stands here; it is read. */
    private boolean takes(String word) {
        boolean doubled = token.kind() == Kind.SIGN && token.text().charAt(0) == (word.equals("or") ? '|' : '&');
        if (doubled) {
            habit(FilterFault.Kind.SIGN, "'" + token.text() + "' is not SCIM; write '" + word + "'", token, word);
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
    private void spaced() {
        if (token.start() == previousEnd && token.kind() != Kind.END) {
            note(new FilterFault(FilterFault.Kind.SYNTAX, "a space is missing here", previousEnd, previousEnd, " "));
        }
    }

    private boolean isConnector() {
        return token.isWord("and")
                || token.isWord("or")
                || (token.kind() == Kind.SIGN && "&|".indexOf(token.text().charAt(0)) >= 0);
    }

    /** Passes over what cannot be understood, to the next connector or the end of what encloses it. */
    private void skip() {
        int open = 0;
        while (token.kind() != Kind.END && (open > 0 || !isConnector())) {
            boolean opens = token.kind() == Kind.OPEN || token.kind() == Kind.OPEN_BRACKET;
            boolean closes = token.kind() == Kind.CLOSE || token.kind() == Kind.CLOSE_BRACKET;
            if (closes && open == 0) {
                return;
            }
            open += opens ? 1 : closes ? -1 : 0;
            advance();
        }
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
        if (token.isSign("!")) {
            habit(FilterFault.Kind.SIGN, "'!' is not SCIM; write 'not'", token, "not");
            return negation(start);
        }
        return token.isWord("not") ? negation(start) : attribute();
    }

    private @Nullable Filter negation(int start) {
        advance();
        Filter inner;
        if (token.kind() == Kind.OPEN) {
            inner = parenthesised();
        } else {
            expected("'(' after 'not'");
            inner = token.kind() == Kind.WORD ? attribute() : null;
        }
        return inner == null ? null : new Filter.Not(inner, start, previousEnd);
    }

    private @Nullable Filter parenthesised() {
        FilterToken open = token;
        int before = faults.size();
        advance();
        Filter inner = chain("or");
        if (token.kind() == Kind.CLOSE) {
            advance();
            return inner;
        }
        if (faults.size() == before) {
            return token.kind() == Kind.END
                    ? fail("the parenthesis is not closed", open)
                    : expected("'and', 'or' or ')'");
        }
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
            return function(name);
        }
        if (token.isSign("=") && FilterWords.isParameter(name.text())) {
            advance();
            note(new FilterFault(
                    FilterFault.Kind.PREFIX,
                    "'" + name.text() + "=' is the parameter's name, not a part of the filter",
                    name.start(),
                    previousEnd,
                    ""));
            return term();
        }
        if (!FilterWords.isAttribute(name.text())) {
            return fail("'" + name.text() + "' is no attribute name", name);
        }
        return comparison(name);
    }

    private @Nullable Filter comparison(FilterToken name) {
        Operator operator = operator(name);
        if (operator == null) {
            return null;
        }
        spaced();
        advance();
        if (operator == Operator.PR) {
            return new Filter.Comparison(name.text(), operator, null, name.start(), previousEnd);
        }
        Literal value = literal(operator);
        return value == null ? null : new Filter.Comparison(name.text(), operator, value, name.start(), previousEnd);
    }

    private @Nullable Operator operator(FilterToken name) {
        Operator operator = token.kind() == Kind.WORD ? Operator.of(token.text()) : null;
        if (operator != null) {
            return operator;
        }
        boolean readable = token.kind() == Kind.WORD || token.kind() == Kind.SIGN;
        Operator meant = readable ? FilterWords.meant(token.text()) : null;
        if (meant != null) {
            String message = token.isSign("=")
                    ? "'=' is not an operator; equality is written 'eq'"
                    : "'" + token.text() + "' is not an operator of SCIM; write '" + meant.word() + "'";
            habit(FilterFault.Kind.SIGN, message, token, meant.word());
            return meant;
        }
        expected("an operator such as 'eq' after '" + name.text() + "'");
        return null;
    }

    /** {@code endswith(userName,'x')} of OData, read as {@code userName ew "x"}. */
    private @Nullable Filter function(FilterToken name) {
        Operator operator = FilterWords.meant(name.text());
        advance();
        FilterToken attribute = token;
        advance();
        boolean comma = token.isSign(",");
        if (comma) {
            advance();
        }
        FilterToken value = token;
        boolean text = value.kind() == Kind.STRING || value.kind() == Kind.FOREIGN_STRING;
        boolean understood = operator != null && attribute.kind() == Kind.WORD && comma && text;
        if (understood) {
            advance();
        }
        understood &= token.kind() == Kind.CLOSE;
        skip();
        if (token.kind() == Kind.CLOSE) {
            advance();
        }
        String said = "functions such as '" + name.text() + "(…)' are OData; SCIM writes 'attribute operator value'";
        if (!understood || operator == null) {
            note(new FilterFault(FilterFault.Kind.FUNCTION, said, name.start(), previousEnd, null));
            return null;
        }
        String instead = attribute.text() + " " + operator.word() + " " + FilterWords.quoted(value.text());
        note(new FilterFault(FilterFault.Kind.FUNCTION, said, name.start(), previousEnd, instead));
        Literal literal = new Literal(Filter.LiteralKind.STRING, value.text(), value.start(), value.end());
        return new Filter.Comparison(attribute.text(), operator, literal, name.start(), previousEnd);
    }

    private @Nullable Filter valuePath(FilterToken name) {
        FilterToken open = token;
        int before = faults.size();
        if (!FilterWords.isAttribute(name.text())) {
            fail("'" + name.text() + "' is no attribute name", name);
        }
        if (open.start() != name.end()) {
            fail("a bracket follows its attribute without a space", open);
        }
        advance();
        if (bracket) {
            fail("a bracket cannot stand inside another", open);
        }
        bracket = true;
        Filter inner = chain("or");
        bracket = false;
        if (token.kind() != Kind.CLOSE_BRACKET) {
            if (faults.size() == before) {
                return token.kind() == Kind.END ? fail("the bracket is not closed", open) : expected("']'");
            }
            return null;
        }
        int close = token.end();
        advance();
        String subAttribute = null;
        if (token.kind() == Kind.WORD && token.start() == close && token.text().startsWith(".")) {
            subAttribute = token.text().substring(1);
            if (!FilterWords.isAttribute(subAttribute)) {
                fail("an attribute name is expected behind the dot", token);
            }
            advance();
        }
        return inner == null ? null : new Filter.ValuePath(name.text(), inner, subAttribute, name.start(), previousEnd);
    }

    private @Nullable Literal literal(Operator operator) {
        FilterToken value = token;
        spaced();
        if (value.kind() == Kind.STRING || value.kind() == Kind.FOREIGN_STRING) {
            if (value.kind() == Kind.FOREIGN_STRING) {
                habit(
                        FilterFault.Kind.QUOTES,
                        "values stand in double quotes, not in single or typographic ones",
                        value,
                        FilterWords.quoted(value.text()));
            }
            advance();
            return new Literal(Filter.LiteralKind.STRING, value.text(), value.start(), value.end());
        }
        Filter.LiteralKind kind = value.kind() == Kind.WORD ? FilterWords.literalKind(value.text()) : null;
        if (kind != null) {
            advance();
            return new Literal(kind, value.text(), value.start(), value.end());
        }
        if (value.kind() != Kind.WORD || isConnector()) {
            expected("a value after '" + operator.word() + "'");
            return null;
        }
        return unquoted(value);
    }

    /** All words to the next connector: a name without quotes often has several. */
    private Literal unquoted(FilterToken first) {
        while (token.kind() == Kind.WORD && !isConnector()) {
            advance();
        }
        String text = lexer.slice(first.start(), previousEnd);
        note(new FilterFault(
                FilterFault.Kind.UNQUOTED,
                "a text stands in double quotes",
                first.start(),
                previousEnd,
                FilterWords.quoted(text)));
        return new Literal(Filter.LiteralKind.STRING, text, first.start(), previousEnd);
    }

    private void advance() {
        previousEnd = token.end();
        token = lexer.next();
    }

    private void habit(FilterFault.Kind kind, String message, FilterToken where, String replacement) {
        note(new FilterFault(kind, message, where.start(), where.end(), replacement));
    }

    private @Nullable Filter expected(String what) {
        return token.kind() == Kind.FAULT
                ? fail(token.text(), token)
                : fail(what + " is expected here, not " + token.shown(), token);
    }

    private @Nullable Filter fail(String message, FilterToken where) {
        note(new FilterFault(FilterFault.Kind.SYNTAX, message, where.start(), where.end(), null));
        return null;
    }

    /** One fault a place: the first says what is wrong, the next would only follow from it. */
    private void note(FilterFault fault) {
        boolean known = !faults.isEmpty() && faults.get(faults.size() - 1).start() == fault.start();
        if (!known && faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
