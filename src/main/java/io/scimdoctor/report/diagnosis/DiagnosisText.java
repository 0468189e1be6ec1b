package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Cut;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Diagnoses for a reader: one fills the screen, several take two lines each, very many are summed up. */
public final class DiagnosisText implements DiagnosisOutput {
    /** Beyond so many answers each for itself tells nobody anything. */
    private static final int MOST_LISTED = 100;

    private static final int MOST_UNREADABLE = 12;

    private final TextPage page;
    private final Page frame;
    private final List<Item> held = new ArrayList<>();
    private boolean summing;

    /** One answer and where it stands. */
    record Item(Source source, ExchangeFacts exchange, Diagnosis diagnosis) {}

    public DiagnosisText(Page page) {
        this.page = new TextPage(page.target(), page.style());
        frame = page;
        summing = page.summary();
    }

    @Override
    public long mostListed() {
        return frame.summary() ? 0 : MOST_LISTED;
    }

    @Override
    public void sumUp() {
        summing = true;
        held.clear();
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        if (held.size() == MOST_LISTED) {
            sumUp();
        }
        if (!summing) {
            held.add(new Item(source, exchange, diagnosis));
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        if (frame.quiet() && tally.verdict().status() == Status.PASS && tally.unreadable() == 0) {
            return;
        }
        Finding only = held.size() == 1 ? held.get(0).diagnosis().finding() : null;
        if (summing) {
            new BlockText(page)
                    .write(GroupBlocks.of(
                            tally, MOST_UNREADABLE, frame, page.style().audience(), frame.verbose()));
            boolean several = tally.groups().list().size() > 1;
            page.blank()
                    .end(
                            tally.verdict().exitCode(),
                            several
                                    ? "classify FILE --only ID"
                                    : "explain " + tally.verdict().id());
        } else if (only != null && !frame.verbose()) {
            unreadable(tally);
            alone(held.get(0), only, tally);
        } else if (frame.verbose() || held.size() < 2) {
            for (Item item : held) {
                open(item);
            }
            unreadable(tally);
            page.end(tally.verdict());
        } else {
            new BlockText(page).write("", AnswerBlocks.of(held, tally, page.style()));
            unreadable(tally);
            page.line("Exit code " + tally.verdict().exitCode().words() + ".");
        }
    }

    private void unreadable(DiagnosisTally tally) throws IOException {
        List<Unreadable> pieces = tally.unread(MOST_UNREADABLE);
        for (Unreadable piece : pieces) {
            page.wrapped(
                    page.style().status(Status.UNKNOWN, "Not read  "),
                    page.style().shown(Places.of(piece.source())) + ": "
                            + page.style().shown(Redactor.told(piece.reason())));
        }
        long more = tally.unreadable() - pieces.size();
        if (more > 0) {
            page.line("          and " + more + " more pieces");
        }
    }

    private void alone(Item item, Finding finding, DiagnosisTally tally) throws IOException {
        List<String> end = new ArrayList<>();
        if (!item.diagnosis().alternatives().isEmpty()) {
            end.add("Or    " + String.join(", ", item.diagnosis().alternatives()));
        }
        end.add("Why   scimdoctor explain " + finding.id());
        String file = item.source().file();
        end.add("Next  scimdoctor ticket new --from "
                + (file.equals("-") ? "FILE" : page.style().shown(Redactor.toldFile(file))));
        end.add("Exit code " + tally.verdict().exitCode().words() + ".");
        new FindingScreen(page, finding).write(tally.verdict().status(), "", end);
    }

    /** All that is known of one answer. */
    private void open(Item item) throws IOException {
        Finding finding = item.diagnosis().finding();
        Style style = page.style();
        String place = held.size() > 1 ? style.shown(Places.of(item.source())) : "";
        if (finding == null) {
            page.wrapped(
                    style.status(Status.PASS, "OK    "),
                    place + (place.isEmpty() ? "" : "  ") + call(item.exchange()) + " succeeded.");
            Cut cut = Cut.of(item.diagnosis().seen());
            if (cut != null) {
                page.wrapped("      Note    ", "the body " + cut.text() + ".");
            }
        } else {
            List<String> or = item.diagnosis().alternatives();
            Facts known = Facts.NONE
                    .and("Where", place.isEmpty() ? null : place)
                    .and(FindingBlocks.content(finding, style.audience()))
                    .and("Or", or.isEmpty() ? null : String.join(", ", or));
            new BlockText(page)
                    .write("", List.of(FindingBlocks.of(finding, style.shown(CaseWords.headline(finding)), known)));
        }
        page.blank();
    }

    private static String call(ExchangeFacts exchange) {
        String status = exchange.status() == null ? "no status" : "HTTP " + exchange.status();
        return exchange.endpoint().equals("unknown") ? status : status + " to " + exchange.endpoint();
    }
}
