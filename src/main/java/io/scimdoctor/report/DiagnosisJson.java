package io.scimdoctor.report;

import io.scimdoctor.capture.Source;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Groups;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of kind {@code DiagnosisReport}, written while the input is read. */
public final class DiagnosisJson implements DiagnosisOutput {
    private static final int MOST_UNREADABLE = 10_000;

    private final Writer target;
    private final JsonWriter json;
    private final List<Unreadable> unreadable = new ArrayList<>();

    public DiagnosisJson(Writer target, String toolVersion) throws IOException {
        this.target = target;
        json = Documents.open(target, "DiagnosisReport", toolVersion);
        json.array("diagnoses");
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        json.object();
        source(json, source);
        exchange(json, exchange);
        Finding finding = diagnosis.finding();
        if (finding == null) {
            json.field("finding", (String) null);
        } else {
            json.object("finding");
            Documents.content(json, finding);
            json.endObject();
        }
        json.strings("alternatives", diagnosis.alternatives()).endObject();
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        if (unreadable.size() < MOST_UNREADABLE) {
            unreadable.add(piece);
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        json.endArray();
        groups(json, tally);
        json.array("unreadable");
        for (Unreadable piece : unreadable) {
            json.object();
            source(json, piece.source());
            json.field("reason", Redactor.text(piece.reason())).endObject();
        }
        json.endArray();
        totals(json, tally);
        Documents.verdict(json, tally.verdict());
        Documents.close(json, target);
    }

    static void source(JsonWriter json, Source source) throws IOException {
        String id = source.id();
        json.object("source")
                .field("file", Redactor.fileName(source.file()))
                .field("index", source.index())
                .field("id", id == null ? null : Redactor.identifier(id))
                .endObject();
    }

    static void exchange(JsonWriter json, ExchangeFacts exchange) throws IOException {
        json.object("exchange")
                .field("method", exchange.method())
                .field("url", exchange.url())
                .field("status", exchange.status())
                .field("startedAt", time(exchange.startedAt()))
                .field("requestId", exchange.requestId())
                .field("clientRequestId", exchange.clientRequestId())
                .field("serverDate", exchange.serverDate())
                .endObject();
    }

    static void groups(JsonWriter json, DiagnosisTally tally) throws IOException {
        json.array("groups");
        for (Groups.Group group : tally.groups().list()) {
            json.object()
                    .field("id", group.first().id())
                    .field("count", group.count())
                    .field("firstSeen", time(group.firstSeen()))
                    .field("lastSeen", time(group.lastSeen()))
                    .strings("endpoints", group.endpoints())
                    .strings("sampleRequestIds", group.sampleRequestIds())
                    .endObject();
        }
        json.endArray();
    }

    static void totals(JsonWriter json, DiagnosisTally tally) throws IOException {
        json.object("summary")
                .field("exchanges", tally.exchanges())
                .field("failures", tally.failures())
                .field("unreadable", tally.unreadable())
                .endObject();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
