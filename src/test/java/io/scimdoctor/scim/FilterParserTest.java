package io.scimdoctor.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import io.scimdoctor.Generated;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class FilterParserTest {
    private static final String[] PIECES = {
        "userName",
        " ",
        "eq",
        "ew",
        "and",
        "or",
        "not",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "\\",
        "true",
        "1e9",
        ".",
        ":",
        "urn:x",
        "'",
        "=",
        "\u00e4",
        "\ud83d",
        "pr",
        "\t",
        "\\u00",
        "null",
        "-"
    };

    @Test
    void a_comparison_knows_its_parts_and_places() {
        Filter.Comparison comparison = (Filter.Comparison) parsed("userName eq \"a@contoso.example\"");

        assertThat(comparison.attribute()).isEqualTo("userName");
        assertThat(comparison.operator()).isEqualTo(Filter.Operator.EQ);
        assertThat(comparison.start()).isZero();
        assertThat(comparison.end()).isEqualTo(31);
        assertThat(comparison.value())
                .isEqualTo(new Filter.Literal(Filter.LiteralKind.STRING, "a@contoso.example", 12, 31));
    }

    @Test
    void and_binds_closer_than_or() {
        Filter.Or or = (Filter.Or) parsed("a eq 1 or b eq 2 AND c pr");

        assertThat(or.terms()).hasSize(2);
        assertThat(or.terms().get(1)).isInstanceOf(Filter.And.class);
    }

    @Test
    void a_urn_belongs_to_the_attribute() {
        Filter.Comparison comparison = (Filter.Comparison) parsed(Attributes.ENTRA_USER + ":mailNickname ew \"x\"");

        assertThat(comparison.attribute()).isEqualTo(Attributes.ENTRA_USER + ":mailNickname");
    }

    @Test
    void a_value_path_may_have_a_sub_attribute() {
        Filter.ValuePath path = (Filter.ValuePath) parsed("emails[type eq \"work\" and primary eq true].value");

        assertThat(path.attribute()).isEqualTo("emails");
        assertThat(path.subAttribute()).isEqualTo("value");
        assertThat(path.inner()).isInstanceOf(Filter.And.class);
    }

    @Test
    void escapes_are_those_of_json() {
        Filter.Comparison comparison = (Filter.Comparison) parsed("title eq \"a\\\"b\\\\c\\u0041\"");

        assertThat(comparison.value()).extracting(Filter.Literal::text).isEqualTo("a\"b\\cA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName                 | 8  | 8  | operator",
                "userName eq              | 11 | 11 | value",
                "userName eq alice        | 12 | 17 | double quotes",
                "userName eq 'alice'      | 12 | 19 | double quotes",
                "userName eq 'alice       | 12 | 18 | closing quote",
                "userName eq Alice B      | 12 | 19 | double quotes",
                "userName endsWith \"x\" | 9  | 17 | 'ew'",
                "active eq true && id pr  | 15 | 17 | 'and'",
                "$filter=active eq true   | 0  | 8  | parameter",
                "us\u00e9rName eq \"a\" | 0 | 8  | no attribute name",
                "userName = \"alice\"     | 9  | 10 | 'eq'",
                "userName eq \"alice      | 12 | 18 | closing quote",
                "(userName eq \"a\"       | 0  | 1  | not closed",
                "emails[type eq \"a\"     | 6  | 7  | not closed",
                "userName eq \"a\" xor b  | 16 | 19 | 'and'",
                "not userName eq \"a\"    | 4  | 12 | after 'not'",
                "startswith(userName,\"a\")| 0 | 24 | OData",
                "userName eq \"a\" and    | 19 | 19 | attribute name",
                "filter=userName eq \"a\" | 0  | 7  | parameter",
            })
    void a_fault_has_its_place_and_a_sentence(String text, int start, int end, String words) {
        FilterResult<Filter> invalid = FilterParser.parse(text);

        Violation first = invalid.faults().get(0);
        assertThat(first.start()).isEqualTo(start);
        assertThat(first.end()).isEqualTo(end);
        assertThat(first.message()).contains(words);
    }

    @Test
    void it_goes_on_behind_a_fault_and_finds_the_next() {
        FilterResult<Filter> invalid =
                FilterParser.parse("userName eq and active = true and id eq 'x' && startswith(title,'a')");

        assertThat(invalid.faults())
                .extracting(Violation::ruleId)
                .containsExactly("filter-syntax", "filter-sign", "filter-quotes", "filter-sign", "filter-function");
        assertThat(invalid.filter()).isInstanceOf(Filter.And.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endswith(userName,'@contoso.example') | userName ew \"@contoso.example\"",
                "a eq 'O''Brien'                       | \"O'Brien\"",
                "a eq \u201Cx\u201D                    | \"x\"",
                "a == 1                                | eq",
                "a eq Sales Team and b pr              | \"Sales Team\"",
            })
    void a_habit_of_another_language_is_translated(String text, String replacement) {
        FilterResult<Filter> invalid = FilterParser.parse(text);

        assertThat(invalid.faults())
                .singleElement()
                .extracting(Violation::replacement)
                .isEqualTo(replacement);
    }

    @Test
    void a_path_has_an_attribute_a_filter_and_a_sub_attribute() {
        Filter.ValuePath path =
                Objects.requireNonNull(FilterParser.parsePath("emails[type eq \"work\" and primary eq true].value")
                        .valid());

        assertThat(path.attribute()).isEqualTo("emails");
        assertThat(path.inner()).isInstanceOf(Filter.And.class);
        assertThat(path.subAttribute()).isEqualTo("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a[b eq 1", "a[]", "a[b eq 1]x", "a[b eq 1].", "[a pr]", "a.", "a[b eq 1].c.d e"})
    void what_is_no_path_is_a_fault(String text) {
        assertThat(FilterParser.parsePath(text).valid()).isNull();
    }

    @Test
    void nesting_is_bounded() {
        assertThat(FilterParser.parse("(".repeat(100_000)).valid()).isNull();
        assertThat(FilterParser.parse("not(".repeat(100_000)).valid()).isNull();
        assertThat(FilterParser.parse("a[".repeat(100_000)).valid()).isNull();
    }

    @Test
    void a_long_chain_is_no_nesting() {
        Filter.And and = (Filter.And) parsed("a eq 1" + " and a eq 1".repeat(50_000));

        assertThat(and.terms()).hasSize(50_001);
    }

    @Test
    void no_text_makes_it_fail_or_point_outside_of_it() {
        Gen<String> texts =
                lists().of(arbitrary().pick(PIECES)).ofSizeBetween(0, 60).map(pieces -> String.join("", pieces));

        Generated.values(4_000).forAll(texts).checkAssert(text -> {
            for (Violation fault : FilterParser.parse(text).faults()) {
                assertThat(fault.start()).isBetween(0, text.length());
                assertThat(fault.end()).isBetween(fault.start(), text.length());
                assertThat(fault.message()).isNotBlank();
            }
        });
    }

    private static Filter parsed(String text) {
        return Objects.requireNonNull(FilterParser.parse(text).valid());
    }
}
