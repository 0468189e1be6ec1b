package io.scimdoctor.report.lint;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Excerpt;
import io.scimdoctor.report.format.MaskedLine;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Findings as a compiler prints them: the line, a caret under the place, why, and what to write instead. */
public final class LintText implements LintOutput {
    private static final int MOST_OPENED = 50;

    private final TextPage page;
    private final BlockText text;
    private final Style style;
    private final boolean quiet;
    private int opened;
    private long hidden;

    public LintText(Page asked) {
        style = asked.style();
        page = new TextPage(asked.target(), style);
        text = new BlockText(page);
        quiet = asked.quiet();
    }

    @Override
    public void result(LintResult result) throws IOException {
        List<Block> blocks = new ArrayList<>();
        int room = Math.max(0, Math.min(result.findings().size(), MOST_OPENED - opened));
        result.findings().subList(0, room).forEach(finding -> blocks.add(block(result, finding)));
        opened += room;
        hidden += result.findings().size() - room;
        text.write("", blocks);
        LintResult.Corrected corrected = result.corrected();
        if (corrected != null) {
            long left = corrected.errors();
            String rest = left == 0 ? "" : ", as far as it can be: " + left + " errors remain";
            // As it is, so that it can be copied.
            page.blank().line(style.bold("Corrected, " + place(result.source(), style.audience()) + rest));
            page.line(corrected.text());
        }
    }

    private Block block(LintResult result, LintFinding finding) {
        List<Block> blocks = new ArrayList<>();
        String where = place(result.source(), style.audience()) + ", " + where(finding.place(), result.subject());
        Excerpt excerpt = result.excerpts().find(finding.place());
        blocks.add(excerpt == null ? new Block.Paragraph(where) : new Block.Code(where, "", marked(excerpt)));
        String instead = finding.instead();
        blocks.add(Block.Facts.NONE
                .and("why", finding.rule().why() + " (" + finding.rule().basis().words() + ")")
                // The reader puts the own value there; a mask looks like something to copy.
                .and(
                        "write",
                        instead == null
                                ? null
                                : MaskedLine.of(instead, style.audience())
                                        .text()
                                        .replace(Redactor.MASK, "<value>")));
        return new Block.Section(
                finding.rule().grade().slug() + "[" + finding.rule().id() + "] " + style.shown(finding.message()),
                null,
                FindingBlocks.status(finding.rule().grade().severity()),
                blocks);
    }

    /** The line with a caret below, moved to the left when the place would lie beyond the page's width. */
    private String marked(Excerpt excerpt) {
        MaskedLine line = MaskedLine.of(excerpt.text(), style.audience());
        int start = line.column(excerpt.start());
        int end = Math.max(start + 1, line.column(excerpt.end()));
        int room = style.width() - 6;
        int from = end > room ? Math.max(0, Math.min(start - 8, line.text().length() - room + 4)) : 0;
        String dots = from > 0 ? style.dots() + " " : "";
        String shown = dots + line.text().substring(Math.min(from, line.text().length()));
        int caret = start - from + dots.length();
        int length = Math.max(1, Math.min(end - start, room - caret));
        return "| " + (shown.length() > room ? shown.substring(0, room) : shown) + "\n| "
                + " ".repeat(Math.max(0, caret)) + "^".repeat(length);
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
        page.wrapped("not read  ", place(piece.source(), style.audience()) + ": " + piece.reason());
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        if (hidden > 0) {
            page.blank().line(hidden + " more findings; -o short or -o json lists all of them");
        }
        if (!quiet || !tally.isClean()) {
            page.blank()
                    .wrapped(
                            "",
                            tally.sentence() + ". Exit code " + tally.exitCode().words() + ".");
        }
    }
}
