package io.scimdoctor.triage;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.util.regex.Pattern;

/**
 * A corrected request as text. It is the user's own, so its values are given back as they are; only what is secret by its
 * name never is.
 */
final class CorrectedRequest {
    private static final Pattern SECRET_VALUES = Pattern.compile(
            "(\"[^\"]*(?i:password|secret|token|assertion|cookie|apikey)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern SECRET_OPERATION = Pattern.compile("(?i)\"path\"\\s*:\\s*\"[^\"]*password\"");
    private static final Pattern VALUE = Pattern.compile("(\"value\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+\"");

    private CorrectedRequest() {}

    static String text(SentRequest request) {
        StringBuilder text = new StringBuilder();
        text.append(request.method()).append(' ').append(request.url()).append('\n');
        for (Headers.Field field : request.headers().fields()) {
            boolean secret = Redaction.isSecretHeader(field.name());
            text.append(field.name())
                    .append(": ")
                    .append(secret ? secret(field) : field.value())
                    .append('\n');
        }
        String body = request.body();
        if (body != null) {
            text.append('\n').append(masked(body)).append('\n');
        }
        return text.toString();
    }

    private static String secret(Headers.Field field) {
        boolean bearer = field.value().regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? "Bearer " + Redactor.MASK : Redactor.MASK;
    }

    /** A body without the values that are secret by their name. */
    static String masked(String body) {
        String masked = SECRET_VALUES.matcher(body).replaceAll("$1[masked]\"");
        return SECRET_OPERATION.matcher(masked).find() ? VALUE.matcher(masked).replaceAll("$1[masked]\"") : masked;
    }
}
