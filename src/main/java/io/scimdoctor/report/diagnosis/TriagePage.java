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
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
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
        summing = page.summary() || !web;
    }

    @Override
    public long mostListed() {
        return page.summary() || !web ? 0 : MOST_LISTED;
    }

    @Override
    public void sumUp() {
        summing = true;
        failures.clear();
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) {
        answers++;
        if (answers > MOST_LISTED) {
            sumUp();
        }
        Finding finding = diagnosis.finding();
        if (!summing && finding != null) {
            failures.add(new Failure(source, exchange, finding));
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        BlockPage sums = GroupBlocks.of(tally, MOST_UNREADABLE, page, Audience.HANDED_ON, failures.isEmpty());
        page.target().write(web ? BlockHtml.of(page(tally, sums)) : BlockMarkdown.of(sums, 2));
        page.target().flush();
    }

    private BlockPage page(DiagnosisTally tally, BlockPage sums) {
        List<Block> blocks = new ArrayList<>(sums.blocks());
        int top = tally.histogram().isEmpty() ? 0 : 1;
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
        return BlockPage.of(tally.verdict(), false, blocks);
    }
}
