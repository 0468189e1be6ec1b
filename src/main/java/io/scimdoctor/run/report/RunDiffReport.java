package io.scimdoctor.run.report;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunComparison;
import io.scimdoctor.run.RunDiff;
import io.scimdoctor.run.RunHead;
import java.io.IOException;
import java.io.Writer;

/** A comparison of two runs, for a reader and as a document of kind {@code RunDiff}. */
public final class RunDiffReport {
    private RunDiffReport() {}

    public static void text(RunDiff diff, Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        point(page, "Before   ", diff.before());
        point(page, "After    ", diff.after());
        page.blank();
        RunDiff.Area area = null;
        for (RunDiff.Change change : diff.changes()) {
            if (change.area() != area) {
                area = change.area();
                page.line(style.bold(title(area)));
            }
            change(page, change);
        }
        if (!diff.changes().isEmpty()) {
            page.blank();
        }
        page.wrapped("", conclusion(diff));
    }

    private static void point(TextPage page, String label, Run run) throws IOException {
        RunHead head = run.head();
        page.wrapped(
                label,
                head.shortId() + ", " + (head.simulated() ? "simulated " : "")
                        + head.kind().slug() + " of " + head.startedAt() + ": " + RunComparison.result(run.verdict()));
    }

    private static void change(TextPage page, RunDiff.Change change) throws IOException {
        String before = change.before();
        String after = change.after();
        String label = "  " + change.name() + "  ";
        if (before == null || after == null) {
            boolean told = change.name().startsWith("roles ");
            page.wrapped(
                    label, "    ", before == null ? (told ? "" : "new: ") + after : (told ? "" : "gone: ") + before);
        } else if (TextPage.visible(label) + before.length() + 4 + after.length()
                <= page.style().width()) {
            page.line(label + before + (page.style().ascii() ? " -> " : " → ") + after);
        } else {
            page.line("  " + change.name());
            page.wrapped("    before  ", before);
            page.wrapped("    after   ", after);
        }
    }

    private static String title(RunDiff.Area area) {
        return switch (area) {
            case RESULT -> "Result";
            case CALLS -> "Calls";
            case TOKEN -> "Token";
            case TARGET -> "Target";
            case SETTINGS -> "Settings";
            case NETWORK -> "Network";
            case PROGRAM -> "Program";
            case SPEED -> "Speed";
        };
    }

    private static String conclusion(RunDiff diff) {
        if (diff.changes().isEmpty()) {
            return "Nothing that a run records has changed.";
        }
        return diff.hasCause()
                ? "Whatever is listed besides the result and the calls can be the reason."
                : "Token, target, settings, network and program are the same: what made the difference is not on this"
                        + " machine, but in the tenant or at the service.";
    }

    public static void json(RunDiff diff, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "RunDiff");
        point(json, "before", diff.before());
        point(json, "after", diff.after());
        json.array("changes");
        for (RunDiff.Change change : diff.changes()) {
            json.object()
                    .field("area", change.area().slug())
                    .field("name", change.name())
                    .field("before", change.before())
                    .field("after", change.after())
                    .endObject();
        }
        json.endArray();
        Documents.close(json, target);
    }

    private static void point(JsonWriter json, String name, Run run) throws IOException {
        RunHead head = run.head();
        json.object(name)
                .field("id", head.id())
                .field("command", head.kind().slug())
                .field("startedAt", head.startedAt())
                .field("simulated", head.simulated());
        Documents.verdict(json, run.verdict());
        json.endObject();
    }

    /** One line: the outcome of both, and how much differs. */
    public static String shortLine(RunDiff diff) {
        return diff.before().head().shortId() + " "
                + RunComparison.result(diff.before().verdict()) + " to "
                + diff.after().head().shortId() + " "
                + RunComparison.result(diff.after().verdict()) + ": "
                + Amounts.count(diff.changes().size(), "difference") + "\n";
    }
}
