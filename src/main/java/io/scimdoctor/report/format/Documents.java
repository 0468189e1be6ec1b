package io.scimdoctor.report.format;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that all JSON documents share (contract: schema version 1.0). */
public final class Documents {
    public static final String SCHEMA_VERSION = "1.0";

    private Documents() {}

    /** Opens a document of that kind. */
    public static JsonWriter open(Writer target, String kind) throws IOException {
        return open(target, kind, Version.text());
    }

    /** @param toolVersion of the program that found out what the document says, which need not be this one */
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

    /** Writes a whole document of that kind. */
    public static void write(Writer target, String kind, JsonWriter.Body body) throws IOException {
        JsonWriter json = open(target, kind);
        body.write(json);
        close(json, target);
    }

    /** Opens a document in one line, as a stream of them bears its type first. */
    public static JsonWriter openLine(JsonWriter line, String type) throws IOException {
        return line.object().field("schemaVersion", SCHEMA_VERSION).field("type", type);
    }

    /** Ends a document of either layout, and its line. */
    public static void close(JsonWriter json, Writer target) throws IOException {
        json.endObject();
        json.close();
        target.write('\n');
        target.flush();
    }

    /** Writes the keys of a finding into the open object. */
    public static void content(JsonWriter json, Finding finding) throws IOException {
        json.field("id", finding.id())
                .field("error", finding.error())
                .field("httpStatus", finding.httpStatus())
                .field("severity", finding.severity().slug())
                .field("confidence", finding.confidence().slug())
                .field("owner", finding.owner().slug())
                .field("title", finding.title())
                .field("cause", finding.cause())
                .strings("steps", finding.steps(Audience.HANDED_ON));
        json.put("commands", Fixes.of(finding, Audience.HANDED_ON))
                .put("evidence", finding.evidence())
                .strings("links", finding.links())
                .put("basis", finding.basis())
                .put("request", finding.request());
    }

    /** Writes a list of what was counted, each with its count. */
    public static JsonWriter counts(JsonWriter json, String name, List<Shares.Share> shares) throws IOException {
        return json.list(
                name, shares, (each, share) -> each.field("id", share.text()).field("count", share.count()));
    }

    /** Writes which run it was; the caller adds what else is known of it, and ends the object. */
    public static JsonWriter run(JsonWriter json, @Nullable String id, Instant from, Instant to, boolean complete)
            throws IOException {
        return json.object("run")
                .field("id", id)
                .field("startedAt", from)
                .field("finishedAt", to)
                .field("durationMs", Duration.between(from, to))
                .field("complete", complete);
    }

    /**
     * Writes which service was called.
     *
     * @param tenant the tenant that was meant, or null
     */
    public static void target(JsonWriter json, CheckSettings.Target target, @Nullable String tenant)
            throws IOException {
        json.object("target")
                .put("cloud", target.cloud())
                .field("baseUrl", Redactor.url(target.baseUrl()))
                .field("tenantId", tenant == null ? null : Redactor.tenant(tenant))
                .endObject();
    }

    /** Writes how many calls were or would be made, and what they probably cost. */
    public static void billing(JsonWriter json, long calls, long billable) throws IOException {
        json.object("billing")
                .field("calls", calls)
                .field("billable", billable)
                .decimal("estimatedUsd", CheckReport.price(billable))
                .endObject();
    }

    /** Writes under which policy the document was redacted, {@code standard} or {@code strict}. */
    public static void redaction(JsonWriter json, String policy) throws IOException {
        json.object("redaction").field("policy", policy).field("masked", true).endObject();
    }
}
