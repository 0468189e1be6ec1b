package io.scimdoctor.watch.report;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Correlations;
import io.scimdoctor.watch.tally.FailureWindow;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.Wilson;
import java.io.IOException;
import java.io.Writer;

/** The document of kind {@code WatchReport}, and the lines that tell of a watch while it runs. */
public record WatchJson(JsonWriter json) {
    /** @param policy the name of the redaction's policy */
    public static void write(WatchReport report, Writer target, String policy) throws IOException {
        Documents.write(target, "WatchReport", json -> new WatchJson(json).report(report, policy));
    }

    /** The last line: all that the document holds. */
    public static String summary(WatchReport report, String policy) {
        return line("watch-summary", json -> new WatchJson(json).report(report, policy));
    }

    /** The first line: what is going to happen. */
    public static String start(WatchPlan plan) {
        CheckPlanReport calls = plan.calls();
        return line(
                "watch-start",
                json -> json.field("id", plan.id())
                        .field("startedAt", plan.startedAt())
                        .field("what", plan.what().handedOn())
                        .field("intervalMs", plan.interval())
                        .field("callsPerRound", calls.apiCalls())
                        .field("billablePerRound", calls.billable()));
    }

    /** One line for each round. */
    public static String round(Round round, Tally tally) {
        return line("watch-round", json -> {
            WatchJson body = new WatchJson(json.putAll(round).field("failures", round.failures()));
            body.rate("total", tally.rate());
            body.latency(tally.latency());
        });
    }

    /** One line when failures begin or have ended. */
    public static String window(FailureWindow window, boolean opened) {
        return line(
                opened ? "window-opened" : "window-closed",
                json -> json.field(
                        "window", window, (each, its) -> each.putAll(its).field("open", opened)));
    }

    private static String line(String type, JsonWriter.Body body) {
        return JsonWriter.text(false, json -> {
                    body.write(Documents.openLine(json, type));
                    json.endObject();
                })
                + "\n";
    }

    private void report(WatchReport report, String policy) throws IOException {
        WatchPlan plan = report.plan();
        Documents.run(json, plan.id(), plan.startedAt(), report.finishedAt(), report.isComplete())
                .field("simulated", plan.round().simulated())
                .endObject();
        CheckSettings.Target target = plan.round().target();
        Documents.target(json, target, target.tenant());
        json.put("verdict", report.verdict());
        watch(report);
        rate("calls", report.tally().rate());
        latency(report.tally().latency());
        json.list("intermittency", report.rows(), (each, row) -> {
            long calls = report.callsOf(row.endpoint());
            each.putAll(row)
                    .field("calls", calls)
                    .decimal("rate", Amounts.fraction((double) row.count() / Math.max(1, calls)));
        });
        json.list(
                "windows",
                report.windows(),
                (each, window) -> each.putAll(window).field("open", report.isOpen(window)));
        Correlations correlations = report.tally().correlations();
        json.put("correlations", correlations.found()).put("dimensions", correlations.judgements());
        json.list("findings", report.findings(), Documents::content);
        Documents.billing(json, report.tally().apiCalls(), report.tally().billable());
        json.field("ticket", TicketParagraph.of(report));
        Documents.redaction(json, policy);
    }

    private void watch(WatchReport report) throws IOException {
        Tally tally = report.tally();
        json.object("watch")
                .field("what", report.plan().what().handedOn())
                .field("intervalMs", report.plan().interval())
                .field("windowGapMs", tally.windows().gap())
                .field("endedBy", report.end().slug())
                .field("rounds", tally.rounds())
                .field("failedRounds", tally.failedRounds())
                .field("undecidedRounds", tally.undecidedRounds())
                .field("longestRun", tally.longestRun())
                .field("resumed", report.resumed())
                .field("recordedAs", report.recordedAs())
                .endObject();
    }

    private void rate(String name, Wilson rate) throws IOException {
        json.object(name)
                .field("made", rate.total())
                .field("failed", rate.count())
                .decimal("rate", Amounts.fraction(rate.rate()))
                .decimal("rateLow", Amounts.fraction(rate.low()))
                .decimal("rateHigh", Amounts.fraction(rate.high()))
                .endObject();
    }

    private void latency(Latency latency) throws IOException {
        json.object("latency")
                .field("samples", latency.samples())
                .field("p50Ms", latency.millis(50))
                .field("p95Ms", latency.millis(95))
                .field("p99Ms", latency.millis(99))
                .field("maxMs", latency.most())
                .endObject();
    }
}
