package io.scimdoctor.watch.tally;

/**
 * Whether one group of calls fails more often than the rest within the same stretches of time: the exact test for several
 * two-by-two tables (A. Agresti, "A Survey of Exact Inference for Contingency Tables", 1992, section 3; Fisher's exact
 * test when there is one table). Stretches are compared with themselves only, so a time in which everything fails does not
 * accuse the group that happened to be called then.
 */
final class ExactTest {
    /** With more failures the normal distribution is as good, and much faster. */
    private static final int MOST_FAILURES = 2_000;

    /** The parts of a table, one after the other, as {@link Strata} keeps them. */
    private static final int PARTS = 4;

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
     * @param tables calls of the group, its failures, all calls, all failures; and so on for each stretch of time
     */
    static double probability(int[] tables) {
        int observed = 0;
        int failures = 0;
        int largest = 0;
        for (int i = 0; i < tables.length; i += PARTS) {
            observed += tables[i + 1];
            failures += tables[i + 3];
            largest = Math.max(largest, tables[i + 2]);
        }
        return failures > MOST_FAILURES
                ? approximate(tables, observed)
                : new ExactTest(largest).exact(tables, observed);
    }

    private double exact(int[] tables, int observed) {
        double[] sums = {1};
        for (int i = 0; i < tables.length; i += PARTS) {
            sums = convolve(sums, distribution(tables[i], tables[i + 2], tables[i + 3]));
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

    /** The test of Mantel and Haenszel (1959) with the correction for continuity. */
    private static double approximate(int[] tables, int observed) {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < tables.length; i += PARTS) {
            double group = tables[i];
            double all = tables[i + 2];
            double failures = tables[i + 3];
            mean += group * failures / all;
            variance += all < 2 ? 0 : group * (all - group) * failures * (all - failures) / (all * all * (all - 1));
        }
        double distance = (observed - mean - 0.5) / Math.sqrt(Math.max(variance, 1e-9));
        return distance <= 0 ? 1 : upperTail(distance);
    }

    /** The normal distribution beyond that many standard deviations, by M. Abramowitz and I. Stegun, 7.1.26 and 7.1.23. */
    private static double upperTail(double distance) {
        if (distance > 6) {
            double square = distance * distance;
            return Math.exp(-square / 2) / (distance * Math.sqrt(2 * Math.PI)) * (1 - 1 / square);
        }
        double[] parts = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};
        double x = distance / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double sum = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            sum = (sum + parts[i]) * t;
        }
        return sum * Math.exp(-x * x) / 2;
    }
}
