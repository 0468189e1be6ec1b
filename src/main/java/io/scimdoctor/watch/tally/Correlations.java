package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what failures go together with, and says so only when chance is all but excluded: each value is compared with the
 * rest by an exact test, corrected for the number of values tested (Bonferroni), and must fail at least twice as often.
 */
public final class Correlations {
    private static final int STRETCH_ROUNDS = 10;
    private static final int FEWEST_FAILURES = 8;
    private static final int FEWEST_OF_VALUE = 5;
    private static final double MOST_PROBABLE = 0.001;
    private static final double TIMES_WORSE = 2;

    private final Map<Dimension, Traits> traits = new EnumMap<>(Dimension.class);
    private Hours hours = new Hours();
    private int rounds;

    Correlations() {
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.HOUR) {
                traits.put(dimension, new Traits());
            }
        }
    }

    void add(Round round) {
        for (WatchedCall call : round.calls()) {
            if (call.made()) {
                hours.add(call.at(), call.failed());
                for (Map.Entry<Dimension, String> trait : call.traits().entrySet()) {
                    of(trait.getKey()).add(trait.getValue(), call.failed());
                }
            }
        }
        rounds++;
        if (rounds == STRETCH_ROUNDS) {
            rounds = 0;
            traits.values().forEach(Traits::closeStretch);
        }
    }

    private Traits of(Dimension dimension) {
        return Objects.requireNonNull(traits.get(dimension));
    }

    /** What stands out, the least probable by chance first. A stretch of rounds that has not ended is left out. */
    public List<Correlation> found() {
        List<Correlation> candidates = candidates();
        List<Correlation> found = new ArrayList<>();
        for (Correlation candidate : candidates) {
            double corrected = Math.min(1, candidate.probability() * tests());
            if (corrected <= MOST_PROBABLE) {
                found.add(new Correlation(
                        candidate.dimension(),
                        candidate.value(),
                        candidate.failures(),
                        candidate.calls(),
                        candidate.restFailures(),
                        candidate.restCalls(),
                        corrected));
            }
        }
        found.sort(Comparator.comparingDouble(Correlation::probability));
        return found;
    }

    /** Every dimension, and whether there was enough to judge it by. */
    public List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>();
        traits.forEach((dimension, values) -> judgements.add(new Judgement(dimension, obstacle(values))));
        judgements.add(new Judgement(Dimension.HOUR, hasDays() ? null : "fewer than three days"));
        return judgements;
    }

    private static @Nullable String obstacle(Traits values) {
        if (values.values().isEmpty()) {
            return "not known of these calls";
        }
        if (values.values().size() == 1) {
            return "the same for all calls";
        }
        return comparable(values) < FEWEST_FAILURES ? "too few failures beside other calls" : null;
    }

    /** How many failures happened while several values were in use. Each stretch is seen by all of its values. */
    private static long comparable(Traits values) {
        long failures = 0;
        for (Traits.Value value : values.values().values()) {
            failures += value.strata().sum(1);
        }
        return failures;
    }

    private int tests() {
        int tests = 0;
        for (Traits values : traits.values()) {
            tests += obstacle(values) == null ? values.values().size() : 0;
        }
        return tests + (hasDays() ? 24 : 0);
    }

    private List<Correlation> candidates() {
        List<Correlation> candidates = new ArrayList<>();
        traits.forEach((dimension, values) -> {
            if (obstacle(values) == null) {
                values.values().forEach((name, value) -> compare(dimension, name, value, values, candidates));
            }
        });
        if (hasDays()) {
            hours(candidates);
        }
        return candidates;
    }

    private static void compare(
            Dimension dimension, String name, Traits.Value value, Traits all, List<Correlation> candidates) {
        Strata strata = value.strata();
        long failures = strata.sum(1);
        double rate = (double) failures / Math.max(1, strata.sum(0));
        double rest = (double) (strata.sum(3) - failures) / Math.max(1, strata.sum(2) - strata.sum(0));
        if (failures < FEWEST_OF_VALUE || rate < TIMES_WORSE * rest) {
            return;
        }
        long allCalls = 0;
        long allFailures = 0;
        for (Traits.Value other : all.values().values()) {
            allCalls += other.calls();
            allFailures += other.failures();
        }
        candidates.add(new Correlation(
                dimension,
                name,
                value.failures(),
                value.calls(),
                allFailures - value.failures(),
                allCalls - value.calls(),
                ExactTest.probability(strata.tables())));
    }

    private boolean hasDays() {
        for (Hours.Hour hour : hours.byHour()) {
            if (hour.days() >= Hours.FEWEST_DAYS) {
                return true;
            }
        }
        return false;
    }

    private void hours(List<Correlation> candidates) {
        int all = 0;
        int bad = 0;
        long calls = 0;
        long failures = 0;
        for (Hours.Hour hour : hours.byHour()) {
            all += hour.days();
            bad += hour.badDays();
            calls += hour.calls();
            failures += hour.failures();
        }
        for (Hours.Hour hour : hours.byHour()) {
            if (hour.badDays() >= Hours.FEWEST_DAYS) {
                int[] table = {hour.days(), hour.badDays(), all, bad};
                candidates.add(new Correlation(
                        Dimension.HOUR,
                        name(hour.hour()),
                        hour.failures(),
                        hour.calls(),
                        failures - hour.failures(),
                        calls - hour.calls(),
                        ExactTest.probability(table)));
            }
        }
    }

    private static String name(int hour) {
        String two = hour < 10 ? "0" + hour : "" + hour;
        return two + ":00 to " + two + ":59 UTC";
    }

    void write(JsonWriter json) throws IOException {
        json.object("correlations").field("rounds", rounds);
        for (Map.Entry<Dimension, Traits> entry : traits.entrySet()) {
            entry.getValue().write(json, entry.getKey().slug());
        }
        hours.write(json);
        json.endObject();
    }

    static Correlations read(JsonNode json) {
        Correlations correlations = new Correlations();
        correlations.rounds = json.path("rounds").asInt();
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.HOUR) {
                correlations.traits.put(dimension, Traits.read(json.path(dimension.slug())));
            }
        }
        correlations.hours = Hours.read(json.path("hours"));
        return correlations;
    }
}
