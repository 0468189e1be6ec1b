package io.scimdoctor.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against results that are known, such as those of R. A. Fisher's lady with her tea, or that can be counted by hand. */
final class ExactTestTest {
    @Test
    void one_table_is_fishers_test() {
        assertThat(ExactTest.probability(List.of(new long[] {4, 4, 8, 4}))).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(ExactTest.probability(List.of(new long[] {4, 3, 8, 4}))).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(ExactTest.probability(List.of(new long[] {9, 8, 16, 10}))).isCloseTo(0.024476, within(1e-6));
    }

    @Test
    void no_failure_more_than_there_must_be_is_certain() {
        assertThat(ExactTest.probability(List.of(new long[] {4, 0, 8, 4}))).isCloseTo(1, within(1e-12));
        assertThat(ExactTest.probability(List.of(new long[] {3, 3, 8, 8}))).isCloseTo(1, within(1e-12));
    }

    @Test
    void two_tables_multiply_where_both_are_extreme() {
        assertThat(ExactTest.probability(List.of(new long[] {4, 4, 8, 4}, new long[] {4, 4, 8, 4})))
                .isCloseTo(1 / 4900.0, within(1e-12));
    }

    @Test
    void a_stretch_without_the_rest_changes_nothing() {
        long[] alone = {4, 3, 8, 4};
        long[] only = {6, 5, 6, 5};

        assertThat(ExactTest.probability(List.of(alone, only)))
                .isCloseTo(ExactTest.probability(List.of(alone)), within(1e-12));
    }

    @Test
    void beyond_two_thousand_failures_the_latest_decide() {
        List<long[]> tables = new ArrayList<>(Collections.nCopies(400, new long[] {20, 5, 40, 5}));
        for (int i = 0; i < 400; i++) {
            // Half of all failures, as there should be by chance.
            tables.add(new long[] {20, i % 2 == 0 ? 3 : 2, 40, 5});
        }

        assertThat(ExactTest.probability(tables)).isBetween(0.45, 0.55);
        assertThat(ExactTest.probability(tables.subList(0, 420))).isLessThan(1e-100);
    }
}
