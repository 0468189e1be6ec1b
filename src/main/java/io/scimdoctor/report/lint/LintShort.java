package io.scimdoctor.report.lint;

import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.List;

/** One line a finding, in the form that editors understand: file, line, column, grade, message, rule. */
public final class LintShort implements LintOutput {
    private final TextPage page;
    private final Page asked;

    public LintShort(Page asked) {
        page = new TextPage(asked.target(), asked.style());
        this.asked = asked;
    }

    @Override
    public void result(LintResult result) throws IOException {
        if (asked.summary()) {
            return;
        }
        for (LintFinding finding : result.findings()) {
            page.line(LintPages.place(result.source(), page.style().audience()) + ":"
                    + finding.place().line() + ":"
                    + finding.place().column() + ": " + finding.rule().grade().slug() + ": "
                    + page.style().shown(finding.message()) + " ["
                    + finding.rule().id() + "]");
        }
        if (result.corrected() != null) {
            page.line(result.corrected().text());
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        page.line(LintPages.place(piece.source(), page.style().audience()) + ": not read: " + piece.reason());
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        for (RuleCount count : asked.summary() ? tally.broken() : List.<RuleCount>of()) {
            page.line(count.line(page.style().audience()));
        }
        if (!asked.quiet() || !tally.isClean()) {
            page.line(tally.sentence());
        }
    }
}
