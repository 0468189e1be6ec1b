package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.io.Writer;

/** One compact JSON object a line, flushed line by line, and a summary at the end. */
public final class DiagnosisLines implements DiagnosisOutput {

    private final Page page;
    private final Writer target;
    private int unreadable;

    public DiagnosisLines(Page page) {
        this.page = page;
        target = page.target();
    }

    @Override
    public long mostListed() {
        return page.summary() ? 0 : ALL;
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
        if (page.summary() && unreadable > DiagnosisTally.MOST_UNREAD) {
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
        GroupJson.write(json, tally, page.top());
        Documents.verdict(json, tally.verdict());
        Documents.close(json, target);
    }
}
