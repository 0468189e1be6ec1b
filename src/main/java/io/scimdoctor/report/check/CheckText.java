package io.scimdoctor.report.check;

import io.scimdoctor.check.Category;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run for a reader: what failed on one screen, or with -v all of it. */
public record CheckText(Appendable out, Style style, boolean verbose) {
    public void write(CheckReport report) throws IOException {
        TextPage page = new TextPage(out, style);
        List<String> end = end(report);
        String id = report.verdict().id();
        ExitCode code = report.verdict().exitCode();
        if (verbose || id == null) {
            boolean more = id == null
                    && report.complete()
                    && !report.settings().scope().full();
            List<Block> blocks = new ArrayList<>(List.of(Block.Facts.NONE.and("       ", about(report, style))));
            end.forEach(line -> blocks.add(new Block.Paragraph(line)));
            BlockPage whole = verbose
                    ? CheckBlocks.of(report, style.audience())
                    : BlockPage.of(report.verdict(), report.settings().simulated(), blocks);
            new BlockText(page).write(whole);
            if (verbose) {
                page.blank();
            }
            if (more) {
                page.end(code, "check --full reads the schemas too");
            } else {
                page.end(report.verdict());
            }
            return;
        }
        int last = end.size() - 1;
        end.set(last, end.get(last) + " Exit code " + code.number() + ".");
        end.add("Why   scimdoctor explain " + id);
        end.add("Next  scimdoctor check after the fix; scimdoctor ticket new if it persists");
        new FindingScreen(page, report.findings().get(0)).write(report.verdict().status(), about(report, style), end);
    }

    /** What else was found, one line for what passed, and what it cost. */
    private List<String> end(CheckReport report) {
        List<String> end =
                FindingScreen.others(report.findings(), report.verdict().id(), style);
        end.add(tally(report));
        String run = report.runId();
        end.add("Run " + run.substring(0, Math.min(8, run.length())) + ". " + Bill.of(report));
        return end;
    }

    /** How many checks of each category ended how. */
    private String tally(CheckReport report) {
        Map<Category, Map<Status, Integer>> counts = new EnumMap<>(Category.class);
        for (CheckLine line : report.checks()) {
            counts.computeIfAbsent(line.info().category(), category -> new EnumMap<>(Status.class))
                    .merge(line.result().status(), 1, Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((category, ended) -> {
            StringBuilder part = new StringBuilder(
                    category == Category.CONFIGURATION
                            ? "Config"
                            : category.name().charAt(0)
                                    + category.name().substring(1).toLowerCase(Locale.ROOT));
            ended.forEach((status, count) ->
                    part.append(' ').append(style.symbol(status)).append(count));
            parts.add(part.toString());
        });
        return String.join("  ", parts) + "  (all: -v)";
    }

    /** What was called. */
    public static String about(CheckReport report, Style style) {
        return (report.settings().simulated() ? "SIMULATED, " : "")
                + style.shown(Redactor.toldUrl(report.settings().target().baseUrl()))
                + (report.complete() ? "" : "; interrupted: this is what was known by then");
    }
}
