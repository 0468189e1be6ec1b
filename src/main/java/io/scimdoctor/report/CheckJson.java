package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of kind {@code CheckReport}. */
public final class CheckJson {
    private final JsonWriter json;

    private CheckJson(JsonWriter json) {
        this.json = json;
    }

    /** @param policy the name of the redaction's policy */
    public static void write(CheckReport report, Writer target, String toolVersion, String policy) throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport", toolVersion);
        CheckJson body = new CheckJson(json);
        body.run(report);
        body.target(report.settings().target(), report.tenant());
        Documents.verdict(json, report.verdict());
        body.summary(report.summary());
        body.checks(report.checks());
        Documents.findings(json, report.findings());
        RequestJson.write(body.json, report.requests(), report::isBillable);
        body.billing(report);
        json.object("redaction").field("policy", policy).field("masked", true).endObject();
        Documents.close(json, target);
    }

    private void run(CheckReport report) throws IOException {
        json.object("run")
                .field("id", report.runId())
                .field("startedAt", report.startedAt().toString())
                .field("finishedAt", report.finishedAt().toString())
                .field(
                        "durationMs",
                        Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis())
                .field("complete", report.complete())
                .field("simulated", report.settings().simulated())
                .field("dryRun", false)
                .endObject();
    }

    private void target(CheckSettings.Target target, @Nullable String tenant) throws IOException {
        Cloud cloud = target.cloud();
        json.object("target")
                .field("cloud", cloud == null ? null : cloud.slug())
                .field("baseUrl", Redactor.url(target.baseUrl()))
                .field("tenantId", tenant == null ? null : Redactor.text(tenant))
                .endObject();
    }

    private void summary(Map<Status, Integer> summary) throws IOException {
        json.object("summary");
        for (Map.Entry<Status, Integer> entry : summary.entrySet()) {
            json.field(Documents.lower(entry.getKey()), entry.getValue().longValue());
        }
        json.endObject();
    }

    private void checks(List<CheckLine> lines) throws IOException {
        json.array("checks");
        for (CheckLine line : lines) {
            List<String> findings = new ArrayList<>();
            for (Finding finding : line.result().findings()) {
                findings.add(finding.id());
            }
            json.object()
                    .field("id", line.info().id())
                    .field("category", line.info().category().name().toLowerCase(Locale.ROOT))
                    .field("title", line.info().title())
                    .field("status", Documents.lower(line.result().status()))
                    .field("durationMs", line.duration().toMillis())
                    .field("detail", line.result().detail())
                    .strings("findings", findings)
                    .field("skippedBecause", line.result().skippedBecause())
                    .strings("requests", line.result().requests())
                    .endObject();
        }
        json.endArray();
    }

    private void billing(CheckReport report) throws IOException {
        int billable = report.billable();
        json.object("billing")
                .field("calls", report.calls())
                .field("billable", billable)
                .decimal("estimatedUsd", CheckReport.PRICE.multiply(BigDecimal.valueOf(billable)))
                .endObject();
    }
}
