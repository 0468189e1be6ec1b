package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;

/** One line a diagnosis: severity, id, status, owner and title. */
public final class DiagnosisShort implements DiagnosisOutput {
    private final TextPage page;

    public DiagnosisShort(Appendable out) {
        page = new TextPage(out, Style.PLAIN);
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        Finding finding = diagnosis.finding();
        String status = exchange.status() == null ? "-" : exchange.status().toString();
        if (finding == null) {
            page.line("ok success " + status + " " + exchange.endpoint());
        } else {
            page.line(finding.severity().slug() + " " + finding.id() + " " + status + " "
                    + finding.owner().slug() + " "
                    + finding.confidence().slug() + ": " + finding.title());
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        page.line("unreadable " + Redactor.fileName(piece.source().file()) + ":"
                + piece.source().index() + ": " + Redactor.text(piece.reason()));
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        // Each line stands for itself.
    }
}
