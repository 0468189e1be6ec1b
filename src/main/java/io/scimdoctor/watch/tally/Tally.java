package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a watch knows of its rounds. It does not grow with their number, and can be written down and read back. */
public final class Tally {
    static final int MOST_ENDPOINTS = 50;
    static final String OTHER = "other endpoints";

    private Map<String, EndpointTally> endpoints = new LinkedHashMap<>();
    private FailureWindows windows;
    private transient Latency latency = new Latency();
    private Correlations correlations = new Correlations();
    private Trend trend = new Trend("");
    private Histogram started = new Histogram();
    private Histogram failed = new Histogram();
    private long rounds;
    private long failedRounds;
    private long undecidedRounds;
    private Share calls = Share.NONE;
    private long apiCalls;
    private long billable;
    private long run;
    private long longestRun;
    private @Nullable Instant lastRound;

    /** To be filled from a snapshot. */
    private Tally() {
        this(Duration.ZERO);
    }

    /** @param gap the quiet time that ends a window of failures */
    public Tally(Duration gap) {
        windows = new FailureWindows(gap);
    }

    /** Counts a round; what opens and closes by it is said to the listener. */
    public void add(Round round, WatchListener listener) {
        rounds++;
        failedRounds += round.failed() ? 1 : 0;
        undecidedRounds += round.undecided() ? 1 : 0;
        lastRound = round.finishedAt();
        cost(round.apiCalls(), round.billable());
        round.calls().forEach(call -> add(call, round, listener));
        windows.settle(round.finishedAt(), listener);
        correlations.add(round);
        trend = trend.plus(round);
        started.add(round.startedAt().toEpochMilli());
        if (round.failed()) {
            failed.add(round.startedAt().toEpochMilli());
        }
    }

    /** Counts calls of a round that was cut short and tells nothing else. */
    public void cost(int made, int billed) {
        apiCalls += made;
        billable += billed;
    }

    private void add(WatchedCall call, Round round, WatchListener listener) {
        windows.add(call, listener);
        String endpoint =
                endpoints.containsKey(call.endpoint()) || endpoints.size() < MOST_ENDPOINTS ? call.endpoint() : OTHER;
        endpoints.compute(
                endpoint, (name, known) -> (known == null ? new EndpointTally(name, 0, List.of()) : known).plus(call));
        if (!call.made()) {
            return;
        }
        calls = calls.plus(call.failure());
        run = call.failure() ? run + 1 : 0;
        longestRun = Math.max(longestRun, run);
        round.lateMs().forEach(late -> latency.add(call.duration().plusMillis(late)));
    }

    public List<EndpointTally> endpoints() {
        return new ArrayList<>(endpoints.values());
    }

    /** Every finding at every endpoint. */
    public List<Failing> rows() {
        return endpoints.values().stream()
                .flatMap(endpoint -> endpoint.rows().stream())
                .toList();
    }

    /** Whether anything was sent anywhere. */
    public boolean isAnythingSent() {
        return apiCalls > 0 || rows().stream().anyMatch(row -> !row.requestIds().isEmpty());
    }

    public FailureWindows windows() {
        return windows;
    }

    public Latency latency() {
        return latency;
    }

    public Correlations correlations() {
        return correlations;
    }

    public Trend trend() {
        return trend;
    }

    /** When rounds started. */
    public Histogram started() {
        return started;
    }

    /** When rounds started that failed. */
    public Histogram failed() {
        return failed;
    }

    public long rounds() {
        return rounds;
    }

    public long failedRounds() {
        return failedRounds;
    }

    public long undecidedRounds() {
        return undecidedRounds;
    }

    /** The share of the calls that failed. */
    public Wilson rate() {
        return Wilson.of(calls.failures(), calls.calls());
    }

    /** How many calls went to the API, repeats included. */
    public long apiCalls() {
        return apiCalls;
    }

    public long billable() {
        return billable;
    }

    /** The most calls in a row that failed, wherever they went. */
    public long longestRun() {
        return longestRun;
    }

    /** When the last round ended, or null before the first. */
    public @Nullable Instant lastRound() {
        return lastRound;
    }

    public void write(JsonWriter json) throws IOException {
        json.putAll(this).field("latency", latency.text());
    }

    /** @throws RuntimeException of some kind when it is damaged */
    public static Tally read(JsonNode json) {
        Tally tally = Fields.read(json, Tally.class);
        if (!tally.started.isSound() || !tally.failed.isSound()) {
            throw new IllegalArgumentException("the times of the rounds are damaged");
        }
        tally.latency = Latency.read(json.path("latency").asText());
        return tally;
    }
}
