package io.scimdoctor.watch.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.report.format.Metrics;
import io.scimdoctor.server.Reply;
import io.scimdoctor.server.WireServer;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindows;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A watch in the text format of Prometheus, version 0.0.4 (prometheus.io, "Exposition formats"). */
public record WatchMetrics(Metrics metrics, Tally tally) {
    private static final String PREFIX = "scimdoctor_watch_";
    private static final int MILLIS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static String of(WatchPlan plan, Tally tally) {
        WatchMetrics page = new WatchMetrics(new Metrics(), tally);
        page.rounds();
        page.calls();
        page.latency(tally.latency());
        page.windows();
        page.cost();
        page.single("start_timestamp_seconds", "gauge", "When the watch began.", seconds(plan.startedAt()));
        String last = "When the last round ended; 0 before the first.";
        page.single("last_round_timestamp_seconds", "gauge", last, seconds(tally.lastRound()));
        return page.metrics.toString();
    }

    /**
     * Serves the page; it does not keep the process alive.
     *
     * @param metrics is asked at each call, on a thread of its own
     * @throws IOException when it cannot listen there
     */
    public static WireServer serve(InetSocketAddress address, Supplier<String> metrics) throws IOException {
        return new WireServer(null, address, request -> reply(request, metrics.get()), Duration.ZERO, PATIENCE);
    }

    private static Reply reply(SentRequest request, String metrics) {
        String method = String.valueOf(request.method());
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Reply.between(405, "");
        }
        boolean page = String.valueOf(request.url()).split("\\?", 2)[0].equals("/metrics");
        return page
                ? Reply.between(200, metrics, "Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                : Reply.between(404, "The metrics are at /metrics.\n");
    }

    private void rounds() {
        long passed = Math.max(0, tally.rounds() - tally.failedRounds() - tally.undecidedRounds());
        metrics.begin(PREFIX + "rounds_total", "counter", "Rounds that have ended, by their result.");
        metrics.sample(tally.failedRounds(), "result", "fail");
        metrics.sample(passed, "result", "pass");
        metrics.sample(tally.rounds() - tally.failedRounds() - passed, "result", "unknown");
    }

    private void calls() {
        metrics.begin(PREFIX + "calls_total", "counter", "Calls that were made, by endpoint.");
        tally.endpoints().forEach(endpoint -> metrics.sample(endpoint.calls(), "endpoint", endpoint.endpoint()));
        metrics.begin(PREFIX + "findings_total", "counter", "Calls that showed a finding, by endpoint and finding.");
        for (Failing row : tally.rows()) {
            String failure = Boolean.toString(row.failure());
            metrics.sample(row.count(), "endpoint", row.endpoint(), "finding", row.id(), "failure", failure);
        }
        BigDecimal rate = BigDecimal.valueOf(tally.rate().rate());
        single("failure_ratio", "gauge", "Share of all calls that failed, 0 to 1.", rate);
    }

    private void latency(Latency latency) {
        String name = PREFIX + "call_duration_seconds";
        metrics.begin(name, "summary", "How long calls took, counted from when they were due.");
        for (double quantile : new double[] {0.5, 0.95, 0.99}) {
            metrics.sample(seconds(latency.millis(quantile * 100)), "quantile", Double.toString(quantile));
        }
        metrics.part("_sum", seconds(latency.sum()));
        metrics.part("_count", latency.samples());
    }

    private void windows() {
        FailureWindows windows = tally.windows();
        single("failure_windows_total", "counter", "Time windows of failures that were opened.", windows.opened());
        long open = windows.current() == null ? 0 : 1;
        single("failure_window_open", "gauge", "1 while a time window of failures is open.", open);
    }

    private void cost() {
        single("api_calls_total", "counter", "Calls to the API, repeats included.", tally.apiCalls());
        single("billable_calls_total", "counter", "Calls that are probably billed.", tally.billable());
        String help = "What the billable calls probably cost, by the price of March 2026.";
        single("estimated_cost_usd", "gauge", help, CheckReport.price(tally.billable()));
    }

    private void single(String name, String type, String help, Number value) {
        metrics.begin(PREFIX + name, type, help);
        metrics.sample(value);
    }

    private static BigDecimal seconds(@Nullable Instant time) {
        return seconds(time == null ? 0 : time.toEpochMilli());
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLIS);
    }
}
