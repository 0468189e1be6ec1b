package io.scimdoctor.run.report;

import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunComparison;
import io.scimdoctor.run.RunFileName;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The recorded runs, for a reader and as a document of kind {@code RunList}.
 *
 * @param entries those that are shown, the last recorded first
 * @param total how many there are in all
 */
public record RunListReport(Path folder, List<RunStore.Entry> entries, int total) {
    private static final int NARROWEST_HOST = 8;

    public RunListReport {
        entries = List.copyOf(entries);
    }

    public void text(Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        if (total == 0) {
            page.line("No run is recorded yet.");
            return;
        }
        int widest = "result".length();
        for (RunStore.Entry entry : entries) {
            widest = Math.max(widest, result(entry).length());
        }
        int host = Math.max(NARROWEST_HOST, style.width() - widest - 42);
        page.line(
                style.bold("run      recorded (UTC)   kind   calls  " + TextPage.pad("result", widest + 2) + "target"));
        for (RunStore.Entry entry : entries) {
            row(page, entry, widest, host);
        }
        if (total > entries.size()) {
            page.blank();
            page.line("The last " + entries.size() + " of " + total + "; --limit shows more.");
        }
    }

    private static void row(TextPage page, RunStore.Entry entry, int widest, int host) throws IOException {
        RunHead head = entry.head();
        Verdict verdict = entry.verdict();
        Run.RunTotals totals = entry.totals();
        if (head == null || verdict == null || totals == null) {
            page.wrapped(
                    TextPage.pad(shortId(entry), 9),
                    RunFileName.shown(entry.file()) + " cannot be read: " + entry.problem());
            return;
        }
        String calls = String.valueOf(totals.exchanges());
        String status = TextPage.pad(result(entry), widest + 2);
        page.line(TextPage.pad(shortId(entry), 9)
                + TextPage.pad(time(recorded(entry, head)), 17)
                + TextPage.pad(head.kind().slug(), 7)
                + " ".repeat(Math.max(0, 5 - calls.length())) + calls + "  "
                + page.style().status(verdict.status(), status)
                + cut(host(entry), host, page.style()));
    }

    private static String shortId(RunStore.Entry entry) {
        RunHead head = entry.head();
        return head == null ? RunHead.shortId(entry.id()) : head.shortId();
    }

    private static String result(RunStore.Entry entry) {
        Verdict verdict = entry.verdict();
        return verdict == null ? "" : RunComparison.result(verdict);
    }

    private static Instant recorded(RunStore.Entry entry, RunHead head) {
        Instant recorded = entry.recordedAt();
        return recorded == null ? head.startedAt() : recorded;
    }

    private static String time(Instant time) {
        String text = time.toString();
        return text.length() < 16 ? text : text.substring(0, 16).replace('T', ' ');
    }

    private static String host(RunStore.Entry entry) {
        RunHead head = entry.head();
        if (head != null && head.simulated()) {
            return "the simulator";
        }
        Run.RunTarget target = entry.target();
        String url = target == null ? null : target.baseUrl();
        String host = url == null ? null : ScimUrl.parse(url).host();
        return host == null ? "unknown" : host;
    }

    private static String cut(String text, int width, Style style) {
        return text.length() <= width ? text : text.substring(0, width - 1) + (style.ascii() ? "~" : "…");
    }

    /** One line a run: id, time, result. */
    public void lines(Writer out) throws IOException {
        for (RunStore.Entry entry : entries) {
            RunHead head = entry.head();
            out.write(entry.id() + " "
                    + (head == null ? "unreadable\n" : recorded(entry, head) + " " + result(entry) + "\n"));
        }
    }

    public void json(Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "RunList");
        json.field("folder", Redactor.fileName(folder.toString())).field("total", total);
        json.array("runs");
        for (RunStore.Entry entry : entries) {
            element(json, entry);
        }
        json.endArray();
        Documents.close(json, target);
    }

    /** The document of kind {@code RunRemoval}. */
    public static void removal(List<RunStore.Entry> removed, boolean dryRun, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "RunRemoval");
        json.field("dryRun", dryRun)
                .strings("removed", removed.stream().map(RunStore.Entry::id).toList());
        Documents.close(json, target);
    }

    private static void element(JsonWriter json, RunStore.Entry entry) throws IOException {
        RunHead head = entry.head();
        Run.RunTarget where = entry.target();
        Run.RunTotals totals = entry.totals();
        Verdict verdict = entry.verdict();
        json.object();
        if (head == null || where == null || totals == null || verdict == null) {
            json.field("file", RunFileName.shown(entry.file()))
                    .field("problem", entry.problem())
                    .endObject();
            return;
        }
        json.field("id", head.id())
                .field("recordedAt", entry.recordedAt())
                .field("startedAt", head.startedAt())
                .field("command", head.kind().slug())
                .field("complete", head.complete())
                .field("simulated", head.simulated());
        json.put("target", where);
        json.put("summary", totals);
        Documents.verdict(json, verdict);
        json.endObject();
    }
}
