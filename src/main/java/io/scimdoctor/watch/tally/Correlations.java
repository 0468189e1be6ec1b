package io.scimdoctor.watch.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds what failures go together with, and says so only when chance is all but excluded: each value is compared with the
 * rest by an exact test, corrected for the number of values tested (Bonferroni), and must fail at least twice as often.
 */
public final class Correlations {
    private static final int STRETCH_ROUNDS = 10;
    private static final double MOST_PROBABLE = 0.001;

    private Map<Dimension, Traits> traits = new EnumMap<>(Dimension.class);
    private Hours hours = new Hours();
    private int rounds;

    Correlations() {
        EnumSet.complementOf(EnumSet.of(Dimension.HOUR)).forEach(dimension -> traits.put(dimension, new Traits()));
    }

    void add(Round round) {
        for (WatchedCall call : round.calls()) {
            if (call.made()) {
                hours.add(call.at(), call.failure());
                call.traits()
                        .forEach((dimension, value) ->
                                Objects.requireNonNull(traits.get(dimension)).add(value, call.failure()));
            }
        }
        rounds++;
        if (rounds == STRETCH_ROUNDS) {
            rounds = 0;
            traits.values().forEach(Traits::closeStretch);
        }
    }

    /** What stands out, the least probable by chance first. A stretch of rounds that has not ended is left out. */
    public List<Correlation> found() {
        List<Correlation> found = new ArrayList<>(hours.suspects());
        int tests = hours.obstacle() == null ? Hours.OF_A_DAY : 0;
        for (Map.Entry<Dimension, Traits> entry : traits.entrySet()) {
            Traits values = entry.getValue();
            if (values.obstacle() == null) {
                tests += values.size();
                found.addAll(values.suspects(entry.getKey()));
            }
        }
        int among = tests;
        found.replaceAll(candidate -> candidate.amongTests(among));
        found.removeIf(one -> one.pValue() > MOST_PROBABLE);
        found.sort(Comparator.comparingDouble(Correlation::pValue));
        return found;
    }

    /** Every dimension, and whether there was enough to judge it by. */
    public List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>();
        traits.forEach((dimension, values) -> judgements.add(new Judgement(dimension, values.obstacle())));
        judgements.add(new Judgement(Dimension.HOUR, hours.obstacle()));
        return judgements;
    }
}
