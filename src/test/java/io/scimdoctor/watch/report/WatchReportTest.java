package io.scimdoctor.watch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.watch.Made;
import io.scimdoctor.watch.Plans;
import io.scimdoctor.watch.SimulatedProcess;
import io.scimdoctor.watch.Watch;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import io.scimdoctor.watch.tally.WatchedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a watch ends with. */
final class WatchReportTest {
    @ParameterizedTest
    @CsvSource({
        "10, 0, HEALTHY, No call failed",
        "10, 4, HEALTHY, No call failed",
        "10, 5, NO_VERDICT, Too few rounds came to a verdict",
        "10, 9, NO_VERDICT, Too few rounds came to a verdict",
        "10, 10, NO_VERDICT, No round came to a verdict",
    })
    void a_watch_that_saw_nothing_for_half_of_its_time_has_no_verdict(
            int rounds, int undecided, ExitCode code, String title) {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        Instant at = SimulatedProcess.START;
        for (int number = 1; number <= rounds; number++) {
            at = at.plus(Duration.ofMinutes(1));
            boolean decides = number > undecided;
            List<WatchedCall> calls = decides ? List.of(Made.call(at, false)) : List.of();
            tally.add(
                    new Round(number, at, at, List.of(0L), !decides, calls, calls.size(), calls.size(), null),
                    WatchListener.NONE);
        }

        Verdict verdict = WatchReport.of(Plans.probe(Plans.NONE), tally, Watch.End.DURATION, at, null)
                .verdict();

        assertThat(verdict.exitCode()).isEqualTo(code);
        assertThat(verdict.title()).isEqualTo(title);
    }
}
