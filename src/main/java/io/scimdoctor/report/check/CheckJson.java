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
import java.util.Map;

/** The document of kind {@code CheckReport}. */
public final class CheckJson {
    private CheckJson() {}

    /** @param policy the name of the redaction's policy */
    public static void write(CheckReport report, Writer target, String policy) throws IOException {
        JsonWriter json = Documents.open(target, "CheckReport");
        Documents.run(json, report.runId(), report.startedAt(), report.finishedAt(), report.complete())
                .field("simulated", report.settings().simulated())
                .field("dryRun", false)
                .endObject();
        Documents.target(json, report.settings().target(), report.tenant());
        Documents.verdict(json, report.verdict());
        json.object("summary");
        for (Map.Entry<Status, Integer> entry : report.summary().entrySet()) {
            json.field(entry.getKey().slug(), entry.getValue().longValue());
        }
        json.endObject().list("checks", report.checks(), CheckJson::check);
        json.list("findings", report.findings(), Documents::content);
        RequestJson.write(json, report.requests(), report::isBillable);
        Documents.billing(json, report.calls(), report.billable());
        Documents.redaction(json, policy);
        Documents.close(json, target);
    }

    static void check(JsonWriter json, CheckLine line) throws IOException {
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
}
