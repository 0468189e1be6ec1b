package io.scimdoctor.report.lint;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.lint.rule.Grade;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Excerpt;
import io.scimdoctor.report.format.MaskedLine;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;

/** Findings as a compiler prints them: the line, a caret under the place, why, and what to write instead. */
public final class LintText implements LintOutput {
    private static final int MOST_OPENED = 50;

    private final TextPage page;
    private final boolean quiet;
    private int opened;
    private long hidden;

    public LintText(Page asked) {
        page = new TextPage(asked.target(), asked.style());
        quiet = asked.quiet();
    }

    @Override
    public void result(LintResult result) throws IOException {
        for (LintFinding finding : result.findings()) {
            if (opened < MOST_OPENED) {
                opened++;
                open(result, finding);
            } else {
                hidden++;
            }
        }
        LintResult.Corrected corrected = result.corrected();
        if (corrected != null) {
            String left =
                    corrected.errors() == 0 ? "" : ", as far as it can be: " + corrected.errors() + " errors stay";
            page.line(page.style()
                    .bold("Corrected, " + place(result.source(), page.style().audience()) + left));
            page.line(corrected.text()).blank();
        }
    }

    private void open(LintResult result, LintFinding finding) throws IOException {
        Grade grade = finding.rule().grade();
        String head = grade.slug() + "[" + finding.rule().id() + "]";
        page.wrapped(
                page.style().severity(grade.severity(), head) + " ",
                "  ",
                page.style().shown(finding.message()));
        page.wrapped(
                "  in ",
                "     ",
                place(result.source(), page.style().audience()) + ", " + where(finding.place(), result.subject()));
        Excerpt excerpt = result.excerpts().find(finding.place());
        if (excerpt != null) {
            excerpt(excerpt);
        }
        page.wrapped(
                "  why    ",
                finding.rule().why() + " (" + finding.rule().basis().words() + ")");
        String instead = finding.instead();
        if (instead != null) {
            // The reader puts the own value there; a mask looks like something to copy.
            page.wrapped(
                    "  write  ",
                    MaskedLine.of(instead, page.style().audience()).text().replace(Redactor.MASK, "<value>"));
        }
        page.blank();
    }

    /** The line, moved to the left when the place would lie beyond the page's width. */
    private void excerpt(Excerpt excerpt) throws IOException {
        MaskedLine line = MaskedLine.of(excerpt.text(), page.style().audience());
        int start = line.column(excerpt.start());
        int end = Math.max(start + 1, line.column(excerpt.end()));
        int room = page.style().width() - 4;
        int from = end > room ? Math.max(0, Math.min(start - 8, line.text().length() - room + 4)) : 0;
        String text = line.text().substring(Math.min(from, line.text().length()));
        String dots = from > 0 ? page.style().dots() + " " : "";
        String shown = dots + text;
        page.line("  | " + (shown.length() > room ? shown.substring(0, room) : shown));
        int caret = start - from + dots.length();
        int length = Math.max(1, Math.min(end - start, room - caret));
        page.line("  | " + " ".repeat(Math.max(0, caret)) + page.style().bold("^".repeat(length)));
    }

    private static String where(Place place, String subject) {
        return switch (place.part()) {
            case METHOD -> subject + ", method";
            case URL -> subject + ", URL, column " + place.column();
            case HEADERS -> subject + ", headers";
            case BODY -> subject + ", body, line " + place.line() + ", column " + place.column();
            case FILTER -> subject + ", column " + place.column();
        };
    }

    static String place(Source source, Audience audience) {
        return source.file().equals("-") && source.id() == null
                ? "input:" + source.index()
                : Places.of(source).to(audience);
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        page.wrapped("not read  ", place(piece.source(), page.style().audience()) + ": " + piece.reason());
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        if (hidden > 0) {
            page.line(hidden + " more findings; -o short or -o json lists all of them");
        }
        if (!quiet || !tally.isClean()) {
            page.wrapped(
                    "", tally.sentence() + ". Exit code " + tally.exitCode().words() + ".");
        }
    }
}
