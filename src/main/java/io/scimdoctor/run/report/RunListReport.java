package io.scimdoctor.run.report;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunComparison;
import io.scimdoctor.run.RunFileName;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The recorded runs, for a reader and as a document of kind {@code RunList}.
 *
 * @param entries those that are shown, the last recorded first
 * @param total how many there are in all
 */
public record RunListReport(Path folder, List<RunStore.Entry> entries, int total) implements BlockReport {
    private static final String UNREADABLE = "it is damaged or no recorded run";

    @Override
    public BlockPage page(Style style, boolean whole) {
        List<List<String>> rows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (RunStore.Entry entry : entries) {
            Run run = entry.run();
            if (run == null) {
                unreadable.add(RunHead.shortId(entry.id()) + "  " + RunFileName.shown(entry.file())
                        + " cannot be read: " + UNREADABLE);
            } else {
                rows.add(List.of(
                        run.head().shortId(),
                        recorded(entry, run).toString().substring(0, 16).replace('T', ' '),
                        run.head().kind().slug(),
                        String.valueOf(run.totals().exchanges()),
                        RunComparison.result(run.verdict()),
                        host(run)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            List<String> columns = List.of("run", "recorded (UTC)", "kind", "calls", "result", "target");
            blocks.add(new Block.Table("Runs", columns, rows));
        }
        blocks.add(new Block.Bullets(unreadable));
        if (total == 0 || total > entries.size()) {
            blocks.add(new Block.Paragraph(
                    total == 0
                            ? "No run is recorded yet."
                            : "The last " + entries.size() + " of " + total + "; --limit shows more."));
        }
        return BlockPage.of("", false, blocks);
    }

    private static Instant recorded(RunStore.Entry entry, Run run) {
        Instant recorded = entry.recordedAt();
        return recorded == null ? run.head().startedAt() : recorded;
    }

    private static String host(Run run) {
        if (run.head().simulated()) {
            return "the simulator";
        }
        String url = run.target().baseUrl();
        String host = url == null ? null : ScimUrl.parse(url).host();
        return host == null ? "unknown" : host;
    }

    /** One line a run: id, time, result. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (RunStore.Entry entry : entries) {
            Run run = entry.run();
            String state =
                    run == null ? "unreadable" : recorded(entry, run) + " " + RunComparison.result(run.verdict());
            lines.append(entry.id() + " " + state + "\n");
        }
        return lines.toString();
    }

    public void json(Writer target) throws IOException {
        Documents.write(
                target,
                "RunList",
                json -> json.field("folder", Redactor.fileName(folder.toString()))
                        .field("total", total)
                        .list("runs", entries, RunListReport::content));
    }

    /** The document of kind {@code RunRemoval}. */
    public static void removal(List<RunStore.Entry> removed, boolean dryRun, Writer target) throws IOException {
        List<String> ids = removed.stream().map(RunStore.Entry::id).toList();
        Documents.write(
                target, "RunRemoval", json -> json.field("dryRun", dryRun).strings("removed", ids));
    }

    private static void content(JsonWriter json, RunStore.Entry entry) throws IOException {
        Run run = entry.run();
        if (run == null) {
            json.field("file", RunFileName.shown(entry.file())).field("problem", UNREADABLE);
            return;
        }
        RunJson.named(json, run.head());
        json.field("recordedAt", entry.recordedAt());
        json.put("target", run.target()).put("summary", run.totals());
        json.put("verdict", run.verdict());
    }
}
