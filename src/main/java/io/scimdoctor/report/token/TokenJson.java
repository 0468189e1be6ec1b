package io.scimdoctor.report.token;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.RequestJson;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of kind {@code TokenReport}. */
public final class TokenJson {
    private TokenJson() {}

    public static void write(TokenReport report, Verdict verdict, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "TokenReport");
        json.object("source")
                .field("file", Redactor.fileName(report.origin().file()))
                .endObject();
        json.field("simulated", report.simulated()).field("form", report.form());
        json.field("judgedAt", report.now());
        json.strings("notes", report.notes());
        TokenReading reading = report.reading();
        TokenReading.Decoded token = reading instanceof TokenReading.Decoded decoded ? decoded : null;
        json.put("header", token == null ? List.of() : TokenFields.header(token.header()))
                .put("claims", token == null ? List.of() : TokenFields.claims(token.claims(), report.now()));
        times(json, token == null ? null : token.claims(), report.now());
        json.object("signature")
                .field("verified", false)
                .field("reason", TokenReport.SIGNATURE)
                .endObject();
        RequestJson.write(json, report.origin().requests(), RecordedCall::isBillable);
        json.list("findings", report.findings(), Documents::content);
        Documents.verdict(json, verdict);
        Documents.close(json, target);
    }

    private static void times(JsonWriter json, @Nullable Claims claims, Instant now) throws IOException {
        Instant expires = time(claims, "exp");
        json.object("times")
                .field("issuedAt", time(claims, "iat"))
                .field("notBefore", time(claims, "nbf"))
                .field("expiresAt", expires)
                .field("remainingMs", expires == null ? null : Duration.between(now, expires))
                .endObject();
    }

    private static @Nullable Instant time(@Nullable Claims claims, String name) {
        return claims == null ? null : claims.time(name);
    }
}
