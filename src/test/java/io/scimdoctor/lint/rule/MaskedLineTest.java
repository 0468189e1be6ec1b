package io.scimdoctor.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.finding.Audience;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

        assertThat(MaskedLine.of(new Excerpt(line, 13, 21, true), Audience.HANDED_ON)
                        .text())
                .isEqualTo("[masked]\",\"active\":\"true\",\"title\":\"[masked]");
    }
}
