package io.scimdoctor.report;

import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The plan of a run: a {@code CheckReport} in which nothing has run yet. */
public final class PlanJson {
    private PlanJson() {}

    /** @param policy the name of the redaction's policy */
    public static void write(CheckPlanReport plan, Writer target, String toolVersion, String policy)
            throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport", toolVersion);
        head(json, plan);
        Documents.verdict(
                json, new Verdict(Status.SKIP, null, "Plan only: nothing was called", null, ExitCode.HEALTHY));
        json.object("summary");
        for (Status status : Status.values()) {
            json.field(
                    Documents.lower(status),
                    status == Status.SKIP ? plan.checks().size() : 0);
        }
        json.endObject();
        checks(json, plan.checks());
        json.array("findings").endArray();
        calls(json, plan.calls());
        int billable = plan.billable();
        json.object("billing")
                .field("calls", plan.apiCalls())
                .field("billable", billable)
                .decimal("estimatedUsd", CheckReport.PRICE.multiply(BigDecimal.valueOf(billable)))
                .endObject();
        json.object("redaction").field("policy", policy).field("masked", true).endObject();
        Documents.close(json, target);
    }

    private static void head(JsonWriter json, CheckPlanReport plan) throws IOException {
        Cloud cloud = plan.settings().target().cloud();
        json.object("run")
                .field("id", (String) null)
                .field("startedAt", plan.at().toString())
                .field("finishedAt", plan.at().toString())
                .field("durationMs", 0)
                .field("complete", false)
                .field("simulated", plan.settings().simulated())
                .field("dryRun", true)
                .endObject();
        json.object("target")
                .field("cloud", cloud == null ? null : cloud.slug())
                .field("baseUrl", Redactor.url(plan.settings().target().baseUrl()))
                .field("tenantId", plan.settings().target().tenant())
                .endObject();
    }

    private static void checks(JsonWriter json, List<CheckInfo> checks) throws IOException {
        json.array("checks");
        for (CheckInfo check : checks) {
            json.object()
                    .field("id", check.id())
                    .field("category", check.category().name().toLowerCase(Locale.ROOT))
                    .field("title", check.title())
                    .field("status", Documents.lower(Status.SKIP))
                    .field("durationMs", 0)
                    .field("detail", "planned")
                    .strings("findings", List.of())
                    .field("skippedBecause", "--dry-run")
                    .strings("requests", List.of())
                    .endObject();
        }
        json.endArray();
    }

    private static void calls(JsonWriter json, List<CheckPlanReport.PlannedCall> calls) throws IOException {
        json.array("requests");
        for (CheckPlanReport.PlannedCall call : calls) {
            json.object()
                    .field("id", call.id())
                    .field("method", call.method())
                    .field("url", Redactor.url(call.url()))
                    .field("status", (String) null)
                    .field("clientRequestId", (String) null)
                    .field("requestId", (String) null)
                    .field("serverDate", (String) null)
                    .field("diagnostic", (String) null)
                    .field("billable", call.billable() ? "yes" : "no");
            json.array("headers");
            for (Headers.Field field : call.headers().fields()) {
                json.object()
                        .field("name", field.name())
                        .field("value", field.value())
                        .endObject();
            }
            json.endArray()
                    .field("body", call.body())
                    .array("attempts")
                    .endArray()
                    .endObject();
        }
        json.endArray();
    }
}
