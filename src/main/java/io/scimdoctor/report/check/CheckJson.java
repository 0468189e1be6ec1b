package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.RequestJson;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The document of kind {@code CheckReport}. */
public final class CheckJson {
    private final JsonWriter json;

    private CheckJson(JsonWriter json) {
        this.json = json;
    }

    /** @param policy the name of the redaction's policy */
    public static void write(CheckReport report, Writer target, String policy) throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport");
        CheckJson body = new CheckJson(json);
        body.run(report);
        Documents.target(json, report.settings().target(), report.tenant());
        Documents.verdict(json, report.verdict());
        body.summary(report.summary());
        body.checks(report.checks());
        Documents.findings(json, report.findings());
        RequestJson.write(body.json, report.requests(), report::isBillable);
        Documents.billing(json, report.calls(), report.billable());
        Documents.redaction(json, policy);
        Documents.close(json, target);
    }

    private void run(CheckReport report) throws IOException {
        json.object("run")
                .field("id", report.runId())
                .field("startedAt", report.startedAt())
                .field("finishedAt", report.finishedAt())
                .field("durationMs", Duration.between(report.startedAt(), report.finishedAt()))
                .field("complete", report.complete())
                .field("simulated", report.settings().simulated())
                .field("dryRun", false)
                .endObject();
    }

    private void summary(Map<Status, Integer> summary) throws IOException {
        json.object("summary");
        for (Map.Entry<Status, Integer> entry : summary.entrySet()) {
            json.field(entry.getKey().slug(), entry.getValue().longValue());
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
                    .field("category", line.info().category().slug())
                    .field("title", line.info().title())
                    .field("status", line.result().status().slug())
                    .field("durationMs", line.duration())
                    .field("detail", line.result().detail().handedOn())
                    .strings("findings", findings)
                    .field("skippedBecause", line.result().skippedBecause())
                    .strings("requests", line.result().requests())
                    .endObject();
        }
        json.endArray();
    }
}
