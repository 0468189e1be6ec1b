package io.scimdoctor.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.watch.Made;
import io.scimdoctor.watch.SimulatedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What failures go together with, and what they do not. */
final class CorrelationsTest {
    private static final int CALLS = 4;
    private static final int DAY = 24 * 60;

    /** Decides whether a call fails. */
    private interface Fault {
        double rate(Instant at, Map<Dimension, String> traits);
    }

    private static Correlations watch(int rounds, long seed, Fault fault) {
        Correlations correlations = new Correlations();
        Random random = new Random(seed);
        for (int number = 1; number <= rounds; number++) {
            Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(number));
            List<WatchedCall> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                Map<Dimension, String> traits = new EnumMap<>(Dimension.class);
                traits.put(
                        Dimension.ENDPOINT,
                        List.of("GET /users", "GET /groups", "GET /schemas").get(i % 3));
                traits.put(
                        Dimension.DATA_CENTRE, List.of("West", "North", "East").get(random.nextInt(3)));
                traits.put(Dimension.RING, Integer.toString(random.nextInt(5)));
                traits.put(Dimension.PAYLOAD_SIZE, random.nextInt(4) == 0 ? "over 10 KiB" : "nothing sent");
                traits.put(Dimension.CONNECTION, random.nextInt(6) == 0 ? "new" : "reused");
                boolean fails = random.nextDouble() < fault.rate(at, traits);
                calls.add(Made.call(at, traits.get(Dimension.ENDPOINT), fails ? "service-timeout" : null, traits));
            }
            correlations.add(Made.round(number, at, calls));
        }
        return correlations;
    }

    @ParameterizedTest
    @CsvSource({"ENDPOINT, GET /groups", "DATA_CENTRE, West", "RING, 3", "PAYLOAD_SIZE, over 10 KiB", "CONNECTION, new"
    })
    void the_value_that_fails_is_found_and_nothing_else(Dimension dimension, String value) {
        Correlations correlations = watch(360, 1, (at, traits) -> value.equals(traits.get(dimension)) ? 0.15 : 0.005);

        assertThat(correlations.found()).singleElement().satisfies(found -> {
            assertThat(found.dimension()).isEqualTo(dimension);
            assertThat(found.value()).isEqualTo(value);
            assertThat(found.failures() * found.restCalls()).isGreaterThan(found.restFailures() * found.calls());
            assertThat(found.pValue()).isLessThan(0.001);
        });
    }

    @Test
    void an_hour_that_fails_day_after_day_is_found() {
        Correlations correlations = watch(5 * DAY, 2, (at, traits) -> hour(at) == 2 ? 0.1 : 0.005);

        assertThat(correlations.found()).singleElement().satisfies(found -> {
            assertThat(found.dimension()).isEqualTo(Dimension.HOUR);
            assertThat(found.value()).isEqualTo("02:00 to 02:59 UTC");
        });
    }

    @Test
    void an_hour_that_failed_once_is_none() {
        Instant burst = SimulatedProcess.START.plus(Duration.ofHours(38));
        Correlations correlations = watch(
                5 * DAY,
                3,
                (at, traits) -> at.isAfter(burst) && at.isBefore(burst.plus(Duration.ofMinutes(50))) ? 0.8 : 0.005);

        assertThat(correlations.found()).isEmpty();
    }

    @Test
    void a_data_centre_that_happened_to_serve_during_a_burst_is_not_accused() {
        Correlations correlations = new Correlations();
        for (int number = 1; number <= 720; number++) {
            Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(number));
            boolean fails = number >= 300 && number < 330;
            Map<Dimension, String> traits = Map.of(Dimension.DATA_CENTRE, number < 360 ? "West" : "East");
            correlations.add(Made.round(
                    number, at, List.of(Made.call(at, "GET /users", fails ? "service-timeout" : null, traits))));
        }

        assertThat(correlations.found()).isEmpty();
        assertThat(correlations.judgements())
                .contains(new Judgement(Dimension.DATA_CENTRE, "too few failures beside other calls"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02, 0.2})
    void even_noise_is_accused_of_nothing(double rate) {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(watch(360, seed, (at, traits) -> rate).found())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void even_noise_over_days_makes_no_hour_a_bad_one() {
        for (long seed = 0; seed < 10; seed++) {
            assertThat(watch(4 * DAY, seed, (at, traits) -> 0.02).found())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void few_failures_are_never_enough() {
        Correlations correlations = watch(40, 5, (at, traits) -> "3".equals(traits.get(Dimension.RING)) ? 0.12 : 0);

        assertThat(correlations.found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void every_dimension_has_a_judgement(Dimension dimension) {
        assertThat(new Correlations().judgements())
                .filteredOn(judgement -> judgement.dimension() == dimension)
                .singleElement()
                .satisfies(judgement -> assertThat(judgement.obstacle()).isNotNull());
    }

    private static int hour(Instant at) {
        return (int) Math.floorMod(at.getEpochSecond() / 3_600, 24L);
    }
}
