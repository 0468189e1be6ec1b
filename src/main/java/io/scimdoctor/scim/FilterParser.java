package io.scimdoctor.scim;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.scim.Filter.Literal;
import io.scimdoctor.scim.Filter.Operator;
import io.scimdoctor.scim.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses a filter by recursive descent (RFC 7644, section 3.4.2.2) in linear time; the depth is bounded, so that no input
 * can exhaust the stack. After a fault it goes on behind the next {@code and} or {@code or}, so that one run finds all
 * faults. A method that returns null has noted a fault.
 */
public final class FilterParser extends FilterCursor {
    /** Deeper nesting than this is refused; no real filter comes near. */
    public static final int MAX_DEPTH = 32;

    private int depth;
    private boolean bracket;

    private FilterParser(String text) {
        super(text);
    }

    /** Parses any text; never throws. */
    public static FilterResult<Filter> parse(String text) {
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.whole();
        if (filter == null && parser.faults.isEmpty()) {
            parser.fail("the filter is empty", parser.token);
        }
        return new FilterResult<>(filter, parser.faults);
    }

    /** Parses the path of a PATCH operation, such as {@code addresses[type eq "work"].locality}; never throws. */
    public static FilterResult<Filter.ValuePath> parsePath(String text) {
        FilterParser parser = new FilterParser(text);
        Filter.ValuePath path = parser.path();
        if (path != null && parser.token.kind() != Kind.END) {
            parser.expected("the end of the path");
        }
        return new FilterResult<>(path, parser.faults);
    }

    private Filter.@Nullable ValuePath path() {
        FilterToken name = token;
        if (name.kind() != Kind.WORD || !FilterWords.isAttribute(name.text())) {
            return expected("an attribute name");
        }
        advance();
        return token.isSign("[")
                ? valuePath(name)
                : new Filter.ValuePath(name.text(), null, null, name.start(), name.end());
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
        if (token.isSign("(")) {
            Filter inner = parenthesised();
            return inner == null ? null : new Filter.Group(inner, start, previousEnd);
        }
        if (token.isSign("!")) {
            note("filter-sign", "'!' is not SCIM; write 'not'", token, "not");
            return negation(start);
        }
        return token.isWord("not") ? negation(start) : attribute();
    }

    private @Nullable Filter negation(int start) {
        advance();
        Filter inner;
        if (token.isSign("(")) {
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
        if (token.isSign(")")) {
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
        if (token.isSign("[")) {
            return valuePath(name);
        }
        if (token.isSign("(")) {
            return function(name);
        }
        if (token.isSign("=") && name.text().matches("(?i)\\$?filter")) {
            advance();
            String said = "'" + name.text() + "=' is the parameter's name, not a part of the filter";
            note("filter-prefix", said, name.start(), previousEnd, "");
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
        boolean word = token.kind() == Kind.WORD;
        Operator operator = word ? Slugged.find(Operator.values(), token.text().toLowerCase(Locale.ROOT)) : null;
        Operator meant = operator == null && (word || token.kind() == Kind.SIGN)
                ? FilterRules.load().meant(token.text())
                : operator;
        if (meant == null) {
            return expected("an operator such as 'eq' after '" + name.text() + "'");
        }
        if (operator == null) {
            String message = token.isSign("=")
                    ? "'=' is not an operator; equality is written 'eq'"
                    : "'" + token.text() + "' is not an operator of SCIM; write '" + meant.slug() + "'";
            note("filter-sign", message, token, meant.slug());
        }
        return meant;
    }

    /** {@code endswith(userName,'x')} of OData, read as {@code userName ew "x"}. */
    private @Nullable Filter function(FilterToken name) {
        Operator operator = FilterRules.load().meant(name.text());
        advance();
        FilterToken attribute = token;
        advance();
        boolean comma = token.isSign(",");
        if (comma) {
            advance();
        }
        FilterToken value = token;
        boolean understood = comma && attribute.kind() == Kind.WORD && value.isText();
        if (understood) {
            advance();
        }
        understood &= token.isSign(")");
        skip();
        if (token.isSign(")")) {
            advance();
        }
        String said = "functions such as '" + name.text() + "(…)' are OData; SCIM writes 'attribute operator value'";
        if (!understood || operator == null) {
            note("filter-function", said, name.start(), previousEnd, null);
            return null;
        }
        String instead = attribute.text() + " " + operator.slug() + " " + FilterWords.quoted(value.text());
        note("filter-function", said, name.start(), previousEnd, instead);
        Literal literal = new Literal(Filter.LiteralKind.STRING, value.text(), value.start(), value.end());
        return new Filter.Comparison(attribute.text(), operator, literal, name.start(), previousEnd);
    }

    private Filter.@Nullable ValuePath valuePath(FilterToken name) {
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
        if (!token.isSign("]")) {
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
        Filter.LiteralKind bare = value.kind() == Kind.WORD ? FilterWords.literalKind(value.text()) : null;
        if (value.isText() || bare != null) {
            if (value.kind() == Kind.FOREIGN_STRING) {
                String said = "values stand in double quotes, not in single or typographic ones";
                note("filter-quotes", said, value, FilterWords.quoted(value.text()));
            }
            advance();
            Filter.LiteralKind kind = bare == null ? Filter.LiteralKind.STRING : bare;
            return new Literal(kind, value.text(), value.start(), value.end());
        }
        if (value.kind() != Kind.WORD || isConnector()) {
            return expected("a value after '" + operator.slug() + "'");
        }
        // All words to the next connector: a name without quotes often has several.
        while (token.kind() == Kind.WORD && !isConnector()) {
            advance();
        }
        String words = text.substring(value.start(), previousEnd);
        note(
                "filter-unquoted",
                "a text stands in double quotes",
                value.start(),
                previousEnd,
                FilterWords.quoted(words));
        return new Literal(Filter.LiteralKind.STRING, words, value.start(), previousEnd);
    }
}
