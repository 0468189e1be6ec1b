package io.scimdoctor.report.lint;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/**
 * One line a finding, in the form that editors understand: file, line, column, grade, message, rule; or as workflow commands of
 * GitHub Actions, which show findings beside the lines of a file.
 */
public record LintLines(Page asked, boolean github) implements LintOutput {
    private Audience audience() {
        return asked.style().audience();
    }

    private void write(String line) throws IOException {
        asked.target().write(line + "\n");
    }

    @Override
    public void result(LintResult result) throws IOException {
        if (asked.summary() && !github) {
            return;
        }
        for (LintFinding finding : result.findings()) {
            write(github ? command(result.source(), finding) : line(result.source(), finding));
        }
        if (result.corrected() != null && !github) {
            write(result.corrected().text().to(audience()));
        }
    }

    private String line(Source source, LintFinding finding) {
        Place place = finding.place();
        return LintPages.place(source, audience()) + ":" + place.line() + ":" + place.column() + ": "
                + finding.rule().grade().slug() + ": " + finding.message().to(audience()) + " ["
                + finding.rule().id() + "]";
    }

    private static String command(Source source, LintFinding finding) {
        String place =
                ",line=" + finding.place().line() + ",col=" + finding.place().column();
        String title = ",title=" + Annotations.property(finding.rule().id());
        return Annotations.command(
                finding.rule().grade().severity(),
                file(source) + place + title,
                finding.message().handedOn() + ". " + finding.rule().why());
    }

    private static String file(Source source) {
        return "file=" + Annotations.property(Redactor.fileName(source.file()));
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        String reason = "not read: " + piece.reason();
        write(
                github
                        ? Annotations.command(Severity.WARN, file(piece.source()), reason)
                        : LintPages.place(piece.source(), audience()) + ": " + reason);
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        if (!github && asked.summary()) {
            for (RuleCount count : tally.broken()) {
                write(count.line(audience()));
            }
        }
        if (!github && (!asked.quiet() || !tally.isClean())) {
            write(tally.sentence());
        }
    }
}
