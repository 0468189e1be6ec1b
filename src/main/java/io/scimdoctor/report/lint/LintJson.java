package io.scimdoctor.report.lint;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.Excerpt;
import io.scimdoctor.lint.rule.Grade;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.MaskedLine;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** The document of kind {@code LintReport}, written while the input is read. */
public final class LintJson implements LintOutput {
    private final Page page;
    private final JsonWriter json;

    public LintJson(Page page) throws IOException {
        this.page = page;
        json = Documents.open(page.target(), "LintReport");
        json.array("results");
    }

    @Override
    public void result(LintResult result) throws IOException {
        if (page.summary()) {
            return;
        }
        json.object();
        DiagnosisJson.source(json, result.source());
        LintResult.Corrected corrected = result.corrected();
        json.field("subject", result.subject())
                .list("findings", result.findings(), (each, finding) -> finding(each, result, finding))
                .field("corrected", corrected == null ? null : corrected.text().handedOn())
                .endObject();
    }

    private static void finding(JsonWriter json, LintResult result, LintFinding finding) throws IOException {
        Excerpt excerpt = result.excerpts().find(finding.place());
        MaskedLine instead = finding.instead() == null ? null : MaskedLine.of(finding.instead(), Audience.HANDED_ON);
        json.field("rule", finding.rule().id())
                .field("grade", finding.rule().grade().slug())
                .putAll(finding.place())
                .field("message", finding.message().handedOn())
                .field("why", finding.rule().why())
                .field("instead", instead == null ? null : instead.text())
                .field("fixable", !finding.fixes().isEmpty())
                .field("excerpt", excerpt == null ? null : new MaskedLine(excerpt, Audience.HANDED_ON).text())
                .field("condition", finding.rule().condition())
                .put("basis", finding.rule().basis());
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        json.endArray()
                .list("unreadable", tally.unread(LintTally.MOST_UNREAD), DiagnosisJson::unreadable)
                .list("rules", tally.broken(), RuleCount::json)
                .field("run", tally.rehearsal(), Rehearsal::json);
        json.object("summary")
                .field("texts", tally.requests())
                .field("errors", tally.count(Grade.ERROR))
                .field("warnings", tally.count(Grade.WARNING))
                .field("notes", tally.count(Grade.NOTE))
                .field("unreadable", tally.unreadable())
                .field("elsewhere", tally.elsewhere())
                .endObject();
        json.field("exitCode", tally.exitCode().number());
        Documents.close(json, page.target());
    }
}
