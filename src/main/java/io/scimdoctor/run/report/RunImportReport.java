package io.scimdoctor.run.report;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** What became of somebody else's capture, for a reader and as a document of kind {@code RunImportReport}. */
public final class RunImportReport {
    private static final int MOST_GROUPS = 12;

    private RunImportReport() {}

    public static void text(Run run, Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        Run.RunTotals totals = run.totals();
        page.wrapped("Stored    ", "run " + run.head().id());
        page.wrapped(
                "Kept      ",
                run.calls().size() + " of " + totals.exchanges() + " exchanges"
                        + (run.calls().size() < totals.exchanges() ? ", enough of each finding; all are counted" : "")
                        + unread(totals.unreadable()));
        List<Run.RunGroup> groups = run.groups();
        for (Run.RunGroup group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            page.wrapped("          ", times(group.count()) + group.id());
        }
        if (groups.size() > MOST_GROUPS) {
            int more = groups.size() - MOST_GROUPS;
            page.line("          and " + Amounts.count(more, "more kind"));
        }
        if (run.masked().isEmpty()) {
            page.line("Masked    nothing: no secret and no personal value was found");
        }
        String label = "Masked    ";
        for (Map.Entry<String, Integer> place : run.masked().entrySet()) {
            page.wrapped(label, times(place.getValue()) + place.getKey());
            label = "          ";
        }
        page.wrapped(
                "",
                "The file itself was not copied. Next: scimdoctor runs show "
                        + run.head().shortId());
    }

    private static String unread(long count) {
        return count == 0
                ? ""
                : count == 1 ? "; one piece was not understood" : "; " + count + " pieces were not understood";
    }

    private static String times(long count) {
        return count == 1 ? "once " : count + " times ";
    }

    public static void json(Run run, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "RunImportReport");
        json.field("id", run.head().id());
        json.put("summary", run.totals());
        json.field("kept", run.calls().size());
        RunJson.masked(json, run.masked());
        json.put("groups", run.groups());
        Documents.verdict(json, run.verdict());
        Documents.close(json, target);
    }
}
