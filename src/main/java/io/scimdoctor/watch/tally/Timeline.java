package io.scimdoctor.watch.tally;

import io.scimdoctor.diagnosis.Histogram;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How many rounds there were over time, and how many of them failed. Its size does not depend on their number.
 *
 * @param from when the first step begins
 * @param step how long one is
 * @param all all rounds, step by step
 * @param bad those that failed
 */
public record Timeline(Instant from, Duration step, List<Long> all, List<Long> bad) {
    static final Timeline NONE = new Timeline(Instant.EPOCH, Duration.ofSeconds(1), List.of(), List.of());

    Timeline plus(Round round) {
        long at = round.startedAt().toEpochMilli();
        Histogram rounds = rounds();
        rounds.add(at);
        Histogram failed = histogram(bad);
        if (round.failed()) {
            failed.add(at);
        }
        return new Timeline(rounds.from(), rounds.step(), list(rounds.counts()), list(failed.along(rounds)));
    }

    /** All rounds, whose steps are the axis. */
    public Histogram rounds() {
        return histogram(all);
    }

    /** The failed ones along that axis. */
    public long[] failed() {
        return bad.stream().mapToLong(Long::longValue).toArray();
    }

    private Histogram histogram(List<Long> counts) {
        return Histogram.of(
                from, step, counts.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<Long> list(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
