package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Generated;
import io.scimdoctor.Growth;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A sieve finds what its pattern finds. */
final class SieveTest {
    @Test
    void tries_a_pattern_wherever_it_may_begin() {
        for (String regex : new String[] {
            "\\bab",
            "(?m)^b$",
            "(?<![\\w'])a(?![b.])",
            "(?<![a-z])ab",
            "(?<=\\.)ab|^b",
            "(?<= )ab",
            "(?<=['])b",
            "(?<!b(?:a|b)[.)])ab",
            "(?<=(?:a|b\\)):)a",
            "a$",
            "[A-Z:](?:ab|bb)\\b",
            "é",
            "(?i)Aa{2,3}+"
        }) {
            Sieve sieve = new Sieve(regex);
            LatePattern pattern = LatePattern.of(regex);
            Generated.values(500)
                    .forAll(Generated.damaged(chance -> "ab .A'b", "abA:.' 0é_\n", 6))
                    .checkAssert(text ->
                            assertThat(Sieves.found(sieve, text)).as(regex).isEqualTo(Sieves.found(pattern, text)));
        }
    }

    @Test
    void takes_twice_as_long_for_a_text_that_is_twice_as_long() throws IOException {
        Sieve sieve = new Sieve("\\b(?:GET|PUT) (https?://\\S{1,400}+) x");

        double growth = Growth.of(
                1_000_000, 50_000_000, 3, size -> Sieves.found(sieve, "GET https://a.b/ GEx ".repeat(size / 21)));

        assertThat(growth).isLessThan(3);
    }
}
