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
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        verdict(report);
        for (Category category : Category.values()) {
            category(category, report);
        }
        page.blank();
        extras(report);
        bill(report);
        last(report);
    }

    private void category(Category category, CheckReport report) throws IOException {
        String name = category.name();
        page.blank();
        page.line(page.style().bold(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)));
        List<CheckLine> skipped = new ArrayList<>();
        for (CheckLine line : report.checks()) {
            if (line.info().category() != category) {
                continue;
            }
            if (!skipped.isEmpty() && !sameSkip(skipped.get(0), line)) {
                skipped(skipped);
                skipped.clear();
            }
            if (line.result().status() == Status.SKIP) {
                skipped.add(line);
            } else {
                check(line, report);
            }
        }
        if (!skipped.isEmpty()) {
            skipped(skipped);
        }
    }

    private static boolean sameSkip(CheckLine first, CheckLine other) {
        return first.result().detail().equals(other.result().detail());
    }

    private void verdict(CheckReport report) throws IOException {
        page.verdict(report.verdict());
        String simulated = report.settings().simulated() ? "SIMULATED, " : "";
        page.wrapped(
                "         ", simulated + Redactor.url(report.settings().target().baseUrl()));
        if (!report.complete()) {
            page.wrapped("         ", "Interrupted: this is what was known by then.");
        }
    }

    private void check(CheckLine line, CheckReport report) throws IOException {
        CheckResult result = line.result();
        String label = label(result.status(), line.info().id());
        if (result.findings().isEmpty()) {
            page.wrapped(label, result.detail().isEmpty() ? line.info().title() : result.detail());
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

    /** Checks that were skipped one after the other for the same reason, in one line. */
    private void skipped(List<CheckLine> lines) throws IOException {
        CheckLine first = lines.get(0);
        if (lines.size() == 1 || verbose) {
            for (CheckLine line : lines) {
                page.wrapped(label(Status.SKIP, line.info().id()), line.result().detail());
            }
        } else {
            page.wrapped(
                    label(Status.SKIP, lines.size() + " checks"), first.result().detail());
        }
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
        if (verbose) {
            for (RecordedCall request : report.requests()) {
                call(request);
            }
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
        if (report.verdict().id() == null && !report.settings().scope().full()) {
            page.end(report.verdict().exitCode(), "check --full reads the schemas too");
        } else {
            page.end(report.verdict());
        }
    }
}
