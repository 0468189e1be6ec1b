package io.scimdoctor.report.permission;

import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.permission.Alternative;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The document of kind {@code PermissionReport}. */
public final class PermissionJson {
    private final JsonWriter json;

    private PermissionJson(JsonWriter json) {
        this.json = json;
    }

    public static void write(PermissionReport report, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "PermissionReport");
        json.field("asked", report.asked());
        PermissionJson body = new PermissionJson(json);
        body.token(report);
        json.array("operations");
        for (RoleReview.Item item : report.review().items()) {
            body.operation(item);
        }
        json.endArray();
        json.strings("leastPrivileged", report.asked() ? report.review().leastPrivileged() : Set.of());
        json.strings("missing", report.asked() ? report.review().missing() : Set.of());
        json.strings("notes", report.notes());
        List<Finding> findings = report.findings();
        Documents.findings(json, findings);
        Documents.verdict(json, report.verdict());
        Documents.close(json, target);
    }

    private void token(PermissionReport report) throws IOException {
        if (report.token() == null) {
            json.field("token", (String) null);
            return;
        }
        Instant issued = report.time("iat");
        json.object("token")
                .field("delegated", report.isDelegated())
                .field("issuedAt", issued)
                .field("expiresAt", report.time("exp"))
                .field("ageMs", issued == null ? null : Duration.between(issued, report.now()))
                .strings("roles", report.shownRoles())
                .endObject();
    }

    private void operation(RoleReview.Item item) throws IOException {
        Operation operation = item.need().operation();
        json.object()
                .field("id", operation.slug())
                .field("request", operation.request())
                .field("title", operation.title())
                .field("guarded", operation.isGuarded())
                .field(
                        "verdict",
                        item.standing() == null ? null : item.standing().slug())
                .strings("has", item.holds())
                .strings("missing", item.missing())
                .array("alternatives");
        for (Alternative alternative : item.need().alternatives()) {
            alternative(alternative);
        }
        json.endArray().endObject();
    }

    private void alternative(Alternative alternative) throws IOException {
        json.object()
                .strings("roles", alternative.roles())
                .field("standing", alternative.standing().slug())
                .field("limit", alternative.limit())
                .array("basis");
        for (Basis basis : alternative.bases()) {
            json.object();
            Documents.basis(json, basis);
            json.endObject();
        }
        json.endArray().endObject();
    }
}
