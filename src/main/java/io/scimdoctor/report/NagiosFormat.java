package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line with performance data for a monitoring core (Monitoring Plugins Development Guidelines). */
public final class NagiosFormat {
    private NagiosFormat() {}

    static void write(CheckReport report, Page page) throws IOException {
        Duration time = Duration.between(report.startedAt(), report.finishedAt());
        StringBuilder data = new StringBuilder();
        data.append(seconds("time", time)).append(count("calls", report.calls()));
        data.append(count("failed", report.summary().getOrDefault(Status.FAIL, 0)));
        data.append(count("warned", report.summary().getOrDefault(Status.WARN, 0)));
        for (RecordedCall call : report.requests()) {
            Duration total = call.exchange().trace().phases().total();
            data.append(total == null ? "" : seconds(call.id(), total));
        }
        String stamp = report.settings().simulated() ? "SIMULATED, " : "";
        line(page.target(), PluginStatus.of(report), stamp + text(report), data.toString());
    }

    /** The line of a run that ended without a result. */
    public static void unknown(Writer target, String message) throws IOException {
        line(target, PluginStatus.UNKNOWN, message, "");
    }

    static void write(DiagnosisTally tally, Page page) throws IOException {
        Verdict verdict = tally.verdict();
        String data = count("exchanges", tally.exchanges())
                + count("failures", tally.failures())
                + count("unreadable", tally.unreadable());
        String sums =
                tally.failures() == 0 ? "" : ", " + tally.failures() + " of " + tally.exchanges() + " exchanges failed";
        line(page.target(), PluginStatus.of(tally), text(verdict, verdict.title()) + sums, data);
    }

    /** With the role or the rule of this case. */
    private static String text(CheckReport report) {
        Verdict verdict = report.verdict();
        return verdict.id() == null
                ? text(verdict, verdict.title())
                : text(verdict, CaseWords.headline(report.findings().get(0)).handedOn());
    }

    private static String text(Verdict verdict, String title) {
        String id = verdict.id() == null ? "" : " [" + verdict.id() + "]";
        Owner owner = verdict.owner();
        return title + id + (owner == null ? "" : ", who fixes it: " + owner.person());
    }

    /**
     * A pipe begins the performance data, and a line end the long text: neither may stand in the text. A semicolon would be
     * turned into a colon, because the core's own files use it between fields.
     */
    private static void line(Writer target, PluginStatus status, String text, String data) throws IOException {
        String plain = text.replace('|', '/').replace(';', ',').replaceAll("\\s+", " ");
        target.write("SCIM " + status + " - " + plain + (data.isEmpty() ? "" : " |" + data) + "\n");
        target.flush();
    }

    private static String seconds(String label, Duration time) {
        return item(label, Amounts.seconds(time).toPlainString() + "s;;;0");
    }

    private static String count(String label, long number) {
        return item(label, number + ";;;0");
    }

    private static String item(@Nullable String label, String value) {
        String name = String.valueOf(label).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return " '" + name + "'=" + value;
    }
}
