package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.RequestJson;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;

/** The document of kind {@code CheckReport}, of a run or of its plan. */
public final class CheckJson {
    private CheckJson() {}

    /** @param policy the name of the redaction's policy */
    public static void write(CheckReport report, Writer target, String policy) throws IOException {
        JsonWriter json = open(report, false, target);
        RequestJson.write(json, report.requests(), report::isBillable);
        close(json, report.calls(), report.billable(), target, policy);
    }

    /** The plan of a run: the report of one in which nothing has run yet. */
    public static void write(CheckPlanReport plan, Writer target, String policy) throws IOException {
        CheckSettings settings = plan.settings();
        Verdict verdict = new Verdict(Status.SKIP, null, "Plan only: nothing was called", null, ExitCode.HEALTHY);
        CheckResult planned =
                new CheckResult(Status.SKIP, Told.own("planned"), false, List.of(), List.of(), "--dry-run");
        List<CheckLine> checks = plan.checks().stream()
                .map(check -> new CheckLine(check, planned, Duration.ZERO))
                .toList();
        String tenant = settings.target().tenant();
        CheckReport report = new CheckReport(
                "", plan.at(), plan.at(), false, settings, tenant, null, verdict, checks, List.of(), List.of(), 0);
        JsonWriter json = open(report, true, target);
        json.list("requests", plan.calls(), CheckJson::call);
        close(json, plan.apiCalls(), plan.billable(), target, policy);
    }

    private static JsonWriter open(CheckReport report, boolean plan, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport");
        Documents.run(json, plan ? null : report.runId(), report.startedAt(), report.finishedAt(), report.complete())
                .field("simulated", report.settings().simulated())
                .field("dryRun", plan)
                .endObject();
        Documents.target(json, report.settings().target(), report.tenant());
        json.put("verdict", report.verdict());
        return json.put("summary", report.summary())
                .list("checks", report.checks(), CheckJson::check)
                .list("findings", report.findings(), Documents::content);
    }

    private static void close(JsonWriter json, int calls, int billable, Writer target, String policy)
            throws IOException {
        Documents.billing(json, calls, billable);
        Documents.redaction(json, policy);
        Documents.close(json, target);
    }

    private static void check(JsonWriter json, CheckLine line) throws IOException {
        json.field("id", line.info().id())
                .field("category", line.info().category().slug())
                .field("title", line.info().title())
                .field("status", line.result().status().slug())
                .field("durationMs", line.duration())
                .field("detail", line.result().detail().handedOn())
                .strings(
                        "findings",
                        line.result().findings().stream().map(Finding::id).toList())
                .field("skippedBecause", line.result().skippedBecause())
                .strings("requests", line.result().requests());
    }

    private static void call(JsonWriter json, CheckPlanReport.PlannedCall call) throws IOException {
        json.field("id", call.id()).field("method", call.method()).field("url", Redactor.url(call.url()));
        for (String unknown : List.of("status", "clientRequestId", "requestId", "serverDate", "diagnostic")) {
            json.field(unknown, (String) null);
        }
        json.field("billable", call.billable() ? "yes" : "no")
                .put("headers", call.headers())
                .field("body", call.body())
                .array("attempts")
                .endArray();
    }
}
