package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Cut;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Diagnoses for a reader: a few are opened one by one, many are a list with a summary by finding. */
public final class DiagnosisText implements DiagnosisOutput {
    private static final int MOST_OPENED = 3;
    /** Beyond so many answers each for itself tells nobody anything. */
    private static final int MOST_LISTED = 100;

    private static final int MOST_GROUPS = 12;
    private static final int WIDEST_PLACE = 34;

    private final TextPage page;
    private final boolean opensGroups;
    private final int top;
    private final List<Item> held = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private boolean summing;

    private record Item(Source source, ExchangeFacts exchange, Diagnosis diagnosis) {}

    /**
     * @param verbose whether each finding's steps follow the list
     * @param summary whether even few answers are only summed up
     * @param top how many groups are written
     */
    public DiagnosisText(Appendable out, Style style, boolean verbose, boolean summary, int top) {
        page = new TextPage(out, style);
        opensGroups = verbose;
        this.top = top;
        summing = summary;
    }

    @Override
    public boolean wantsEach() {
        return !summing;
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        if (held.size() == MOST_LISTED) {
            summing = true;
            held.clear();
        } else {
            held.add(new Item(source, exchange, diagnosis));
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        if (unreadable.size() < MOST_GROUPS) {
            unreadable.add(piece);
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        if (summing) {
            new GroupText(page, tally, opensGroups).write(top);
        } else if (held.size() > MOST_OPENED) {
            list(tally);
        } else {
            for (Item item : held) {
                open(item);
            }
        }
        for (Unreadable piece : unreadable) {
            page.wrapped(
                    page.style().status(Status.UNKNOWN, "Not read  "),
                    place(piece.source()) + ": " + Redactor.text(piece.reason()));
        }
        long more = tally.unreadable() - unreadable.size();
        if (more > 0) {
            page.line("          and " + more + " more pieces");
        }
        page.end(tally.verdict());
    }

    private void open(Item item) throws IOException {
        Finding finding = item.diagnosis().finding();
        ExchangeFacts exchange = item.exchange();
        Style style = page.style();
        if (finding == null) {
            page.wrapped(style.status(Status.PASS, "OK    "), call(exchange) + " succeeded.");
            Cut cut = Cut.of(item.diagnosis().seen());
            if (cut != null) {
                page.wrapped("      Note    ", "the body " + cut.text() + ".");
            }
            page.blank();
            return;
        }
        page.wrapped(
                style.severity(finding.severity(), severity(finding)),
                style.bold(finding.title() + ".") + " [" + finding.id() + "]");
        page.wrapped("      ", sureness(finding) + ", " + finding.error() + ", " + call(exchange));
        page.finding("      ", finding);
        if (!item.diagnosis().alternatives().isEmpty()) {
            page.wrapped("      Or      ", String.join(", ", item.diagnosis().alternatives()));
        }
        page.blank();
    }

    private static String severity(Finding finding) {
        return switch (finding.severity()) {
            case FAIL -> "FAIL  ";
            case WARN -> "WARN  ";
            case INFO -> "INFO  ";
        };
    }

    private static String sureness(Finding finding) {
        return switch (finding.confidence()) {
            case CERTAIN -> "Certain";
            case LIKELY -> "Likely, not certain";
            case POSSIBLE -> "Possible, not more";
        };
    }

    private static String call(ExchangeFacts exchange) {
        String status = exchange.status() == null ? "no status" : "HTTP " + exchange.status();
        return exchange.endpoint().equals("unknown") ? status : status + " to " + exchange.endpoint();
    }

    private void row(Item item, Finding finding, int width) throws IOException {
        Integer status = item.exchange().status();
        String mark = page.style().severity(finding.severity(), page.style().symbol(Status.FAIL));
        String doubt = finding.confidence() == Confidence.CERTAIN
                ? ""
                : " (" + finding.confidence().slug() + ")";
        String endpoint = item.exchange().endpoint();
        Instant at = item.exchange().at();
        String first =
                mark + " " + TextPage.pad(place(item.source()), width) + " " + (status == null ? "---" : status) + " ";
        String rest = " ".repeat(width + 7);
        page.wrapped(
                first,
                rest,
                finding.id()
                        + doubt
                        + (endpoint.equals("unknown") ? "" : ", " + endpoint)
                        + (at == null ? "" : ", " + at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Where a piece of the input stands. */
    static String place(Source source) {
        String id = source.id();
        return id == null ? Redactor.fileName(source.file()) + ":" + source.index() : Redactor.identifier(id);
    }

    /** Each failing call on its own, and how many others succeeded. */
    private void failures() throws IOException {
        int width = 0;
        for (Item item : held) {
            boolean failed = item.diagnosis().finding() != null;
            width = failed ? Math.max(width, place(item.source()).length()) : width;
        }
        int succeeded = 0;
        for (Item item : held) {
            Finding finding = item.diagnosis().finding();
            if (finding == null) {
                succeeded++;
            } else {
                row(item, finding, Math.min(width, WIDEST_PLACE));
            }
        }
        if (succeeded > 0) {
            String mark = page.style().status(Status.PASS, page.style().symbol(Status.PASS));
            page.line(mark + " " + Amounts.many(succeeded, "call") + " succeeded");
        }
    }

    private void list(DiagnosisTally tally) throws IOException {
        failures();
        page.blank();
        page.line(page.style()
                .bold(tally.exchanges() + " exchanges, " + tally.failures() + " failures, "
                        + tally.groups().list().size() + " kinds"));
        int shown = 0;
        for (Group group : tally.groups().list()) {
            if (shown++ == Math.min(top, MOST_GROUPS)) {
                page.line("  and more; -o json lists all of them");
                break;
            }
            Finding finding = group.first();
            page.wrapped(
                    TextPage.pad(Long.toString(group.count()), 6), "      ", finding.id() + ": " + finding.title());
            if (opensGroups) {
                page.finding("      ", finding);
            } else {
                page.act("      ", finding);
            }
        }
        page.blank();
    }
}
