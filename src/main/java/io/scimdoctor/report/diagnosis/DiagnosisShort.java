package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import java.io.IOException;

/** One line a diagnosis: severity, id, status, owner and title. */
public record DiagnosisShort(Page page) implements DiagnosisOutput {
    @Override
    public long mostListed() {
        return ALL;
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        Style style = page.style();
        Finding finding = diagnosis.finding();
        String status = exchange.status() == null ? "-" : exchange.status().toString();
        if (finding != null) {
            line(finding.severity().slug() + " " + finding.id() + " " + status + " "
                    + finding.owner().slug() + " "
                    + finding.confidence().slug() + ": " + style.shown(CaseWords.headline(finding)) + "; "
                    + style.shown(CaseWords.call(finding)).replace("  ", " ") + "; " + style.shown(Places.of(source))
                    + (exchange.requestId() == null ? "" : "; request-id " + exchange.requestId()));
        } else if (!page.quiet()) {
            line("ok success " + status + " " + exchange.endpoint() + " " + style.shown(Places.of(source)));
        }
    }

    private void line(String text) throws IOException {
        page.target().write(text.replace('\n', ' ') + "\n");
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        Style style = page.style();
        line("unreadable " + style.shown(Places.numbered(piece.source())) + ": "
                + style.shown(Redactor.told(piece.reason())));
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        // Each line stands for itself.
    }
}
