package io.scimdoctor.watch.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.watch.Cost;
import io.scimdoctor.watch.tally.Correlation;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.Judgement;
import io.scimdoctor.watch.tally.Latency;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a watch in words, the same on every page. */
record WatchWords(WatchReport report) {
    String watched() {
        return report.plan().what() + " at "
                + Redactor.url(report.plan().round().target().baseUrl());
    }

    String span() {
        return NumberText.time(report.plan().startedAt()) + " to " + NumberText.time(report.finishedAt()) + ", "
                + Amounts.count(report.tally().rounds(), "round") + ", "
                + Amounts.duration(report.plan().interval()) + " apart";
    }

    String ended() {
        String resumed = "; it was resumed " + Amounts.count(report.resumed(), "time");
        return "because " + report.end().reason() + (report.resumed() == 0 ? "" : resumed);
    }

    String rounds() {
        Tally tally = report.tally();
        return tally.failedRounds() + " of " + tally.rounds() + " failed"
                + (tally.undecidedRounds() == 0 ? "" : ", " + tally.undecidedRounds() + " undecided");
    }

    String failed() {
        Wilson rate = report.tally().rate();
        return rate.count() + " of " + rate.total() + " calls, " + NumberText.rate(rate);
    }

    String latency() {
        Latency latency = report.tally().latency();
        return "p50 " + latency.millis(50) + " ms, p95 " + latency.millis(95) + " ms, p99 " + latency.millis(99)
                + " ms, most " + latency.most() + " ms";
    }

    String cost() {
        Tally tally = report.tally();
        String calls = Amounts.count(tally.apiCalls(), "call");
        if (report.plan().round().isFree()) {
            return calls
                    + (report.plan().round().simulated() ? " to the simulator, free" : " to this machine, not billed");
        }
        return calls + ", " + tally.billable() + " probably billed: about USD " + Cost.money(Cost.usd(tally)) + " at "
                + CheckReport.PRICE + " each, the price of March 2026";
    }

    /** How often a finding was seen at an endpoint. */
    String share(Failing row) {
        long calls = report.callsOf(row.endpoint());
        return row.count() + " of " + calls + ", " + NumberText.percent((double) row.count() / Math.max(1, calls));
    }

    /** When a window ends by itself. */
    String gap() {
        return "A window ends when nothing fails for "
                + Amounts.duration(report.tally().windows().gap()) + ".";
    }

    /** What failures go together with, a sentence each. */
    List<String> correlations() {
        List<String> sentences = new ArrayList<>();
        for (Correlation one : report.tally().correlations().found()) {
            sentences.add("Failures go together with the " + one.dimension().title() + " " + one.value() + ": "
                    + one.failures() + " of " + one.calls() + " calls, "
                    + NumberText.percent((double) one.failures() / Math.max(1, one.calls())) + "; elsewhere "
                    + one.restFailures() + " of " + one.restCalls() + ", "
                    + NumberText.percent((double) one.restFailures() / Math.max(1, one.restCalls())) + ".");
        }
        return sentences;
    }

    /** The same, and what was looked at without finding any, or could not be judged; nothing when no call failed. */
    List<String> patterns() {
        if (report.tally().rate().count() == 0) {
            return List.of();
        }
        List<String> sentences = correlations();
        List<String> judged = new ArrayList<>();
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (Judgement judgement : report.tally().correlations().judgements()) {
            String title = judgement.dimension().title();
            String obstacle = judgement.obstacle();
            if (obstacle == null) {
                judged.add(title);
            } else {
                open.computeIfAbsent(obstacle, key -> new ArrayList<>()).add(title);
            }
        }
        if (sentences.isEmpty() && !judged.isEmpty()) {
            sentences.add("No correlation found with " + String.join(", ", judged) + ".");
        }
        if (!open.isEmpty()) {
            List<String> groups = new ArrayList<>();
            open.forEach((obstacle, titles) -> groups.add(String.join(", ", titles) + " (" + obstacle + ")"));
            sentences.add("Not judged: " + String.join("; ", groups) + ".");
        }
        return sentences;
    }
}
