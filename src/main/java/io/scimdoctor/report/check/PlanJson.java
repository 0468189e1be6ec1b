package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;

/** The plan of a run: a {@code CheckReport} in which nothing has run yet. */
public final class PlanJson {
    private PlanJson() {}

    /** @param policy the name of the redaction's policy */
    public static void write(CheckPlanReport plan, Writer target, String policy) throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport");
        Documents.run(json, null, plan.at(), plan.at(), false)
                .field("simulated", plan.settings().simulated())
                .field("dryRun", true)
                .endObject();
        CheckSettings.Target called = plan.settings().target();
        Documents.target(json, called, called.tenant());
        Documents.verdict(
                json, new Verdict(Status.SKIP, null, "Plan only: nothing was called", null, ExitCode.HEALTHY));
        json.object("summary");
        for (Status status : Status.values()) {
            json.field(status.slug(), status == Status.SKIP ? plan.checks().size() : 0);
        }
        json.endObject();
        CheckResult planned =
                new CheckResult(Status.SKIP, Told.own("planned"), false, List.of(), List.of(), "--dry-run");
        json.list(
                "checks",
                plan.checks().stream()
                        .map(check -> new CheckLine(check, planned, Duration.ZERO))
                        .toList(),
                CheckJson::check);
        json.array("findings").endArray();
        json.list("requests", plan.calls(), PlanJson::call);
        Documents.billing(json, plan.apiCalls(), plan.billable());
        Documents.redaction(json, policy);
        Documents.close(json, target);
    }

    private static void call(JsonWriter json, CheckPlanReport.PlannedCall call) throws IOException {
        json.field("id", call.id())
                .field("method", call.method())
                .field("url", Redactor.url(call.url()))
                .field("status", (String) null)
                .field("clientRequestId", (String) null)
                .field("requestId", (String) null)
                .field("serverDate", (String) null)
                .field("diagnostic", (String) null)
                .field("billable", call.billable() ? "yes" : "no")
                .put("headers", call.headers())
                .field("body", call.body())
                .array("attempts")
                .endArray();
    }
}
