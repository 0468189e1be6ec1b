package io.scimdoctor.report;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The parts that all JSON documents share (contract: schema version 1.0). */
public final class Documents {
    public static final String SCHEMA_VERSION = "1.0";

    private Documents() {}

    /** Opens a document of that kind. */
    public static JsonWriter open(Writer target, String kind, String toolVersion) throws IOException {
        JsonWriter json = JsonWriter.pretty(target);
        json.object().field("schemaVersion", SCHEMA_VERSION).field("kind", kind);
        json.object("tool")
                .field("name", "scimdoctor")
                .field("version", toolVersion)
                .field("catalogue", Catalog.DATE)
                .endObject();
        return json;
    }

    public static void close(JsonWriter json, Writer target) throws IOException {
        json.endObject();
        json.close();
        newline(target);
    }

    static void newline(Writer target) throws IOException {
        target.write('\n');
        target.flush();
    }

    /** Writes a finding as the next element of the open array. */
    static void element(JsonWriter json, Finding finding) throws IOException {
        json.object();
        content(json, finding);
        json.endObject();
    }

    /** Writes a list of findings under a key. */
    public static void findings(JsonWriter json, List<Finding> findings) throws IOException {
        json.array("findings");
        for (Finding finding : findings) {
            element(json, finding);
        }
        json.endArray();
    }

    /** Writes what a whole command says. */
    public static void verdict(JsonWriter json, Verdict verdict) throws IOException {
        Owner owner = verdict.owner();
        json.object("verdict")
                .field("status", lower(verdict.status()))
                .field("id", verdict.id())
                .field("title", verdict.title())
                .field("owner", owner == null ? null : owner.slug())
                .field("exitCode", verdict.exitCode().number())
                .endObject();
    }

    /** Writes the keys of a finding into the open object. */
    public static void content(JsonWriter json, Finding finding) throws IOException {
        json.field("id", finding.id())
                .field("error", finding.error())
                .field("httpStatus", finding.httpStatus())
                .field("severity", lower(finding.severity()))
                .field("confidence", finding.confidence().name().toLowerCase(Locale.ROOT))
                .field("owner", finding.owner().slug())
                .field("title", finding.title())
                .field("cause", finding.cause())
                .strings("steps", finding.steps());
        json.array("evidence");
        for (Evidence item : finding.evidence()) {
            json.object()
                    .field("name", item.name())
                    .field("value", item.value())
                    .endObject();
        }
        json.endArray().strings("links", finding.links());
        json.object("basis")
                .field("kind", finding.basis().kind().name().toLowerCase(Locale.ROOT))
                .field("source", finding.basis().source())
                .field("date", finding.basis().date())
                .endObject();
    }

    public static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    public static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
