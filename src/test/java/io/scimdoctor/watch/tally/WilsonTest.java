package io.scimdoctor.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confidence intervals of rates, against the formula evaluated apart from the program. */
final class WilsonTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.277533",
        "10, 10, 0.722467, 1",
        "1, 10, 0.017876, 0.404150",
        "5, 10, 0.236593, 0.763407",
        "12, 2400, 0.002863, 0.008720",
        "0, 0, 0, 1"
    })
    void the_ends_are_those_of_the_formula(long count, long total, double low, double high) {
        Wilson rate = Wilson.of(count, total);

        assertThat(rate.low()).isCloseTo(low, within(1e-6));
        assertThat(rate.high()).isCloseTo(high, within(1e-6));
    }
}
