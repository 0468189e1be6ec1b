package io.scimdoctor.report.lint;

import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Annotations;
import java.io.IOException;

/** Workflow commands of GitHub Actions, which show findings beside the lines of a file. */
public final class LintGithub implements LintOutput {
    private final Appendable out;

    public LintGithub(Appendable out) {
        this.out = out;
    }

    @Override
    public void result(LintResult result) throws IOException {
        for (LintFinding finding : result.findings()) {
            out.append("::" + Annotations.command(finding.rule().grade().severity()) + " file=" + file(result.source())
                    + ",line=" + finding.place().line() + ",col="
                    + finding.place().column() + ",title="
                    + Annotations.property(finding.rule().id()) + "::"
                    + Annotations.message(
                            finding.message().handedOn() + ". " + finding.rule().why())
                    + "\n");
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        out.append(
                "::warning file=" + file(piece.source()) + "::not read: " + Annotations.message(piece.reason()) + "\n");
    }

    private static String file(Source source) {
        return Annotations.property(Redactor.fileName(source.file()));
    }
}
