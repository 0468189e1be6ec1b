package io.scimdoctor.triage;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.lint.rule.MaskedLine;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.util.StringJoiner;

/**
 * A corrected request as text. On the user's own screen it is given back as it is, but for secrets; what is handed on shows
 * no value.
 */
final class CorrectedRequest {
    private CorrectedRequest() {}

    static Told text(SentRequest request) {
        String start = request.method() + " ";
        Told text = line(String.valueOf(request.url())).between(start, "\n");
        Headers safe = new Redaction(Pseudonyms.NONE, secret -> {}).headers(request.headers());
        text = text.then(new Told(headers(request.headers()), headers(safe)));
        String body = request.body();
        return body == null ? text : text.then(body(body).between("\n", "\n"));
    }

    private static String headers(Headers headers) {
        StringBuilder text = new StringBuilder();
        for (Headers.Field field : headers.fields()) {
            boolean secret = Redaction.isSecretHeader(field.name());
            String line = field.name() + ": ";
            text.append(secret ? line + secret(field) : Redactor.seen(line + field.value()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String secret(Headers.Field field) {
        boolean bearer = field.value().regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? "Bearer " + Redactor.MASK : Redactor.MASK;
    }

    /** A URL, a query or a filter. */
    static Told line(String text) {
        return new Told(
                Redactor.seen(text), MaskedLine.of(text, Audience.HANDED_ON).text());
    }

    /** A body, whose layout stays where that is possible. */
    static Told body(String body) {
        if (!Json.readLeniently(body).node().isContainerNode()) {
            return new Told(Redactor.seen(body), Redactor.MASK);
        }
        StringJoiner handedOn = new StringJoiner("\n");
        body.lines()
                .forEach(line ->
                        handedOn.add(MaskedLine.of(line, Audience.HANDED_ON).text()));
        return new Told(Redactor.seen(body), handedOn.toString());
    }
}
