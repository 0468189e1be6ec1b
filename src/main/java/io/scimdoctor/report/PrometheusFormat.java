package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Metrics;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Metrics of one run in the text format of Prometheus (exposition format 0.0.4), for the textfile collector of the node
 * exporter: no time stamps, base units, and a gauge that tells when the run was, so that a stale file can be noticed.
 */
final class PrometheusFormat {
    private PrometheusFormat() {}

    static void write(CheckReport report, Page page) throws IOException {
        String url = Redactor.url(report.settings().target().baseUrl());
        String tenant = report.tenant() == null ? "" : Redactor.tenant(report.tenant());
        String simulated = Boolean.toString(report.settings().simulated());
        Metrics metrics = new Metrics("target", url, "tenant", tenant, "simulated", simulated);
        verdict(metrics, report.finishedAt(), report.verdict(), report.complete());
        run(metrics, report);
        metrics.gauge("scimdoctor_check_status", "How a check ended, told by the label status.");
        for (CheckLine line : report.checks()) {
            String category = line.info().category().slug();
            String status = line.result().status().slug();
            metrics.sample(1, "check", line.info().id(), "category", category, "status", status);
        }
        metrics.gauge("scimdoctor_finding", "A finding of the run.");
        report.findings().forEach(finding -> finding(metrics, 1, finding));
        requests(metrics, report);
        page.target().write(metrics.toString());
        page.target().flush();
    }

    private static void run(Metrics metrics, CheckReport report) {
        metrics.single(
                "scimdoctor_run_duration_seconds",
                "How long the run took.",
                Amounts.seconds(Duration.between(report.startedAt(), report.finishedAt())));
        metrics.single("scimdoctor_run_complete", "Whether nothing cut the run short.", report.complete() ? 1 : 0);
        metrics.single("scimdoctor_run_calls", "Calls to the API.", report.calls());
        metrics.single("scimdoctor_run_billable_calls", "Calls that are probably billed.", report.billable());
        metrics.gauge("scimdoctor_run_checks", "How many checks ended in each status.");
        for (Status status : Status.values()) {
            metrics.sample(report.summary().getOrDefault(status, 0), "status", status.slug());
        }
    }

    private static void requests(Metrics metrics, CheckReport report) {
        metrics.gauge("scimdoctor_request_duration_seconds", "How long a call took.");
        for (RecordedCall call : report.requests()) {
            Duration total = call.exchange().trace().phases().total();
            Integer status = call.facts().status();
            if (total != null) {
                String code = status == null ? "none" : status.toString();
                metrics.sample(Amounts.seconds(total), "request", call.id(), "code", code);
            }
        }
    }

    static void write(DiagnosisTally tally, Page page) throws IOException {
        Metrics metrics = new Metrics();
        verdict(metrics, page.now(), tally.verdict(), true);
        metrics.single("scimdoctor_exchanges", "Exchanges that were diagnosed.", tally.exchanges());
        metrics.single("scimdoctor_exchanges_failed", "Exchanges that failed.", tally.failures());
        metrics.single("scimdoctor_inputs_unreadable", "Pieces that could not be read.", tally.unreadable());
        metrics.gauge("scimdoctor_finding_exchanges", "Exchanges that show a finding.");
        tally.groups().list().forEach(group -> finding(metrics, group.count(), group.first()));
        page.target().write(metrics.toString());
        page.target().flush();
    }

    private static void finding(Metrics metrics, long number, Finding finding) {
        String severity = finding.severity().slug();
        String owner = finding.owner().slug();
        metrics.sample(number, "finding", finding.id(), "severity", severity, "owner", owner);
    }

    private static void verdict(Metrics metrics, Instant at, Verdict verdict, boolean complete) {
        metrics.single(
                "scimdoctor_last_run_timestamp_seconds", "When the run ended, in Unix time.", at.getEpochSecond());
        boolean healthy = complete && verdict.exitCode() == ExitCode.HEALTHY;
        metrics.single("scimdoctor_healthy", "1 when nothing counts as a failure, else 0.", healthy ? 1 : 0);
        metrics.gauge("scimdoctor_verdict", "What the run says, told by its labels.");
        String id = verdict.id();
        metrics.sample(1, "status", verdict.status().slug(), "finding", id == null ? "" : id);
    }
}
