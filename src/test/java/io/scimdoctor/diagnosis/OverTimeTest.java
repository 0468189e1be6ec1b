package io.scimdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import io.scimdoctor.Generated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

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

    @Test
    void windows_and_histogram_do_not_depend_on_the_order_nor_on_the_parts() {
        Gen<List<Long>> lists =
                lists().of(longs().between(START, START + 900_000_000L)).ofSizeBetween(0, 400);

        Generated.values(300).forAll(lists, lists).checkAssert((former, latter) -> {
            Windows windows = new Windows(Windows.DEFAULT_GAP);
            Histogram histogram = new Histogram();
            for (List<Long> part : List.of(former, latter)) {
                part.forEach(windows::add);
                part.forEach(histogram::add);
            }
            Windows joined = windows(latter);
            Histogram joinedHistogram = histogram(latter);
            joined.addAll(windows(former));
            joinedHistogram.addAll(histogram(former));

            assertThat(joined.list()).isEqualTo(windows.list());
            assertThat(joinedHistogram.counts()).isEqualTo(histogram.counts());
            assertThat(joinedHistogram.from()).isEqualTo(histogram.from());
            assertThat(histogram.counts()).hasSizeLessThanOrEqualTo(Histogram.MOST_STEPS);
        });
    }

    private static Windows windows(List<Long> times) {
        Windows windows = new Windows(Windows.DEFAULT_GAP);
        times.forEach(windows::add);
        return windows;
    }

    private static Histogram histogram(List<Long> times) {
        Histogram histogram = new Histogram();
        times.forEach(histogram::add);
        return histogram;
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
