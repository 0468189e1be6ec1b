package io.scimdoctor.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.watch.Made;
import io.scimdoctor.watch.SimulatedProcess;
import io.scimdoctor.watch.WatchPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is counted, and that it does not grow. */
public final class TallyTest {
    /** Endpoints, findings, data centres and failures without end: more than any real service shows. */
    private static Round wild(long number, Random random) {
        Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(number));
        List<WatchedCall> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String finding = random.nextInt(12) == 0 ? "finding-" + random.nextInt(500) : null;
            calls.add(Made.call(
                    at,
                    "GET /" + random.nextInt(60),
                    finding,
                    Map.of(
                            Dimension.ENDPOINT, "GET /" + random.nextInt(60),
                            Dimension.DATA_CENTRE, "centre " + random.nextInt(60),
                            Dimension.CONNECTION, random.nextBoolean() ? "new" : "reused")));
        }
        return Made.round(number, at, calls);
    }

    public static String written(Tally tally) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object();
            tally.write(json);
            json.endObject();
        }
        return text.toString();
    }

    @Test
    void the_last_of_two_hundred_thousand_rounds_take_no_more_room() throws IOException {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        Random random = new Random(9);
        int[] largest = new int[2];
        for (int number = 1; number <= 200_000; number++) {
            tally.add(wild(number, random), WatchListener.NONE);
            if (number % 5_000 == 0 && number > 100_000) {
                // The snapshot holds all that is kept.
                int half = number <= 150_000 ? 0 : 1;
                largest[half] = Math.max(largest[half], written(tally).length());
            }
        }

        assertThat(largest[1]).isLessThan(largest[0] + largest[0] / 10).isLessThan(4_000_000);
        assertThat(tally.rounds()).isEqualTo(200_000);
        assertThat(tally.rate().total()).isEqualTo(800_000);
        assertThat(tally.windows().list()).hasSizeLessThanOrEqualTo(FailureWindows.MOST + 1);
        assertThat(tally.endpoints()).hasSizeLessThanOrEqualTo(Tally.MOST_ENDPOINTS + 1);
        assertThat(tally.rows())
                .hasSizeLessThanOrEqualTo((Tally.MOST_ENDPOINTS + 1) * (EndpointTally.MOST_FINDINGS + 1));
        long counted = tally.rows().stream().mapToLong(Failing::count).sum();
        assertThat(counted).isEqualTo(tally.rate().count());
        long inWindows = tally.windows().list().stream()
                .mapToLong(FailureWindow::failures)
                .sum();
        assertThat(inWindows).isEqualTo(tally.rate().count());
    }

    @Test
    void what_was_written_reads_back_the_same_and_goes_on_the_same() throws IOException {
        Random random = new Random(3);
        Tally first = new Tally(WatchPlan.SHORTEST_GAP);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 500; number++) {
            rounds.add(wild(number, random));
        }
        rounds.subList(0, 300).forEach(round -> first.add(round, WatchListener.NONE));

        Tally second = Tally.read(Json.read(written(first)));
        assertThat(written(second)).isEqualTo(written(first));
        for (Round round : rounds.subList(300, 500)) {
            first.add(round, WatchListener.NONE);
            second.add(round, WatchListener.NONE);
        }

        assertThat(written(second)).isEqualTo(written(first));
    }

    @Test
    void two_failures_belong_to_one_window_up_to_the_gap_and_not_beyond() {
        boolean[] apart = new boolean[20];
        apart[2] = true;
        apart[7] = true;
        boolean[] further = new boolean[20];
        further[2] = true;
        further[8] = true;

        assertThat(Made.tally(apart).windows().list()).singleElement().satisfies(window -> {
            assertThat(window.failures()).isEqualTo(2);
            assertThat(window.calls()).isEqualTo(6);
        });
        assertThat(Made.tally(further).windows().list()).hasSize(2);
    }

    @Test
    void a_run_is_counted_by_calls_in_a_row() {
        Tally tally = Made.tally(true, false, true, true, true, false, true, true);

        assertThat(tally.longestRun()).isEqualTo(3);
        assertThat(tally.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.longestRun()).isEqualTo(3));
    }

    @Test
    void a_window_is_open_until_it_was_quiet_for_longer_than_the_gap() {
        boolean[] fails = new boolean[20];
        fails[10] = true;
        List<String> said = new ArrayList<>();
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        for (int i = 0; i < fails.length; i++) {
            Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(i));
            int minute = i;
            tally.add(Made.round(i + 1, at, List.of(Made.call(at, fails[i]))), new WatchListener() {
                @Override
                public void window(FailureWindow window, boolean opened) {
                    said.add((opened ? "opened " : "closed ") + minute);
                }

                @Override
                public void round(Round round, Tally all) {}
            });
        }

        assertThat(said).containsExactly("opened 10", "closed 16");
    }
}
