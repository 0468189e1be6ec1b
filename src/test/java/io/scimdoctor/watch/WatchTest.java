package io.scimdoctor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import io.scimdoctor.watch.tally.WatchedCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When rounds are made, and when they end. */
final class WatchTest {
    private final SimulatedProcess process = new SimulatedProcess();
    private final List<Round> made = new ArrayList<>();

    /** Rounds of one call that take as long, ask for as long a pause, and fail as often as they are told. */
    private final class Scripted implements Rounds {
        private final Duration duration;
        private final @Nullable Duration retryAfter;
        private int repeats = 1;
        private boolean fails;
        private boolean tokenOver;

        Scripted(Duration duration, @Nullable Duration retryAfter) {
            this.duration = duration;
            this.retryAfter = retryAfter;
        }

        @Override
        public Ran run(long number, int maxCalls, List<Long> lateMs) {
            Instant started = process.now();
            process.move(duration);
            WatchedCall call = Made.call(started, fails);
            int calls = Math.min(repeats, maxCalls);
            Instant notBefore = retryAfter == null ? null : process.now().plus(retryAfter);
            Round round =
                    new Round(number, started, process.now(), lateMs, false, List.of(call), calls, calls, notBefore);
            made.add(round);
            return new Ran(round, !process.isStopped());
        }

        @Override
        public boolean isTokenOver(Instant now) {
            return tokenOver;
        }
    }

    private Watch.End run(WatchPlan.Limits limits, Rounds rounds) {
        return watch(limits, rounds, new Tally(WatchPlan.SHORTEST_GAP));
    }

    private Watch.End watch(WatchPlan.Limits limits, Rounds rounds, Tally tally) {
        return new Watch(Plans.probe(limits), process, rounds, tally, WatchListener.NONE).run();
    }

    private static Duration between(Instant from, Instant to) {
        return Duration.between(from, to);
    }

    @Test
    void rounds_keep_to_the_grid_within_a_tenth_of_the_interval() {
        run(Plans.hours(2), new Scripted(Duration.ofSeconds(3), null));

        assertThat(made).hasSize(120);
        boolean deviates = false;
        for (int i = 0; i < made.size(); i++) {
            Instant due = SimulatedProcess.START.plus(Duration.ofMinutes(i));
            long off = Math.abs(between(due, made.get(i).startedAt()).toMillis());
            assertThat(off).isLessThanOrEqualTo(6_000);
            deviates |= off > 3_000;
            assertThat(made.get(i).lateMs()).containsExactly(0L);
        }
        assertThat(deviates).isTrue();
    }

    @Test
    void slow_rounds_never_overlap_and_count_the_calls_that_had_to_wait() {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);

        watch(Plans.hours(2), new Scripted(Duration.ofSeconds(150), null), tally);

        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).startedAt()).isAfterOrEqualTo(made.get(i - 1).finishedAt());
        }
        assertThat(made).hasSizeBetween(47, 49);
        long stoodFor = made.stream().mapToLong(round -> round.lateMs().size()).sum();
        // Every minute of the two hours is answered for, though only each second or third had a round.
        assertThat(stoodFor).isBetween(117L, 121L);
        assertThat(tally.latency().samples()).isEqualTo(stoodFor);
        assertThat(tally.latency().millis(95)).isGreaterThan(60_000);
    }

    @Test
    void a_single_slow_round_makes_those_that_waited_late_and_none_after_them() {
        Rounds quick = new Scripted(Duration.ofSeconds(1), null);
        Rounds slow = new Scripted(Duration.ofSeconds(200), null);
        Rounds once = new Rounds() {
            @Override
            public Ran run(long number, int maxCalls, List<Long> lateMs) {
                return (number == 5 ? slow : quick).run(number, maxCalls, lateMs);
            }

            @Override
            public boolean isTokenOver(Instant now) {
                return false;
            }
        };

        run(Plans.hours(1), once);

        assertThat(made.get(5).lateMs()).hasSize(3);
        assertThat(made.get(5).startedAt()).isEqualTo(made.get(4).finishedAt());
        assertThat(made.get(6).lateMs()).containsExactly(0L);
        assertThat(between(
                                SimulatedProcess.START.plus(Duration.ofMinutes(8)),
                                made.get(6).startedAt())
                        .abs())
                .isLessThanOrEqualTo(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 90, 600})
    void the_service_is_not_called_before_it_asked_to_be(long seconds) {
        run(Plans.hours(3), new Scripted(Duration.ofSeconds(1), Duration.ofSeconds(seconds)));

        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).startedAt()).isAfter(made.get(i - 1).notBefore());
            assertThat(made.get(i).lateMs()).containsExactly(0L);
        }
        assertThat(made).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "0, 0"})
    void it_makes_as_many_calls_as_allowed_and_not_one_more(int allowed, int expected) {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);

        Watch.End end = watch(Plans.calls(allowed), new Scripted(Duration.ofSeconds(1), null), tally);

        assertThat(end).isEqualTo(Watch.End.MAX_CALLS);
        assertThat(tally.apiCalls()).isEqualTo(expected);
    }

    @Test
    void repeats_within_a_round_are_held_to_what_is_left() {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        Scripted rounds = new Scripted(Duration.ofSeconds(1), null);
        rounds.repeats = 4;

        watch(Plans.calls(10), rounds, tally);

        assertThat(made.stream().map(Round::apiCalls)).containsExactly(4, 4, 2);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 5", "0.0119, 5", "0.001, 0"})
    void it_never_costs_more_than_allowed(String usd, int rounds) {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);

        Watch.End end = watch(Plans.usd(usd), new Scripted(Duration.ofSeconds(1), null), tally);

        assertThat(end).isEqualTo(Watch.End.BUDGET);
        assertThat(tally.rounds()).isEqualTo(rounds);
        assertThat(CheckReport.price(tally.billable())).isLessThanOrEqualTo(new BigDecimal(usd));
    }

    @Test
    void it_ends_when_enough_rounds_have_failed() {
        Scripted rounds = new Scripted(Duration.ofSeconds(1), null);
        rounds.fails = true;

        assertThat(run(Plans.untilFail(3), rounds)).isEqualTo(Watch.End.UNTIL_FAIL);
        assertThat(made).hasSize(3);
    }

    @Test
    void it_ends_with_the_only_token() {
        Scripted rounds = new Scripted(Duration.ofSeconds(1), null);
        rounds.tokenOver = true;

        assertThat(run(Plans.NONE, rounds)).isEqualTo(Watch.End.TOKEN_OVER);
        assertThat(made).hasSize(1);
    }

    @Test
    void a_round_that_was_interrupted_costs_and_tells_nothing() {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        Scripted whole = new Scripted(Duration.ofSeconds(1), null);
        whole.fails = true;
        Rounds cut = new Rounds() {
            @Override
            public Ran run(long number, int maxCalls, List<Long> lateMs) {
                if (number == 3) {
                    process.stop();
                }
                return whole.run(number, maxCalls, lateMs);
            }

            @Override
            public boolean isTokenOver(Instant now) {
                return false;
            }
        };

        assertThat(watch(Plans.NONE, cut, tally)).isEqualTo(Watch.End.INTERRUPTED);
        assertThat(tally.rounds()).isEqualTo(2);
        assertThat(tally.rate().count()).isEqualTo(2);
        assertThat(tally.apiCalls()).isEqualTo(3);
    }

    @Test
    void a_machine_that_slept_has_not_waited_for_the_service() {
        SimulatedProcess sleeper = process;
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        Rounds rounds = new Scripted(Duration.ofSeconds(1), null);
        CheckEnvironment lid = Sleepy.closedOnce(sleeper, Duration.ofHours(3));

        new Watch(Plans.probe(Plans.hours(4)), lid, rounds, tally, WatchListener.NONE).run();

        assertThat(made).hasSizeBetween(58, 62);
        assertThat(tally.latency().most()).isLessThan(1_000);
    }
}
