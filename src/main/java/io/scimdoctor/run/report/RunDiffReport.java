package io.scimdoctor.run.report;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunComparison;
import io.scimdoctor.run.RunDiff;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison of two runs, for a reader and as a document of kind {@code RunDiff}. */
public record RunDiffReport(RunDiff diff) implements BlockReport {
    @Override
    public BlockPage page(Style style, boolean whole) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Facts.NONE.and("Before", point(diff.before())).and("After", point(diff.after())));
        Map<RunDiff.Area, Facts> areas = new EnumMap<>(RunDiff.Area.class);
        for (RunDiff.Change change : diff.changes()) {
            areas.merge(change.area(), Facts.NONE.and(change.name(), change(change, style)), Facts::and);
        }
        areas.forEach((area, facts) -> blocks.add(new Block.Section(
                area.name().charAt(0) + area.name().substring(1).toLowerCase(Locale.ROOT), facts)));
        blocks.add(new Block.Paragraph(conclusion()));
        return BlockPage.of("", false, blocks);
    }

    private static String point(Run run) {
        RunHead head = run.head();
        return head.shortId() + ", " + (head.simulated() ? "simulated " : "")
                + head.kind().slug() + " of " + head.startedAt().truncatedTo(ChronoUnit.SECONDS) + ": "
                + RunComparison.result(run.verdict());
    }

    private static String change(RunDiff.Change change, Style style) {
        String before = change.before();
        String after = change.after();
        if (before == null || after == null) {
            boolean told = change.name().startsWith("roles ");
            return before == null ? (told ? "" : "new: ") + after : (told ? "" : "gone: ") + before;
        }
        return before + (style.ascii() ? " -> " : " → ") + after;
    }

    private String conclusion() {
        if (diff.changes().isEmpty()) {
            return "Nothing that a run records has changed.";
        }
        return diff.hasCause()
                ? "Whatever is listed besides the result and the calls can be the reason."
                : "Token, target, settings, network and program are the same: what made the difference is not on this"
                        + " machine, but in the tenant or at the service.";
    }

    public void json(Writer target) throws IOException {
        Documents.write(
                target,
                "RunDiff",
                json -> json.field("before", diff.before(), RunDiffReport::point)
                        .field("after", diff.after(), RunDiffReport::point)
                        .put("changes", diff.changes()));
    }

    private static void point(JsonWriter json, Run run) throws IOException {
        RunJson.named(json, run.head());
        json.put("verdict", run.verdict());
    }

    /** One line: the outcome of both, and how much differs. */
    public String line() {
        return diff.before().head().shortId() + " "
                + RunComparison.result(diff.before().verdict()) + " to "
                + diff.after().head().shortId() + " "
                + RunComparison.result(diff.after().verdict()) + ": "
                + Amounts.count(diff.changes().size(), "difference") + "\n";
    }
}
