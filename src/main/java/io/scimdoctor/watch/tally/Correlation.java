package io.scimdoctor.watch.tally;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Failures that go together with one value of a dimension.
 *
 * @param value such as the name of a data centre
 * @param failures of the calls with that value
 * @param restFailures of all other calls of which the dimension is known
 * @param pValue the probability of so many by chance
 */
public record Correlation(
        Dimension dimension,
        String value,
        long failures,
        long calls,
        long restFailures,
        long restCalls,
        double pValue) {

    static Correlation of(Dimension dimension, String value, Share part, Share all, double pValue) {
        Share rest = all.minus(part);
        return new Correlation(dimension, value, part.failures(), part.calls(), rest.failures(), rest.calls(), pValue);
    }

    /** Corrected for the number of values that were tested (Bonferroni). */
    Correlation amongTests(int tests) {
        double corrected = BigDecimal.valueOf(Math.min(1, pValue * tests))
                .round(new MathContext(3))
                .doubleValue();
        return new Correlation(dimension, value, failures, calls, restFailures, restCalls, corrected);
    }
}
