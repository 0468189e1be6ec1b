package io.scimdoctor.run.report;

import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What became of somebody else's capture, for a reader and as a document of kind {@code RunImportReport}. */
public record RunImportReport(Run run) implements BlockReport {
    private static final int MOST_GROUPS = 12;

    @Override
    public BlockPage page(Style style, boolean whole) {
        Run.RunTotals totals = run.totals();
        List<Block> kept =
                new ArrayList<>(List.of(new Block.Paragraph(run.calls().size() + " of " + totals.exchanges()
                        + " exchanges"
                        + (run.calls().size() < totals.exchanges() ? ", enough of each finding; all are counted" : "")
                        + (totals.unreadable() == 0
                                ? ""
                                : "; " + Amounts.count(totals.unreadable(), "piece") + " not understood"))));
        List<Run.RunGroup> groups = run.groups();
        groups.subList(0, Math.min(MOST_GROUPS, groups.size()))
                .forEach(group -> kept.add(new Block.Paragraph(times(group.count()) + group.id())));
        if (groups.size() > MOST_GROUPS) {
            kept.add(new Block.Paragraph("and " + Amounts.count(groups.size() - MOST_GROUPS, "more kind")));
        }
        List<Block> masked = new ArrayList<>();
        run.masked().forEach((place, count) -> masked.add(new Block.Paragraph(times(count) + place)));
        if (masked.isEmpty()) {
            masked.add(new Block.Paragraph("nothing: no secret and no personal value was found"));
        }
        Facts facts = Facts.NONE
                .and("Stored", "run " + run.head().id())
                .and("Kept", kept)
                .and("Masked", masked);
        String next = "The file itself was not copied. Next: scimdoctor runs show "
                + run.head().shortId();
        return BlockPage.of("", false, List.of(facts, new Block.Paragraph(next)));
    }

    private static String times(long count) {
        return count == 1 ? "once " : count + " times ";
    }

    public void json(Writer target) throws IOException {
        Documents.write(target, "RunImportReport", json -> {
            json.field("id", run.head().id());
            json.put("summary", run.totals()).field("kept", run.calls().size());
            RunJson.masked(json, run.masked());
            json.put("groups", run.groups()).put("verdict", run.verdict());
        });
    }
}
