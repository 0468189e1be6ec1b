package io.scimdoctor.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.finding.Audience;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is long is masked in a time that goes with its length. */
final class MaskedLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"work\",\"value\":\"a@b.example\"},",
                "\"active\":\"true\",",
                "[12345,",
                "filter=userName eq a or ",
                "/users/a%20b",
                "\\\"title\\\":\\\"x\\\",",
                "\u201Ex\u201C ",
                "\"path\":\"emails[type eq \\\"work\\\"]\","
            })
    void twice_as_long_takes_twice_the_time(String part) throws IOException {
        double growth = Growth.of(
                20_000,
                100_000_000L,
                2.9,
                size -> MaskedLine.of(part.repeat(size / part.length()), Audience.HANDED_ON));

        assertThat(growth).isLessThan(2.9);
    }

    @Test
    void a_value_that_began_before_the_line_ends_with_its_quote() {
        String line = " Grant, Page\",\"active\":\"true\",\"title\":\" Grant, Page";

        assertThat(new MaskedLine(new Excerpt("", line, 13, 21, "\""), Audience.HANDED_ON).text())
                .isEqualTo("[masked]\",\"active\":\"true\",\"title\":\"[masked]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"password\":\"#\",\"title\":\"Head\",\"activ\":true} | {\"password\":\"[masked]\",\"title\":\"Head\",\"activ\":true}",
                "{\"pasword\":\"#\",\"nickName\":\"Grant, Page\"} | {\"pasword\":\"[masked]\",\"nickName\":\"Grant, Page\"}",
                "{\"passwordProfile\":{\"force\":true,\"x\":\"#\"},\"id\":\"42\"} | {\"passwordProfile\":{\"force\":true,\"x\":\"[masked]\"},\"id\":\"42\"}",
                "{\"title\":\"a\tb\",\"password\":[\"#\",{\"v\":\"#\"}]} | {\"title\":\"a b\",\"password\":[\"[masked]\",{\"v\":\"[masked]\"}]}",
                "/users?filter=password eq \"#\" and title eq \"Head\" | /users?filter=password eq \"[masked]\" and title eq \"Head\""
            })
    void of_a_line_of_its_own_its_owner_sees_all_but_the_secret(String line, String shown) {
        String raw = line.replace("#", "hunter2kitten");
        MaskedLine masked = MaskedLine.of(raw, Audience.SEEN);

        assertThat(masked.text()).isEqualTo(shown);
        assertThat(masked.column(raw.length() - 1)).isEqualTo(shown.length() - 1);
        assertThat(MaskedLine.of(raw, Audience.HANDED_ON).text()).doesNotContain("hunter2", "Head", "Grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key: ", "Authorization: Basic ", "Cookie: a=", "x-functions-key: "})
    void a_quote_within_a_secret_of_a_header_ends_nothing(String field) {
        String masked = MaskedLine.of(field + "Kq7\"Win'ter 99", Audience.SEEN).text();

        assertThat(masked).endsWith("[masked]").doesNotContain("Kq7", "Win", "99");
    }

    @Test
    void a_name_that_stands_before_the_line_makes_its_value_a_secret() {
        Excerpt excerpt = new Excerpt("{\"passwordProfile\":{\n", "\"value\":\"hunter2kitten\",", 0, 7, "");
        MaskedLine masked = new MaskedLine(excerpt, Audience.SEEN);

        assertThat(masked.text()).isEqualTo("\"value\":\"[masked]\",");
        assertThat(masked.column(8)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "%27", "\"", "%22"})
    void a_line_cut_within_the_value_of_a_filter_shows_none_of_it(String quote) {
        String filter = "displayName eq " + quote + "Head of Group, Page, ".repeat(20) + quote + " xor active eq 1";
        int at = filter.indexOf("xor");
        Excerpt excerpt = Excerpt.of(filter, at, at + 3, new Quotes(filter));

        assertThat(new MaskedLine(excerpt, Audience.HANDED_ON).text())
                .isEqualTo("[masked]" + quote + " xor active eq 1");
    }
}
