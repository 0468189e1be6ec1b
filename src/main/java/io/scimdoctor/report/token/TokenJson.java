package io.scimdoctor.report.token;

import com.fasterxml.jackson.databind.node.MissingNode;
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

/** The document of kind {@code TokenReport}. */
public final class TokenJson {
    private static final TokenReading.Decoded UNREAD =
            new TokenReading.Decoded(MissingNode.getInstance(), new Claims(MissingNode.getInstance()));

    private TokenJson() {}

    public static void write(TokenReport report, Verdict verdict, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "TokenReport");
        json.object("source")
                .field("file", Redactor.fileName(report.origin().file()))
                .endObject();
        json.field("simulated", report.origin().simulated()).field("form", report.form());
        json.field("judgedAt", report.now());
        json.strings("notes", report.notes());
        TokenReading reading = report.reading();
        TokenReading.Decoded token = reading instanceof TokenReading.Decoded decoded ? decoded : UNREAD;
        json.put("header", TokenFields.header(token.header()))
                .put("claims", TokenFields.claims(token.claims(), report.now()));
        times(json, token.claims(), report.now());
        json.object("signature")
                .field("verified", false)
                .field("reason", TokenReport.SIGNATURE)
                .endObject();
        RequestJson.write(json, report.origin().requests(), RecordedCall::isBillable);
        json.list("findings", report.findings(), Documents::content);
        json.put("verdict", verdict);
        Documents.close(json, target);
    }

    private static void times(JsonWriter json, Claims claims, Instant now) throws IOException {
        Instant expires = claims.time("exp");
        json.object("times")
                .field("issuedAt", claims.time("iat"))
                .field("notBefore", claims.time("nbf"))
                .field("expiresAt", expires)
                .field("remainingMs", expires == null ? null : Duration.between(now, expires))
                .endObject();
    }
}
