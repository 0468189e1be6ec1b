package io.scimdoctor.report.check;

import io.scimdoctor.check.Category;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.FindingScreen;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A run for a reader: the verdict first, healthy checks in one line each, sick ones opened. */
public final class CheckText {
    private static final int ID_WIDTH = 24;

    private final TextPage page;
    private final boolean verbose;
    private final Set<String> opened = new HashSet<>();

    public CheckText(Appendable out, Style style, boolean verbose) {
        page = new TextPage(out, style);
        this.verbose = verbose;
    }

    public void write(CheckReport report) throws IOException {
        if (!verbose) {
            screen(report);
            return;
        }
        verdict(report);
        for (Category category : Category.values()) {
            category(category, report);
        }
        page.blank();
        extras(report);
        bill(report);
        last(report);
    }

    /** The verdict with its finding, and one line for what passed. */
    private void screen(CheckReport report) throws IOException {
        List<String> end = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (!finding.id().equals(report.verdict().id())) {
                others.add(finding.id());
            }
        }
        if (!others.isEmpty()) {
            end.add("Also  " + String.join(", ", others));
        }
        end.add(tally(report));
        end.add(Bill.of(report));
        if (report.verdict().id() == null) {
            verdict(report);
            page.blank();
            for (String line : end) {
                page.wrapped("", line);
            }
            last(report);
            return;
        }
        end.add("Why   scimdoctor explain " + report.verdict().id());
        end.add("Next  scimdoctor ticket new, if it stays");
        end.add("Run " + report.runId() + ". Exit code "
                + report.verdict().exitCode().words() + ".");
        new FindingScreen(page, leading(report)).write(report.verdict().status(), about(report), end);
    }

    private static Finding leading(CheckReport report) {
        for (Finding finding : report.findings()) {
            if (finding.id().equals(report.verdict().id())) {
                return finding;
            }
        }
        throw new IllegalStateException("a verdict without its finding");
    }

    /** How many checks of each category ended how. */
    private String tally(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (Category category : Category.values()) {
            Map<Status, Integer> counts = new EnumMap<>(Status.class);
            for (CheckLine line : report.checks()) {
                if (line.info().category() == category) {
                    counts.merge(line.result().status(), 1, Integer::sum);
                }
            }
            text.append(text.length() == 0 || counts.isEmpty() ? "" : "  ");
            if (!counts.isEmpty()) {
                text.append(title(category));
                counts.forEach((status, count) ->
                        text.append(' ').append(page.style().symbol(status)).append(count));
            }
        }
        return text + "   (-v lists them)";
    }

    private static String title(Category category) {
        String name = category.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private void category(Category category, CheckReport report) throws IOException {
        page.blank();
        page.line(page.style().bold(title(category)));
        for (CheckLine line : report.checks()) {
            if (line.info().category() == category) {
                check(line, report);
            }
        }
    }

    private void verdict(CheckReport report) throws IOException {
        page.verdict(report.verdict());
        page.wrapped("         ", about(report));
    }

    private String about(CheckReport report) {
        String simulated = report.settings().simulated() ? "SIMULATED, " : "";
        return simulated
                + page.style().shown(Redactor.toldUrl(report.settings().target().baseUrl()))
                + (report.complete() ? "" : "; interrupted: this is what was known by then");
    }

    private void check(CheckLine line, CheckReport report) throws IOException {
        CheckResult result = line.result();
        String label = label(result.status(), line.info().id());
        if (result.findings().isEmpty()) {
            page.wrapped(
                    label,
                    result.detail().isEmpty()
                            ? line.info().title()
                            : page.style().shown(result.detail()));
            return;
        }
        for (Finding shown : result.findings()) {
            Finding finding = known(report, shown);
            if (opened.add(finding.id())) {
                page.wrapped(label, finding.title() + " [" + finding.id() + "]");
                page.finding("      ", finding);
            } else {
                page.wrapped(label, finding.id() + ", see above");
            }
        }
    }

    private String label(Status status, String id) {
        String mark = page.style().status(status, page.style().symbol(status));
        return "  " + mark + " " + TextPage.pad(id + " ", ID_WIDTH);
    }

    /** The report's own version of a finding, which may know more than the check that met it first. */
    private static Finding known(CheckReport report, Finding shown) {
        for (Finding finding : report.findings()) {
            if (finding.id().equals(shown.id())) {
                return finding;
            }
        }
        return shown;
    }

    /** Findings about the run as a whole, which belong to no single check. */
    private void extras(CheckReport report) throws IOException {
        for (Finding finding : report.findings()) {
            if (opened.add(finding.id())) {
                page.wrapped(
                        page.style().severity(finding.severity(), "  ! "), finding.title() + " [" + finding.id() + "]");
                page.finding("      ", finding);
                page.blank();
            }
        }
    }

    private void bill(CheckReport report) throws IOException {
        page.wrapped("", Bill.of(report));
        for (RecordedCall request : report.requests()) {
            call(request);
        }
    }

    private void call(RecordedCall request) throws IOException {
        Integer status = request.facts().status();
        int tries = request.attempts().size();
        page.wrapped(
                "  " + (status == null ? "---" : status) + " ",
                request.id() + ": " + request.facts().endpoint() + (tries > 1 ? ", tried " + tries + " times" : ""));
        page.line("      client-request-id " + request.clientRequestId());
    }

    private void last(CheckReport report) throws IOException {
        if (report.verdict().id() == null
                && report.complete()
                && !report.settings().scope().full()) {
            page.end(report.verdict().exitCode(), "check --full reads the schemas too");
        } else {
            page.end(report.verdict());
        }
    }
}
