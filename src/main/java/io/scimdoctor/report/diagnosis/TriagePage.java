package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockHtml;
import io.scimdoctor.report.block.BlockMarkdown;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Captured answers as a page to be handed on: the sums, and in a web page also each failure, to be filtered and unfolded to its
 * proof.
 */
public final class TriagePage implements DiagnosisOutput {
    private static final int MOST_LISTED = 10_000;
    private static final int MOST_UNREADABLE = 100;

    private final Page page;
    private final boolean web;
    private final List<Failure> failures = new ArrayList<>();
    private long answers;
    private boolean summing;

    /** One answer that failed, without its texts. */
    record Failure(Source source, ExchangeFacts call, Finding finding) {}

    /** @param web whether it is HTML, or else Markdown */
    public TriagePage(Page page, boolean web) {
        this.page = page;
        this.web = web;
        summing = page.summary();
    }

    @Override
    public long mostListed() {
        return page.summary() ? 0 : web ? MOST_LISTED : 1;
    }

    @Override
    public void sumUp() {
        summing = true;
        failures.clear();
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) {
        answers++;
        if (answers > mostListed()) {
            sumUp();
        }
        Finding finding = diagnosis.finding();
        if (!summing && finding != null) {
            failures.add(new Failure(source, exchange, finding));
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        BlockPage report = GroupBlocks.of(tally, MOST_UNREADABLE, page, Audience.HANDED_ON, failures.isEmpty());
        if (tally.exchanges() == 1 && failures.size() == 1) {
            report = only(tally, failures.get(0));
        } else if (web) {
            report = page(tally, report);
        }
        page.target().write(web ? BlockHtml.of(report) : BlockMarkdown.of(report, 2));
        page.target().flush();
    }

    /** A single answer needs no sums. */
    private BlockPage only(DiagnosisTally tally, Failure failure) {
        Block.Facts where = Block.Facts.NONE
                .and("Where", Places.of(failure.source()).handedOn())
                .and("Time", failure.call().at())
                .and("Exit code", tally.verdict().exitCode().words())
                .and("Written", page.now().truncatedTo(ChronoUnit.SECONDS) + " by scimdoctor " + Version.text());
        Finding finding = failure.finding();
        Block.Facts content = FindingBlocks.content(finding, Audience.HANDED_ON);
        return new BlockPage(
                CaseWords.headline(finding).handedOn(),
                finding.id(),
                tally.verdict().status(),
                false,
                List.of(
                        new Block.Section("Finding", finding.id(), null, List.of(content)),
                        new Block.Section("Source", where)));
    }

    private BlockPage page(DiagnosisTally tally, BlockPage sums) {
        List<Block> blocks = new ArrayList<>(sums.blocks());
        int top = tally.histogram().counts().length > 1 ? 1 : 0;
        Collections.swap(blocks, 0, top);
        if (!failures.isEmpty()) {
            blocks.add(top, new Block.Section("Answers", new AnswerCases(tally, failures).blocks()));
        } else if (tally.failures() > 0) {
            blocks.add(
                    top,
                    new Block.Paragraph("None of the " + Amounts.count(tally.failures(), "failure")
                            + " is listed by itself; --only, --since and --until choose up to "
                            + Amounts.number(MOST_LISTED) + " answers that are, and -o ndjson lists all."));
        }
        return new BlockPage(sums.title(), sums.id(), sums.status(), false, blocks);
    }
}
