package io.scimdoctor.watch;

import io.scimdoctor.watch.tally.Dimension;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import io.scimdoctor.watch.tally.WatchedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rounds without any service, for what needs very many of them. */
public final class Made {
    private Made() {}

    public static WatchedCall call(
            Instant at, String endpoint, @Nullable String finding, Map<Dimension, String> traits) {
        return new WatchedCall(
                at,
                endpoint,
                true,
                finding == null ? 200 : 504,
                Duration.ofMillis(100),
                finding,
                finding != null,
                "r-" + at.getEpochSecond(),
                traits);
    }

    public static WatchedCall call(Instant at, boolean fails) {
        return call(at, "GET /users", fails ? "service-timeout" : null, Map.of());
    }

    public static Round round(long number, Instant at, List<WatchedCall> calls) {
        return new Round(number, at, at, List.of(0L), false, calls, calls.size(), calls.size(), null);
    }

    /** One call a minute, failing where it is said. */
    public static Tally tally(boolean... fails) {
        Tally tally = new Tally(WatchPlan.SHORTEST_GAP);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < fails.length; i++) {
            Instant at = SimulatedProcess.START.plus(Duration.ofMinutes(i));
            rounds.add(round(i + 1, at, List.of(call(at, fails[i]))));
        }
        rounds.forEach(round -> tally.add(round, WatchListener.NONE));
        return tally;
    }
}
