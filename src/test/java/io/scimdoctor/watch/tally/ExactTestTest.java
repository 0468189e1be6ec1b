package io.scimdoctor.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against results that are known, such as those of R. A. Fisher's lady with her tea, or that can be counted by hand. */
final class ExactTestTest {
    @Test
    void one_table_is_fishers_test() {
        assertThat(ExactTest.probability(new int[] {4, 4, 8, 4})).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(ExactTest.probability(new int[] {4, 3, 8, 4})).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(ExactTest.probability(new int[] {9, 8, 16, 10})).isCloseTo(0.024476, within(1e-6));
    }

    @Test
    void no_failure_more_than_there_must_be_is_certain() {
        assertThat(ExactTest.probability(new int[] {4, 0, 8, 4})).isCloseTo(1, within(1e-12));
        assertThat(ExactTest.probability(new int[] {3, 3, 8, 8})).isCloseTo(1, within(1e-12));
    }

    @Test
    void two_tables_multiply_where_both_are_extreme() {
        assertThat(ExactTest.probability(new int[] {4, 4, 8, 4, 4, 4, 8, 4})).isCloseTo(1 / 4900.0, within(1e-12));
    }

    @Test
    void a_stretch_without_the_rest_changes_nothing() {
        int[] alone = {4, 3, 8, 4};
        int[] beside = {4, 3, 8, 4, 6, 5, 6, 5};

        assertThat(ExactTest.probability(beside)).isCloseTo(ExactTest.probability(alone), within(1e-12));
    }

    @Test
    void beyond_two_thousand_failures_the_normal_distribution_agrees() {
        int[] many = new int[4 * 420];
        int[] fewer = new int[4 * 380];
        for (int i = 0; i < many.length; i += 4) {
            int failures = i % 16 == 0 ? 3 : 2;
            System.arraycopy(new int[] {20, failures, 40, 5}, 0, many, i, 4);
            if (i < fewer.length) {
                System.arraycopy(new int[] {20, failures, 40, 5}, 0, fewer, i, 4);
            }
        }

        assertThat(ExactTest.probability(many)).isBetween(0.999, 1.0);
        assertThat(ExactTest.probability(fewer)).isBetween(0.999, 1.0);
    }

    @Test
    void the_normal_distribution_is_right_at_its_usual_points() {
        int[] tables = new int[4 * 500];
        for (int i = 0; i < tables.length; i += 4) {
            System.arraycopy(new int[] {20, i % 8 == 0 ? 3 : 2, 40, 5}, 0, tables, i, 4);
        }
        // 1250 of 2500 failures by chance; 1 more than the middle for each 0.04 of the distance.
        tables[1] += 48;

        assertThat(ExactTest.probability(tables)).isBetween(0.01, 0.05);
    }
}
