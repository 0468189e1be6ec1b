package io.scimdoctor.watch.report;

import io.scimdoctor.watch.Cost;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.EndpointTally;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.FailureWindows;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Tally;
import java.time.Instant;
import java.util.List;

/** A watch in the text format of Prometheus, version 0.0.4 (prometheus.io, "Exposition formats"). */
public final class WatchMetrics {
    private static final String PREFIX = "scimdoctor_watch_";
    private static final double MILLIS = 1_000;

    private final StringBuilder text = new StringBuilder();

    private WatchMetrics() {}

    public static String of(WatchPlan plan, Tally tally) {
        WatchMetrics metrics = new WatchMetrics();
        metrics.rounds(tally);
        metrics.calls(tally);
        metrics.latency(tally.latency());
        metrics.windows(tally.windows());
        metrics.cost(tally);
        metrics.times(plan, tally);
        return metrics.text.toString();
    }

    private void rounds(Tally tally) {
        head("rounds_total", "counter", "Rounds that have ended, by their result.");
        long passed = Math.max(0, tally.rounds() - tally.failedRounds() - tally.undecidedRounds());
        sample("rounds_total", tally.failedRounds(), "result", "fail");
        sample("rounds_total", passed, "result", "pass");
        sample("rounds_total", tally.rounds() - tally.failedRounds() - passed, "result", "unknown");
    }

    private void calls(Tally tally) {
        head("calls_total", "counter", "Calls that were made, by endpoint.");
        for (EndpointTally endpoint : tally.endpoints()) {
            sample("calls_total", endpoint.calls(), "endpoint", endpoint.endpoint());
        }
        head("findings_total", "counter", "Calls that showed a finding, by endpoint and finding.");
        for (Failing row : tally.rows()) {
            sample(
                    "findings_total",
                    row.count(),
                    "endpoint",
                    row.endpoint(),
                    "finding",
                    row.id(),
                    "failure",
                    Boolean.toString(row.failure()));
        }
        head("failure_ratio", "gauge", "Share of all calls that failed, 0 to 1.");
        sample("failure_ratio", tally.rate().rate());
    }

    private void latency(Latency latency) {
        String name = "call_duration_seconds";
        head(name, "summary", "How long calls took, counted from when they were due.");
        for (double quantile : new double[] {0.5, 0.95, 0.99}) {
            sample(name, latency.millis(quantile * 100) / MILLIS, "quantile", Double.toString(quantile));
        }
        sample(name + "_sum", latency.sum() / MILLIS);
        sample(name + "_count", latency.samples());
    }

    private void windows(FailureWindows windows) {
        FailureWindow current = windows.current();
        head("failure_windows_total", "counter", "Time windows of failures that were opened.");
        sample("failure_windows_total", windows.opened());
        head("failure_window_open", "gauge", "1 while a time window of failures is open.");
        sample("failure_window_open", current == null ? 0 : 1);
    }

    private void cost(Tally tally) {
        head("api_calls_total", "counter", "Calls to the API, repeats included.");
        sample("api_calls_total", tally.apiCalls());
        head("billable_calls_total", "counter", "Calls that are probably billed.");
        sample("billable_calls_total", tally.billable());
        head("estimated_cost_usd", "gauge", "What the billable calls probably cost, by the price of March 2026.");
        sample("estimated_cost_usd", Cost.usd(tally).doubleValue());
    }

    private void times(WatchPlan plan, Tally tally) {
        Instant last = tally.lastRound();
        head("start_timestamp_seconds", "gauge", "When the watch began.");
        sample("start_timestamp_seconds", plan.startedAt().toEpochMilli() / MILLIS);
        head("last_round_timestamp_seconds", "gauge", "When the last round ended; 0 before the first.");
        sample("last_round_timestamp_seconds", last == null ? 0 : last.toEpochMilli() / MILLIS);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void sample(String name, long value, String... labels) {
        sample(name, Long.toString(value), List.of(labels));
    }

    private void sample(String name, double value, String... labels) {
        sample(name, Double.toString(value), List.of(labels));
    }

    private void sample(String name, String value, List<String> labels) {
        text.append(PREFIX).append(name);
        for (int i = 0; i < labels.size(); i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
            text.append(escaped(labels.get(i + 1))).append('"');
        }
        text.append(labels.isEmpty() ? " " : "} ").append(value).append('\n');
    }

    /** A backslash, a quote and a line feed are the characters that a label's value cannot hold as they are. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
