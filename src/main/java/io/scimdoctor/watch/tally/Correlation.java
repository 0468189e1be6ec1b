package io.scimdoctor.watch.tally;

/**
 * Failures that go together with one value of a dimension.
 *
 * @param value such as the name of a data centre
 * @param failures of the calls with that value
 * @param restFailures of all other calls of which the dimension is known
 * @param probability of so many by chance, already multiplied with the number of values that were tested
 */
public record Correlation(
        Dimension dimension,
        String value,
        long failures,
        long calls,
        long restFailures,
        long restCalls,
        double probability) {}
