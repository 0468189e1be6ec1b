package io.scimdoctor.report.lint;

import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.lint.rule.Rules;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** SARIF 2.1.0, the format of code scanning services. */
public final class LintSarif implements LintOutput {
    private final Writer target;
    private final JsonWriter json;

    public LintSarif(Writer target) throws IOException {
        this.target = target;
        json = JsonWriter.pretty(target);
        json.object()
                .field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .field("version", "2.1.0")
                .array("runs")
                .object()
                .object("tool")
                .object("driver")
                .field("name", "scimdoctor")
                .field("version", Version.text())
                .list("rules", Rules.load().all(), LintSarif::rule)
                .endObject()
                .endObject()
                .array("results");
    }

    private static void rule(JsonWriter json, LintRule rule) throws IOException {
        json.field("id", rule.id())
                .put("shortDescription", Map.of("text", rule.why()))
                .put("defaultConfiguration", Map.of("level", rule.grade()));
    }

    @Override
    public void result(LintResult result) throws IOException {
        for (LintFinding finding : result.findings()) {
            json.object()
                    .field("ruleId", finding.rule().id())
                    .field("level", finding.rule().grade().slug());
            json.put("message", Map.of("text", finding.message()));
            json.array("locations").object().object("physicalLocation");
            json.put(
                    "artifactLocation",
                    Map.of("uri", Redactor.fileName(result.source().file())));
            json.object("region")
                    .field("startLine", finding.place().line())
                    .field("startColumn", finding.place().column())
                    .endObject();
            json.endObject().endObject().endArray().endObject();
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        json.object()
                .field("level", "warning")
                .put("message", Map.of("text", "not read: " + piece.reason()))
                .endObject();
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        json.endArray().endObject().endArray();
        Documents.close(json, target);
    }
}
