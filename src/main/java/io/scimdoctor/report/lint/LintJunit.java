package io.scimdoctor.report.lint;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.Grade;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.report.format.JunitXml;
import io.scimdoctor.report.format.JunitXml.Case;
import io.scimdoctor.report.format.JunitXml.Outcome;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.time.Duration;

/** The report of a test run: one test case a request, which fails with its errors; the rest is the suite's log. */
public final class LintJunit implements LintOutput {
    private static final String GROUP = "scimdoctor.lint";

    private final Page page;
    private final JunitXml xml = new JunitXml();
    private final StringBuilder log = new StringBuilder();

    public LintJunit(Page page) {
        this.page = page;
    }

    @Override
    public void result(LintResult result) throws IOException {
        String name = LintPages.place(result.source(), Audience.HANDED_ON) + " " + result.subject();
        StringBuilder errors = new StringBuilder();
        String type = "";
        for (LintFinding finding : result.findings()) {
            if (finding.rule().grade() == Grade.ERROR) {
                type = type.isEmpty() ? finding.rule().id() : type;
                errors.append(line(finding));
            } else {
                log.append(name).append(", ").append(line(finding));
            }
        }
        boolean failed = !type.isEmpty();
        xml.add(new Case(
                GROUP,
                name,
                Duration.ZERO,
                failed ? Outcome.FAILURE : Outcome.PASSED,
                failed ? "breaks a rule of the API" : "",
                type,
                errors.toString()));
    }

    private static String line(LintFinding finding) {
        return finding.place().line() + ":" + finding.place().column() + ": "
                + finding.message().handedOn() + " [" + finding.rule().id() + "]\n";
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        String place = LintPages.place(piece.source(), Audience.HANDED_ON);
        xml.add(new Case(GROUP, place, Outcome.SKIPPED, piece.reason()));
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        String text = log + tally.sentence() + "\n";
        xml.write("scimdoctor lint", page.now(), Duration.ZERO, text, page.target());
    }
}
