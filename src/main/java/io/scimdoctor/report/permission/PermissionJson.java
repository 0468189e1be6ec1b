package io.scimdoctor.report.permission;

import io.scimdoctor.diagnosis.PermissionReport;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The document of kind {@code PermissionReport}. */
public final class PermissionJson {
    private PermissionJson() {}

    public static void write(PermissionReport report, Writer target) throws IOException {
        Documents.write(target, "PermissionReport", json -> content(json, report));
    }

    /** Writes the keys of the report into the open object. */
    public static void content(JsonWriter json, PermissionReport report) throws IOException {
        json.field("asked", report.asked())
                .field("token", report.token() == null ? null : report, PermissionJson::token)
                .list("operations", report.review().items(), PermissionJson::operation)
                .strings("leastPrivileged", report.asked() ? report.review().leastPrivileged() : Set.of())
                .strings("missing", report.asked() ? report.review().missing() : Set.of())
                .strings("notes", report.notes())
                .field("skipped", report.skipped());
        json.list("findings", report.findings(), Documents::content);
        json.put("verdict", report.verdict());
    }

    private static void token(JsonWriter json, PermissionReport report) throws IOException {
        Instant issued = report.time("iat");
        json.field("delegated", report.isDelegated())
                .field("issuedAt", issued)
                .field("expiresAt", report.time("exp"))
                .field("ageMs", issued == null ? null : Duration.between(issued, report.now()))
                .strings("roles", report.shownRoles());
    }

    private static void operation(JsonWriter json, RoleReview.Item item) throws IOException {
        Operation operation = item.need().operation();
        json.field("id", operation.slug())
                .field("request", operation.request())
                .field("title", operation.title())
                .field("guarded", operation.isGuarded())
                .put("verdict", item.standing())
                .strings("has", item.holds())
                .strings("missing", item.missing())
                .put("alternatives", item.need().alternatives());
    }
}
