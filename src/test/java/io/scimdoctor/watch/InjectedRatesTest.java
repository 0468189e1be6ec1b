package io.scimdoctor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.watch.report.TicketParagraph;
import io.scimdoctor.watch.report.WatchReport;
import io.scimdoctor.watch.tally.EndpointTally;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that fails exactly as it is told to, over real HTTP and simulated hours: what is found is what was injected. */
@Execution(ExecutionMode.CONCURRENT)
final class InjectedRatesTest {
    private static final int HOURS = 3;
    private static final CheckRounds.Hooks NOBODY = new CheckRounds.Hooks() {
        @Override
        public void secret(String secret) {}

        @Override
        public void sample(RecordedCall call, String finding, long round) {}

        @Override
        public void report(CheckReport report) {}
    };

    private static Watched bursts;

    private record Watched(WatchReport report, Injected service) {}

    /** Four minutes of each hour, watched once for all that is said of them. */
    @BeforeAll
    static void watchBursts() {
        bursts = watch(at -> minute(at) >= 20 && minute(at) < 24);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02})
    void a_rate_is_found_as_it_was_injected(double rate) {
        Random random = new Random(20_261_123);

        Watched watched = watch(at -> random.nextDouble() < rate);

        assertCounts(watched);
        assertThat(watched.service().failures()).hasSizeBetween((int) (rate * 350), (int) (rate * 850));
        assertThat(windows(watched)).isEqualTo(expectedWindows(watched.service().failures()));
    }

    @Test
    void bursts_are_found_with_their_first_and_last_minute() {
        assertCounts(bursts);
        List<FailureWindow> windows = bursts.report().windows();
        assertThat(windows).hasSize(HOURS);
        assertThat(windows(bursts)).isEqualTo(expectedWindows(bursts.service().failures()));
        for (FailureWindow window : windows) {
            assertThat(minute(window.from())).isIn(20L, 21L);
            assertThat(minute(window.to())).isIn(22L, 23L);
            // The call without a token is among them, and is refused as it should be.
            assertThat(window.calls()).isBetween(window.failures(), window.failures() + 5);
        }
        assertThat(bursts.report().tally().windows().opened()).isEqualTo(HOURS);
    }

    @Test
    void the_ticket_paragraph_bears_the_injected_numbers() {
        List<Instant> failures = bursts.service().failures();

        String paragraph = Objects.requireNonNull(TicketParagraph.of(bursts.report()));

        assertThat(paragraph)
                .contains("Between " + Times.shown(failures.get(0)) + " and "
                        + Times.shown(failures.get(failures.size() - 1)) + " (UTC)")
                .contains(failures.size() + " of "
                        + Amounts.number(bursts.report().tally().rate().total()) + " calls")
                .contains("service-timeout (HTTP 504)")
                .contains("into " + HOURS + " time windows")
                .contains(bursts.report().rows().get(0).requestIds().get(0));
        assertThat(paragraph.split("[a-z)%.]\\. |\\.$")).hasSizeBetween(3, 6);
    }

    @Test
    void one_token_serves_all_rounds_until_shortly_before_its_end() {
        Watched watched = watch(at -> false);

        long tokens = watched.report().tally().endpoints().stream()
                .filter(endpoint -> endpoint.endpoint().startsWith("POST"))
                .mapToLong(EndpointTally::calls)
                .sum();
        assertThat(tokens).isBetween(HOURS - 1L, HOURS + 2L);
        assertThat(watched.report().verdict().title()).isEqualTo("No call failed");
        assertThat(TicketParagraph.of(watched.report())).isNull();
    }

    private static long failures(EndpointTally endpoint) {
        return endpoint.rows().stream()
                .filter(Failing::failure)
                .mapToLong(Failing::count)
                .sum();
    }

    private static long minute(Instant at) {
        return Math.floorMod(at.getEpochSecond() / 60, 60L);
    }

    private static Watched watch(Predicate<Instant> fails) {
        SimulatedProcess process = new SimulatedProcess();
        try (Injected service = new Injected(process, fails)) {
            WatchPlan plan = Plans.check(service.service(), Plans.hours(HOURS));
            Tally tally = new Tally(plan.gap());
            CheckRounds rounds = new CheckRounds(plan, service, process, NOBODY);
            Watch.End end = new Watch(plan, process, rounds, tally, WatchListener.NONE).run();
            assertThat(end).isEqualTo(Watch.End.DURATION);
            assertThat(tally.rounds()).isEqualTo(HOURS * 60L);
            return new Watched(WatchReport.of(plan, tally, end, process.now(), null), service);
        }
    }

    /** Counts by endpoint and in all, and the longest run of each endpoint. */
    private static void assertCounts(Watched watched) {
        Tally tally = watched.report().tally();
        Injected service = watched.service();
        assertThat(tally.rate().count()).isEqualTo(service.failures().size());
        for (EndpointTally endpoint : tally.endpoints()) {
            List<Boolean> calls = service.calls(endpoint.endpoint());
            if (calls.isEmpty()) {
                assertThat(failures(endpoint)).as(endpoint.endpoint()).isZero();
                continue;
            }
            assertThat(endpoint.calls()).isEqualTo(calls.size());
            assertThat(failures(endpoint))
                    .isEqualTo(calls.stream().filter(it -> it).count());
            for (Failing row : endpoint.rows()) {
                if (row.id().equals("slow-first-byte")) {
                    // A machine that stands still for seconds is slow, too.
                    continue;
                }
                assertThat(row.id()).isEqualTo("service-timeout");
                assertThat(row.longestRun()).isEqualTo(longestRun(calls));
                assertThat(row.count()).isEqualTo(failures(endpoint));
            }
        }
    }

    private static long longestRun(List<Boolean> calls) {
        long longest = 0;
        long run = 0;
        for (boolean failed : calls) {
            run = failed ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static List<String> windows(Watched watched) {
        List<String> windows = new ArrayList<>();
        for (FailureWindow window : watched.report().windows()) {
            windows.add(window.from() + " " + window.to() + " " + window.failures());
        }
        return windows;
    }

    /** By the definition, from the injected times alone. */
    private static List<String> expectedWindows(List<Instant> failures) {
        List<String> windows = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= failures.size(); i++) {
            boolean ends = i == failures.size()
                    || Duration.between(failures.get(i - 1), failures.get(i)).compareTo(Duration.ofMinutes(5)) > 0;
            if (ends) {
                windows.add(failures.get(from) + " " + failures.get(i - 1) + " " + (i - from));
                from = i;
            }
        }
        return windows;
    }
}
