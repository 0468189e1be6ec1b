package io.scimdoctor.report.lint;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.io.Writer;

/**
 * One line a finding, in the form that editors understand: file, line, column, grade, message, rule; or as workflow commands of
 * GitHub Actions, which show findings beside the lines of a file.
 */
public final class LintLines implements LintOutput {
    private final Page asked;
    private final boolean github;
    private final Writer out;
    private final Audience audience;

    public LintLines(Page asked, boolean github) {
        this.asked = asked;
        this.github = github;
        out = asked.target();
        audience = asked.style().audience();
    }

    @Override
    public void result(LintResult result) throws IOException {
        if (asked.summary() && !github) {
            return;
        }
        for (LintFinding finding : result.findings()) {
            out.write(github ? command(result.source(), finding) : line(result.source(), finding));
        }
        if (result.corrected() != null && !github) {
            out.write(result.corrected().text().to(audience) + "\n");
        }
    }

    private String line(Source source, LintFinding finding) {
        Place place = finding.place();
        return LintPages.place(source, audience) + ":" + place.line() + ":" + place.column() + ": "
                + finding.rule().grade().slug() + ": " + finding.message().to(audience) + " ["
                + finding.rule().id() + "]\n";
    }

    private static String command(Source source, LintFinding finding) {
        return "::" + Annotations.command(finding.rule().grade().severity()) + file(source) + ",line="
                + finding.place().line() + ",col=" + finding.place().column() + ",title="
                + Annotations.property(finding.rule().id()) + "::"
                + Annotations.message(
                        finding.message().handedOn() + ". " + finding.rule().why())
                + "\n";
    }

    private static String file(Source source) {
        return " file=" + Annotations.property(Redactor.fileName(source.file()));
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        out.write(
                github
                        ? "::warning" + file(piece.source()) + "::not read: " + Annotations.message(piece.reason())
                                + "\n"
                        : LintPages.place(piece.source(), audience) + ": not read: " + piece.reason() + "\n");
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        if (!github && asked.summary()) {
            for (RuleCount count : tally.broken()) {
                out.write(count.line(audience) + "\n");
            }
        }
        if (!github && (!asked.quiet() || !tally.isClean())) {
            out.write(tally.sentence() + "\n");
        }
    }
}
