package io.scimdoctor.watch.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls by one dimension's values, compared with each other within each stretch of some rounds. */
final class Traits {
    static final int MOST_VALUES = 30;
    static final String OTHER = "others";
    static final int MOST_STRETCHES = 2_000;

    private static final int FEWEST_FAILURES = 8;
    private static final int FEWEST_OF_VALUE = 5;
    private static final double TIMES_WORSE = 2;

    private Map<String, Value> values = new LinkedHashMap<>();

    /**
     * One value, such as one data centre.
     *
     * @param recent in the stretch that has not ended
     * @param stretches tables for {@link ExactTest}, of the latest stretches that tell something
     */
    private record Value(Share all, Share recent, List<long[]> stretches) {
        Value() {
            this(Share.NONE, Share.NONE, new ArrayList<>());
        }

        Value plus(boolean failed) {
            return new Value(all.plus(failed), recent.plus(failed), stretches);
        }

        /** @param together what all values together did in the stretch */
        Value closed(boolean telling, Share together) {
            if (telling && recent.calls() > 0) {
                if (stretches.size() == MOST_STRETCHES) {
                    // The older half goes at once, so that adding stays cheap.
                    stretches.subList(0, MOST_STRETCHES / 2).clear();
                }
                stretches.add(new long[] {recent.calls(), recent.failures(), together.calls(), together.failures()});
            }
            return new Value(all, Share.NONE, stretches);
        }

        /** The calls with this value, or with any, in the stretches in which several values were in use. */
        Share compared(boolean ofAll) {
            Share sum = Share.NONE;
            for (long[] table : stretches) {
                sum = sum.plus(ofAll ? new Share(table[2], table[3]) : new Share(table[0], table[1]));
            }
            return sum;
        }

        boolean isWorse() {
            Share own = compared(false);
            return own.failures() >= FEWEST_OF_VALUE
                    && own.rate() >= TIMES_WORSE * compared(true).minus(own).rate();
        }
    }

    int size() {
        return values.size();
    }

    void add(String name, boolean failed) {
        String kept = values.containsKey(name) || values.size() < MOST_VALUES ? name : OTHER;
        values.compute(kept, (key, value) -> (value == null ? new Value() : value).plus(failed));
    }

    /** A stretch ends. It tells something only if it has failures, and calls of several values. */
    void closeStretch() {
        Share together = values.values().stream().map(Value::recent).reduce(Share.NONE, Share::plus);
        boolean several =
                values.values().stream().noneMatch(value -> value.recent().calls() == together.calls());
        boolean telling = several && together.failures() > 0 && together.failures() < together.calls();
        values.replaceAll((name, value) -> value.closed(telling, together));
    }

    /** Why it cannot be judged, or null. */
    @Nullable
    String obstacle() {
        if (values.size() < 2) {
            return values.isEmpty() ? "not known of these calls" : "the same for all calls";
        }
        // Each stretch is seen by all of its values.
        long failures = values.values().stream()
                .mapToLong(value -> value.compared(false).failures())
                .sum();
        return failures < FEWEST_FAILURES ? "too few failures beside other calls" : null;
    }

    /** The values that fail more often than the rest, and how probable that is by chance. */
    List<Correlation> suspects(Dimension dimension) {
        Share all = values.values().stream().map(Value::all).reduce(Share.NONE, Share::plus);
        List<Correlation> suspects = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value.isWorse()) {
                double probability = ExactTest.probability(value.stretches());
                suspects.add(Correlation.of(dimension, name, value.all(), all, probability));
            }
        });
        return suspects;
    }
}
