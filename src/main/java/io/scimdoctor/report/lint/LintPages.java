package io.scimdoctor.report.lint;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.Excerpt;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.lint.rule.MaskedLine;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a compiler prints them: the line, a caret under the place, why, and what to write instead. Of a large run each
 * rule is told once.
 */
public final class LintPages implements LintOutput {
    private static final int MOST_OPENED = 20;
    private static final int MOST_OPENED_ON_PAPER = 1_000;
    private static final int MOST_OF_ONE = 50;
    private static final int MOST_UNREAD = 10;

    private final Page asked;
    /** Whether it is no text, and handed on. */
    private final boolean paper;

    private final Style style;
    private final BlockText text;
    /** Whether each finding is told when it comes. */
    private final boolean atOnce;
    /** What is told in full unless there is too much of it; made at once, because the text that it stands in goes by. */
    private final List<Block> opened = new ArrayList<>();

    private final List<Block> corrected = new ArrayList<>();
    private int results;
    private boolean grouped;
    private long findings;

    public LintPages(Page asked) {
        this.asked = asked;
        paper = asked.format().equals("html") || asked.format().equals("markdown");
        style = paper ? Style.PLAIN : asked.style();
        text = new BlockText(asked.target(), style);
        grouped = asked.summary();
        atOnce = asked.verbose() && !paper && !grouped;
    }

    @Override
    public void result(LintResult result) throws IOException {
        findings += result.findings().size();
        if (atOnce) {
            text.write(opened(result));
            text.write(corrected(result));
        } else if (!asked.summary() && (!result.findings().isEmpty() || result.corrected() != null)) {
            results++;
            grouped |= results > 1 && !asked.verbose() && findings > (paper ? MOST_OPENED_ON_PAPER : MOST_OPENED);
            List<Block> better = corrected(result);
            corrected.addAll(better);
            if (grouped) {
                opened.clear();
            } else {
                opened.addAll(opened(result));
                opened.addAll(better);
            }
        }
        if (grouped && !paper) {
            text.write(corrected);
            corrected.clear();
        }
    }

    private List<Block> opened(LintResult result) {
        int most = asked.verbose() ? Integer.MAX_VALUE : MOST_OF_ONE;
        int room = Math.min(most, result.findings().size());
        List<Block> blocks = new ArrayList<>();
        result.findings().subList(0, room).forEach(finding -> blocks.add(block(result, finding)));
        if (room < result.findings().size()) {
            blocks.add(new Block.Paragraph(
                    result.findings().size() - room + " more findings; -v, -o short or -o json lists them"));
        }
        return blocks;
    }

    private List<Block> corrected(LintResult result) {
        LintResult.Corrected corrected = result.corrected();
        if (corrected == null) {
            return List.of();
        }
        long left = corrected.errors();
        String rest = left == 0
                ? ""
                : ", as far as it can be: " + Amounts.count(left, "error") + (left == 1 ? " remains" : " remain");
        String title = "Corrected, " + place(result.source(), style.audience()) + rest;
        String text = corrected.text().to(style.audience());
        List<Block> blocks = new ArrayList<>(List.of(new Block.Code("", "", text)));
        if (text.contains(Redactor.MASK)) {
            blocks.add(new Block.Paragraph(
                    style.audience() == Audience.SEEN
                            ? "Put the secret back where it says " + Redactor.MASK + "."
                            : "What is handed on shows no values; the text on your own screen has them."));
        }
        return List.of(new Block.Inner(BlockPage.of(title, false, blocks)));
    }

    private Block block(LintResult result, LintFinding finding) {
        List<Block> blocks = new ArrayList<>();
        String where = place(result.source(), style.audience()) + ", " + where(finding.place(), result.subject());
        Excerpt excerpt = result.excerpts().find(finding.place());
        blocks.add(excerpt == null ? new Block.Paragraph(where) : new Block.Code(where, "", marked(excerpt)));
        return section(finding, style.audience(), blocks, Block.Facts.NONE);
    }

    /** What is told of a finding, with where it is and how often. */
    static Block section(LintFinding finding, Audience audience, List<Block> where, Block.Facts often) {
        LintRule rule = finding.rule();
        List<Block> blocks = new ArrayList<>(where);
        blocks.add(often.and("why", rule.why() + " (" + rule.basis().words() + ")")
                .and("write", instead(finding, audience)));
        String title =
                rule.grade().slug() + "[" + rule.id() + "] " + finding.message().to(audience);
        return new Block.Section(title, null, FindingBlocks.status(rule.grade().severity()), blocks);
    }

    /** What to write instead. The reader puts the own value there; a mask looks like something to copy. */
    static @Nullable String instead(LintFinding finding, Audience audience) {
        String instead = finding.instead();
        return instead == null ? null : MaskedLine.of(instead, audience).text().replace(Redactor.MASK, "<value>");
    }

    /** The line with a caret below, moved to the left when the place would lie beyond the page's width. */
    private String marked(Excerpt excerpt) {
        MaskedLine line = new MaskedLine(excerpt, style.audience());
        int start = line.column(excerpt.start());
        int end = Math.max(start + 1, line.column(excerpt.end()));
        int room = style.width() - 6;
        int from = end > room ? Math.max(0, Math.min(start - 8, line.text().length() - room + 4)) : 0;
        String dots = from > 0 ? style.dots() + " " : "";
        String shown = dots + line.text().substring(Beginning.end(line.text(), from));
        int caret = start - from + dots.length();
        int length = Math.max(1, Math.min(end - start, room - caret));
        return "| " + Beginning.of(shown, room) + "\n| " + " ".repeat(Math.max(0, caret)) + "^".repeat(length);
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
    public void finish(LintTally tally) throws IOException {
        List<Block> blocks = blocks(tally);
        if (!paper) {
            text.write(blocks);
        } else {
            BlockReport report = (plain, whole) -> new BlockPage(tally.sentence(), null, tally.status(), false, blocks);
            report.write(asked);
        }
    }

    private List<Block> blocks(LintTally tally) {
        List<Block> found = new ArrayList<>();
        if (grouped) {
            tally.broken().forEach(count -> found.add(count.block(style.audience())));
        }
        found.addAll(grouped ? corrected : opened);
        boolean apart = paper && !found.isEmpty();
        List<Block> blocks = new ArrayList<>(apart ? List.of(new Block.Section("Findings", found)) : found);
        if (tally.rehearsal() != null) {
            blocks.addAll(tally.rehearsal().blocks(style.audience()));
        }
        List<String> unread = new ArrayList<>();
        for (Unreadable piece : tally.unread(MOST_UNREAD)) {
            unread.add(place(piece.source(), style.audience()) + ": " + piece.reason());
        }
        blocks.addAll(FindingBlocks.unread(unread, tally.unreadable()));
        if (!asked.quiet() || !tally.isClean()) {
            String more = grouped && !asked.summary() ? " -v, -o short and -o json tell each." : "";
            blocks.add(new Block.Paragraph(
                    tally.sentence() + ". Exit code " + tally.exitCode().words(tally.status()) + "." + more));
        }
        return blocks;
    }
}
