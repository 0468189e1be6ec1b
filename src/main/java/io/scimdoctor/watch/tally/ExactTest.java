package io.scimdoctor.watch.tally;

import java.util.List;

/**
 * Whether one group of calls fails more often than the rest within the same stretches of time: the exact test for several
 * two-by-two tables (A. Agresti, "A Survey of Exact Inference for Contingency Tables", 1992, section 3; Fisher's exact
 * test when there is one table). Stretches are compared with themselves only, so a time in which everything fails does not
 * accuse the group that happened to be called then.
 */
final class ExactTest {
    /** Beyond so many failures only the latest tables are used: they are more than enough, and more would take long. */
    private static final int MOST_FAILURES = 2_000;

    private final double[] logFactorials;

    private ExactTest(int largest) {
        logFactorials = new double[largest + 1];
        for (int i = 2; i <= largest; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
    }

    /**
     * How probable so many failures of the group, or more, are by chance.
     *
     * @param tables one for each stretch of time: calls of the group, its failures, all calls, all failures
     */
    static double probability(List<long[]> tables) {
        int from = tables.size();
        long failures = 0;
        long largest = 0;
        while (from > 0 && (failures == 0 || failures + tables.get(from - 1)[3] <= MOST_FAILURES)) {
            from--;
            failures += tables.get(from)[3];
            largest = Math.max(largest, tables.get(from)[2]);
        }
        return new ExactTest((int) largest).tail(tables.subList(from, tables.size()));
    }

    private double tail(List<long[]> tables) {
        double[] sums = {1};
        long observed = 0;
        for (long[] table : tables) {
            sums = convolve(sums, distribution((int) table[0], (int) table[2], (int) table[3]));
            observed += table[1];
        }
        double tail = 0;
        for (int i = sums.length - 1; i >= observed; i--) {
            tail += sums[i];
        }
        return Math.min(1, tail);
    }

    /** How probable each number of failures of the group is, were all failures dealt out by chance. */
    private double[] distribution(int group, int all, int failures) {
        double[] distribution = new double[Math.min(group, failures) + 1];
        double whole = choose(all, failures);
        for (int k = Math.max(0, failures - (all - group)); k < distribution.length; k++) {
            distribution[k] = Math.exp(choose(group, k) + choose(all - group, failures - k) - whole);
        }
        return distribution;
    }

    private double choose(int from, int number) {
        return logFactorials[from] - logFactorials[number] - logFactorials[from - number];
    }

    private static double[] convolve(double[] left, double[] right) {
        double[] sums = new double[left.length + right.length - 1];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sums[i + j] += left[i] * right[j];
            }
        }
        return sums;
    }
}
