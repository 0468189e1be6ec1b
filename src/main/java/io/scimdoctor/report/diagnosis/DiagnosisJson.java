package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of kind {@code DiagnosisReport}, written while the input is read; or one compact object a line, flushed line by
 * line, and a summary at the end.
 */
public final class DiagnosisJson implements DiagnosisOutput {
    private static final int MOST_WINDOWS = 1_000;

    private final Page page;

    /** The document, or null where each line is one. */
    private final @Nullable JsonWriter document;

    private int unreadable;

    public DiagnosisJson(Page page, boolean lines) throws IOException {
        this.page = page;
        document =
                lines ? null : Documents.open(page.target(), "DiagnosisReport").array("diagnoses");
    }

    @Override
    public long mostListed() {
        return page.summary() ? 0 : ALL;
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        Finding finding = diagnosis.finding();
        if (document != null) {
            placed(document.object(), source, exchange);
            document.field("finding", finding, Documents::content)
                    .strings("alternatives", diagnosis.alternatives())
                    .endObject();
            return;
        }
        JsonWriter json = Documents.openLine(JsonWriter.compact(page.target()), "diagnosis");
        placed(json, source, exchange);
        json.field("id", finding == null ? null : finding.id());
        json.field("error", finding == null ? "None" : finding.error());
        json.field("severity", finding == null ? null : finding.severity().slug());
        json.field("confidence", finding == null ? null : finding.confidence().slug());
        Documents.close(json, page.target());
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        unreadable++;
        if (document == null && (!page.summary() || unreadable <= DiagnosisTally.MOST_UNREAD)) {
            JsonWriter json = Documents.openLine(JsonWriter.compact(page.target()), "unreadable");
            unreadable(json, piece);
            Documents.close(json, page.target());
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        JsonWriter json = document;
        if (json == null) {
            json = Documents.openLine(JsonWriter.compact(page.target()), "summary");
            totals(json, tally);
            groups(json, tally);
        } else {
            json.endArray();
            groups(json, tally);
            json.list("unreadable", tally.unread(DiagnosisTally.MOST_UNREAD), DiagnosisJson::unreadable);
            totals(json, tally);
        }
        json.put("verdict", tally.verdict());
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

    private static void placed(JsonWriter json, Source source, ExchangeFacts exchange) throws IOException {
        source(json, source);
        json.object("exchange")
                .field("method", exchange.method())
                .put("url", exchange.url())
                .field("status", exchange.status())
                .field("startedAt", exchange.startedAt())
                .field("requestId", exchange.requestId())
                .field("clientRequestId", exchange.clientRequestId())
                .field("serverDate", exchange.serverDate())
                .endObject();
    }

    private static void totals(JsonWriter json, DiagnosisTally tally) throws IOException {
        json.object("summary")
                .field("exchanges", tally.exchanges())
                .field("failures", tally.failures())
                .field("unreadable", tally.unreadable())
                .field("leftOut", tally.leftOut())
                .field("otherFindings", tally.beside())
                .field("firstSeen", tally.firstSeen())
                .field("lastSeen", tally.lastSeen());
        histogram(json, tally.histogram(), tally.histogram());
        json.endObject();
    }

    private void groups(JsonWriter json, DiagnosisTally tally) throws IOException {
        List<Group> groups = tally.groups().list();
        json.list("groups", groups.subList(0, Math.min(page.top(), groups.size())), (each, group) -> {
            each.field("id", group.first().id())
                    .field("count", group.count())
                    .field("firstSeen", group.firstSeen())
                    .field("lastSeen", group.lastSeen())
                    .strings("endpoints", group.endpoints().texts())
                    .strings("sampleRequestIds", group.sampleRequestIds())
                    .decimal("share", Amounts.fraction((double) group.count() / tally.exchanges()));
            shares(each, "endpointCounts", group.endpoints().list(), group.endpoints());
            shares(each, "applications", group.applications().masked(), group.applications());
            shares(each, "tenants", group.tenants().masked(), group.tenants());
            List<Windows.Window> windows = group.windows().list();
            each.object("windows")
                    .field("gapMs", group.windows().gap())
                    .put("items", windows.subList(0, Math.min(MOST_WINDOWS, windows.size())))
                    .field("omitted", Math.max(0, windows.size() - MOST_WINDOWS))
                    .endObject();
            histogram(each, group.histogram(), tally.histogram());
        });
    }

    private static void shares(JsonWriter json, String key, List<Shares.Share> list, Shares shares) throws IOException {
        json.object(key);
        Documents.counts(json, "items", list).field("other", shares.other()).endObject();
    }

    /** The counts over time, in the steps of all calls. */
    private static void histogram(JsonWriter json, Histogram histogram, Histogram axis) throws IOException {
        json.object("histogram")
                .field("from", axis.isEmpty() ? null : axis.from())
                .field("stepMs", axis.step())
                .numbers("counts", Arrays.stream(histogram.along(axis)))
                .endObject();
    }
}
