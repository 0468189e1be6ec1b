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
                .array("rules");
        for (LintRule rule : Rules.load().all()) {
            json.object().field("id", rule.id());
            json.object("shortDescription").field("text", rule.why()).endObject();
            json.object("defaultConfiguration")
                    .field("level", rule.grade().slug())
                    .endObject();
            json.endObject();
        }
        json.endArray().endObject().endObject().array("results");
    }

    @Override
    public void result(LintResult result) throws IOException {
        for (LintFinding finding : result.findings()) {
            json.object()
                    .field("ruleId", finding.rule().id())
                    .field("level", finding.rule().grade().slug());
            json.object("message").field("text", finding.message().handedOn()).endObject();
            json.array("locations").object().object("physicalLocation");
            json.object("artifactLocation")
                    .field("uri", Redactor.fileName(result.source().file()))
                    .endObject();
            json.object("region")
                    .field("startLine", finding.place().line())
                    .field("startColumn", finding.place().column())
                    .endObject();
            json.endObject().endObject().endArray().endObject();
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        json.object().field("level", "warning");
        json.object("message").field("text", "not read: " + piece.reason()).endObject();
        json.endObject();
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        json.endArray().endObject().endArray();
        Documents.close(json, target);
    }
}
