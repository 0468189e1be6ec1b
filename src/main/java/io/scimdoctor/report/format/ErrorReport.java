package io.scimdoctor.report.format;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Why a command gave no result of its own.
 *
 * @param message one sentence: what, where
 * @param hint what to do, or null
 */
public record ErrorReport(
        ExitCode exitCode, String message, @Nullable String hint) {
    /** Writes it as a document of kind {@code Error}. */
    public void writeJson(Writer target) throws IOException {
        Documents.write(
                target,
                "Error",
                json -> json.object("error")
                        .field("exitCode", exitCode.number())
                        .field("message", Redactor.typed(message))
                        .field("hint", hint)
                        .endObject());
    }
}
