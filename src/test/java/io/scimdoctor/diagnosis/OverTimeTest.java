package io.scimdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverTimeTest {
    private static final long START = Instant.parse("2026-05-02T08:00:00Z").toEpochMilli();

    @Test
    void a_silence_of_just_the_gap_does_not_end_a_window() {
        Windows windows = new Windows(Duration.ofMinutes(5));

        windows.add(START);
        windows.add(START + 300_000);
        windows.add(START + 600_001);

        assertThat(windows.list())
                .containsExactly(
                        new Windows.Window(Instant.ofEpochMilli(START), Instant.ofEpochMilli(START + 300_000), 2),
                        new Windows.Window(
                                Instant.ofEpochMilli(START + 600_001), Instant.ofEpochMilli(START + 600_001), 1));
    }

    @Test
    void bursts_that_were_put_in_are_found_again() {
        Windows windows = new Windows(Windows.DEFAULT_GAP);
        Random chance = new Random(1);
        for (int burst = 0; burst < 9; burst++) {
            for (int i = 0; i < 500; i++) {
                windows.add(START + burst * 3_600_000L + chance.nextInt(120_000));
            }
        }

        assertThat(windows.list()).hasSize(9).allMatch(window -> window.count() == 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void windows_and_histogram_do_not_depend_on_the_order_nor_on_the_parts(int seed) {
        Random chance = new Random(seed);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            times.add(START + (long) (chance.nextDouble() * chance.nextDouble() * 900_000_000L));
        }
        Windows windows = new Windows(Windows.DEFAULT_GAP);
        Histogram histogram = new Histogram();
        times.forEach(windows::add);
        times.forEach(histogram::add);

        Collections.shuffle(times, chance);
        Windows otherWindows = new Windows(Windows.DEFAULT_GAP);
        Histogram otherHistogram = new Histogram();
        for (int from = 0; from < times.size(); from += 700) {
            Windows part = new Windows(Windows.DEFAULT_GAP);
            Histogram partHistogram = new Histogram();
            times.subList(from, Math.min(times.size(), from + 700)).forEach(part::add);
            times.subList(from, Math.min(times.size(), from + 700)).forEach(partHistogram::add);
            otherWindows.addAll(part);
            otherHistogram.addAll(partHistogram);
        }

        assertThat(otherWindows.list()).isEqualTo(windows.list());
        assertThat(otherHistogram.counts()).isEqualTo(histogram.counts());
        assertThat(otherHistogram.from()).isEqualTo(histogram.from());
        assertThat(histogram.counts()).hasSizeLessThanOrEqualTo(Histogram.MOST_STEPS);
    }

    @Test
    void too_many_windows_are_joined_over_a_longer_silence() {
        Windows windows = new Windows(Duration.ofSeconds(1), 100);
        for (int i = 0; i < 1_000; i++) {
            windows.add(START + i * 2_000L);
        }

        assertThat(windows.list()).hasSizeLessThanOrEqualTo(100);
        assertThat(windows.gap()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(windows.list().stream().mapToLong(Windows.Window::count).sum())
                .isEqualTo(1_000);
    }
}
