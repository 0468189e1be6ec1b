package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** The document of kind {@code DiagnosisReport}, written while the input is read. */
public final class DiagnosisJson implements DiagnosisOutput {
    private final Page page;
    private final JsonWriter json;

    public DiagnosisJson(Page page) throws IOException {
        this.page = page;
        json = Documents.open(page.target(), "DiagnosisReport");
        json.array("diagnoses");
    }

    @Override
    public long mostListed() {
        return page.summary() ? 0 : ALL;
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        json.object();
        source(json, source);
        exchange(json, exchange);
        json.field("finding", diagnosis.finding(), Documents::content)
                .strings("alternatives", diagnosis.alternatives())
                .endObject();
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        json.endArray();
        GroupJson.write(json, tally, page.top());
        json.list("unreadable", tally.unread(DiagnosisTally.MOST_UNREAD), DiagnosisJson::unreadable);
        totals(json, tally);
        Documents.verdict(json, tally.verdict());
        Documents.close(json, page.target());
    }

    /** Writes the keys of a piece that could not be read. */
    public static void unreadable(JsonWriter json, Unreadable piece) throws IOException {
        source(json, piece.source());
        json.field("reason", Redactor.text(piece.reason()));
    }

    public static void source(JsonWriter json, Source source) throws IOException {
        String id = source.id();
        json.object("source")
                .field("file", Redactor.seen(source.file()))
                .field("index", source.index())
                .field("id", id == null ? null : Redactor.seen(id))
                .endObject();
    }

    static void exchange(JsonWriter json, ExchangeFacts exchange) throws IOException {
        json.object("exchange")
                .field("method", exchange.method())
                .field("url", Documents.told(exchange.url()))
                .field("status", exchange.status())
                .field("startedAt", exchange.startedAt())
                .field("requestId", exchange.requestId())
                .field("clientRequestId", exchange.clientRequestId())
                .field("serverDate", exchange.serverDate())
                .endObject();
    }

    static void totals(JsonWriter json, DiagnosisTally tally) throws IOException {
        json.object("summary")
                .field("exchanges", tally.exchanges())
                .field("failures", tally.failures())
                .field("unreadable", tally.unreadable())
                .field("leftOut", tally.leftOut())
                .field("otherFindings", tally.beside())
                .field("firstSeen", tally.firstSeen())
                .field("lastSeen", tally.lastSeen());
        GroupJson.histogram(json, tally.histogram(), tally.histogram());
        json.endObject();
    }
}
