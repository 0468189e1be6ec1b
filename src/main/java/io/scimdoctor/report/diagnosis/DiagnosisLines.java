package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;

/** One compact JSON object a line, flushed line by line, and a summary at the end. */
public final class DiagnosisLines implements DiagnosisOutput {

    private final Writer target;
    private final boolean summary;
    private final int top;
    private int unreadable;

    /**
     * @param summary whether the single diagnoses are left out
     * @param top how many groups are written
     */
    public DiagnosisLines(Writer target, boolean summary, int top) {
        this.target = target;
        this.summary = summary;
        this.top = top;
    }

    @Override
    public long mostListed() {
        return summary ? 0 : ALL;
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        JsonWriter json = Documents.openLine(target, "diagnosis");
        DiagnosisJson.source(json, source);
        DiagnosisJson.exchange(json, exchange);
        Finding finding = diagnosis.finding();
        json.field("id", finding == null ? null : finding.id());
        json.field("error", finding == null ? "None" : finding.error());
        json.field("severity", finding == null ? null : finding.severity().slug());
        json.field("confidence", finding == null ? null : finding.confidence().slug());
        Documents.close(json, target);
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        unreadable++;
        if (summary && unreadable > DiagnosisTally.MOST_UNREAD) {
            return;
        }
        JsonWriter json = Documents.openLine(target, "unreadable");
        DiagnosisJson.unreadable(json, piece);
        Documents.close(json, target);
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        JsonWriter json = Documents.openLine(target, "summary");
        DiagnosisJson.totals(json, tally);
        GroupJson.write(json, tally, top);
        Documents.verdict(json, tally.verdict());
        Documents.close(json, target);
    }
}
