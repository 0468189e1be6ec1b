package io.scimdoctor.scim;

import static io.scimdoctor.Generated.below;
import static io.scimdoctor.Generated.pick;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.FilterType;
import io.scimdoctor.Generated;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/**
 * Holds the parser against an independent one, on generated filters and paths, well-formed and damaged. Where it
 * lets more pass, {@link #MORE_LENIENT} says what.
 */
final class FilterOracleTest {
    private static final int RUNS = 5_000;
    private static final String[] ATTRIBUTES = {
        "userName", "name.givenName", "a", "x-1", "meta.created", "$ref", Attributes.ENTRA_USER + ":mailNickname"
    };
    private static final String[] VALUES = {
        "\"a\"", "\"\"", "true", "false", "null", "1", "-2.5e3", "\"a\\\"b\\\\\"", "\"\\u00e9\"", "\"a and b\"", "\"(\""
    };
    private static final String[] OPERATORS = {"eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "EQ"};
    /** What it lets pass: names that start with a digit or dash, any sign in a URN, missing spaces, brackets left open. */
    private static final List<String> MORE_LENIENT = List.of(
            "is no attribute name",
            "an attribute name is expected",
            "a space is missing here",
            "the bracket is not closed",
            "the end of the path is expected",
            "is expected here, not ')'",
            "the closing quote is missing",
            "has no meaning in a filter",
            "an operator such as 'eq' after 'not' is expected here, not '['",
            "'(' after 'not' is expected here, not '['",
            "']' is expected here",
            "a text stands in double quotes");

    private static final String DAMAGE = "()[]\"\\ .:'=,x1";

    @Test
    void both_parsers_read_the_same_filters_in_the_same_way() {
        Gen<String> filters = chance -> filter(chance, 3);

        Generated.values(RUNS).forAll(Generated.damaged(filters, DAMAGE, 1)).checkAssert(text -> {
            FilterResult<Filter> result = FilterParser.parse(text);
            Filter valid = result.valid();
            String ours = valid == null ? "no" : shape(valid);
            if (!knownDifference(result.faults())) {
                assertThat(ours).isEqualTo(theirs(text));
            }
        });
    }

    @Test
    void both_parsers_accept_the_same_paths() {
        Gen<String> paths = chance ->
                pick(chance, ATTRIBUTES) + pick(chance, "", "[" + filter(chance, 2) + "]" + pick(chance, "", ".value"));

        Generated.values(RUNS).forAll(Generated.damaged(paths, DAMAGE, 1)).checkAssert(text -> {
            FilterResult<Filter.ValuePath> result = FilterParser.parsePath(text);
            boolean known = knownDifference(result.faults());
            // What is left of a URN that was cut off is a name to us, which no schema has.
            if (!known && (!text.startsWith("urn:") || text.startsWith(Attributes.ENTRA_USER))) {
                assertThat(result.valid() != null).isEqualTo(isPath(text));
            }
        });
    }

    /** The other parser reads on where RFC 7644 does not; nowhere is it the stricter one, and trees never differ. */
    private static boolean knownDifference(List<Violation> faults) {
        return !faults.isEmpty() && MORE_LENIENT.stream().anyMatch(faults.get(0).message()::contains);
    }

    private static String filter(RandomnessSource chance, int depth) {
        int form = below(chance, depth > 0 ? 8 : 2);
        return switch (form) {
            case 2 -> filter(chance, depth - 1) + " and " + filter(chance, depth - 1);
            case 3 -> filter(chance, depth - 1) + " or " + filter(chance, depth - 1);
            case 4 -> "not (" + filter(chance, depth - 1) + ")";
            case 5 -> "(" + filter(chance, depth - 1) + ")";
            case 6 -> "emails[" + filter(chance, 0) + "]";
            case 0 -> pick(chance, ATTRIBUTES) + " pr";
            default -> pick(chance, ATTRIBUTES) + " " + pick(chance, OPERATORS) + " " + pick(chance, VALUES);
        };
    }

    private static String theirs(String text) {
        try {
            return shape(com.unboundid.scim2.common.filters.Filter.fromString(text));
        } catch (BadRequestException | RuntimeException e) {
            return "no";
        }
    }

    private static boolean isPath(String text) {
        try {
            return Path.fromString(text).size() > 0;
        } catch (BadRequestException | RuntimeException e) {
            return false;
        }
    }

    private static String shape(Filter filter) {
        if (filter instanceof Filter.And || filter instanceof Filter.Or) {
            Set<String> terms = new LinkedHashSet<>();
            terms(filter, filter instanceof Filter.And, terms);
            return (filter instanceof Filter.And ? "and" : "or") + terms;
        }
        if (filter instanceof Filter.Not not) {
            return "not[" + shape(not.inner()) + "]";
        }
        if (filter instanceof Filter.Group group) {
            return shape(group.inner());
        }
        if (filter instanceof Filter.ValuePath path) {
            return path.attribute() + "?[" + shape(Objects.requireNonNull(path.inner())) + "]";
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        String value =
                comparison.value() == null ? "" : ":" + value(comparison.value().text());
        return comparison.attribute() + ":" + comparison.operator().slug() + value;
    }

    /** A chain in parentheses is the same chain. */
    private static void terms(Filter filter, boolean and, Set<String> terms) {
        if (filter instanceof Filter.Group group) {
            terms(group.inner(), and, terms);
        } else if (and && filter instanceof Filter.And chain) {
            chain.terms().forEach(term -> terms(term, true, terms));
        } else if (!and && filter instanceof Filter.Or chain) {
            chain.terms().forEach(term -> terms(term, false, terms));
        } else {
            terms.add(shape(filter));
        }
    }

    private static String shape(com.unboundid.scim2.common.filters.Filter filter) {
        FilterType type = filter.getFilterType();
        if (type == FilterType.AND || type == FilterType.OR) {
            Set<String> terms = new LinkedHashSet<>();
            terms(filter, type, terms);
            return type.getStringValue() + terms;
        }
        if (type == FilterType.NOT) {
            return "not[" + shape(filter.getInvertedFilter()) + "]";
        }
        if (type == FilterType.COMPLEX_VALUE) {
            return filter.getAttributePath() + "?[" + shape(filter.getValueFilter()) + "]";
        }
        String value = type == FilterType.PRESENT
                ? ""
                : ":" + value(filter.getComparisonValue().asText());
        return filter.getAttributePath() + ":" + type.getStringValue() + value;
    }

    /** It nests pairs, and repeats terms of a chain that an "or" follows; as a set they are the same. */
    private static void terms(com.unboundid.scim2.common.filters.Filter filter, FilterType type, Set<String> terms) {
        if (filter.getFilterType() == type) {
            filter.getCombinedFilters().forEach(term -> terms(term, type, terms));
        } else {
            terms.add(shape(filter));
        }
    }

    private static String value(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
