package io.scimdoctor.report.lint;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.lint.rule.LintFinding;
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
            out.append("::")
                    .append(Annotations.command(finding.rule().grade().severity()))
                    .append(" file=")
                    .append(Annotations.property(
                            Redactor.fileName(result.source().file())))
                    .append(",line=")
                    .append(Integer.toString(finding.place().line()))
                    .append(",col=")
                    .append(Integer.toString(finding.place().column()))
                    .append(",title=")
                    .append(Annotations.property(finding.rule().id()))
                    .append("::")
                    .append(Annotations.message(
                            finding.message().handedOn() + ". " + finding.rule().why()))
                    .append('\n');
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        out.append("::warning file=")
                .append(Annotations.property(Redactor.fileName(piece.source().file())))
                .append("::not read: ")
                .append(Annotations.message(piece.reason()))
                .append('\n');
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        // Each command stands for itself.
    }
}
