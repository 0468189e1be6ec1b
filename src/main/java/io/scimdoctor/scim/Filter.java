package io.scimdoctor.scim;

import io.scimdoctor.exchange.Slugged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed SCIM filter (RFC 7644, section 3.4.2.2); every part knows where it stands in the text. */
public sealed interface Filter {
    /** The offset of the first character. */
    int start();

    /** The offset behind the last character. */
    int end();

    /** A comparison operator of the RFC. */
    enum Operator implements Slugged {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE,
        PR
    }

    /** What kind of value stands on the right side. */
    enum LiteralKind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * The value on the right side.
     *
     * @param text the value without quotes and with its escapes resolved
     */
    record Literal(LiteralKind kind, String text, int start, int end) {}

    /**
     * One attribute compared with one value, or {@code pr} without a value.
     *
     * @param attribute the attribute as written, with its URN when it has one
     */
    record Comparison(
            String attribute, Operator operator, @Nullable Literal value, int start, int end) implements Filter {}

    /** All terms hold. */
    record And(List<Filter> terms, int start, int end) implements Filter {

        /** Joins what stands before a fault with what follows it, so that the rules judge both. */
        static And joined(Filter first, Filter second) {
            List<Filter> terms = new ArrayList<>(first instanceof And and ? and.terms() : List.of(first));
            terms.addAll(second instanceof And and ? and.terms() : List.of(second));
            return new And(terms, first.start(), second.end());
        }
    }

    /** One of the terms holds. */
    record Or(List<Filter> terms, int start, int end) implements Filter {}

    /** The inner filter does not hold; its parentheses belong to the negation. */
    record Not(Filter inner, int start, int end) implements Filter {}

    /** A filter in parentheses. */
    record Group(Filter inner, int start, int end) implements Filter {}

    /**
     * A filter over the entries of a multi-valued attribute, such as {@code emails[type eq "work"]}, or the path of a PATCH
     * operation (RFC 7644, section 3.5.2).
     *
     * @param inner what stands in the bracket; only a path may have none
     * @param subAttribute what follows the bracket after a dot, which only a path may have
     */
    record ValuePath(
            String attribute,
            @Nullable Filter inner,
            @Nullable String subAttribute,
            int start,
            int end) implements Filter {
        /** The type that the bracket asks for in its one or first clause, or null. */
        public @Nullable String type() {
            Filter first = inner instanceof And and ? and.terms().get(0) : inner;
            return first instanceof Comparison comparison
                            && comparison.attribute().equalsIgnoreCase("type")
                            && comparison.operator() == Operator.EQ
                            && comparison.value() != null
                    ? comparison.value().text()
                    : null;
        }
    }
}
