package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.FieldMap;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.settings.TokenFile;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a user says about captured answers, for where the capture does not say it by itself. */
public final class CaptureHints {
    private static final int MOST_STATUS = 599;

    private CaptureHints() {}

    public static Hints of(Invocation invocation) {
        return new Hints(status(invocation), invocation.text("--method"), invocation.text("--url"), fields(invocation));
    }

    /** What a diagnosis may use beside the answers: the time, the token that was used, the tenant that was meant. */
    public static DiagnosisContext context(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        return new DiagnosisContext(
                environment.now(),
                TokenFile.claims(invocation.text("--token-file"), environment),
                invocation.text("--tenant"));
    }

    private static @Nullable Integer status(Invocation invocation) {
        return invocation.text("--status") == null ? null : invocation.number("--status", 0, 100, MOST_STATUS);
    }

    /** @throws Stopped when a part has no name, or is none of an exchange */
    private static FieldMap fields(Invocation invocation) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String field : invocation.texts("--field")) {
            int equals = field.indexOf('=');
            String part = equals < 0 ? field : field.substring(0, equals).trim();
            if (!FieldMap.PARTS.contains(part) || equals == field.length() - 1 || equals < 0) {
                throw Stopped.usage(
                        "--field takes a part and a name such as status=http.code, not '" + Redactor.seen(field) + "'",
                        "the parts are " + String.join(", ", new TreeSet<>(FieldMap.PARTS)));
            }
            paths.put(part, field.substring(equals + 1).trim());
        }
        if (!paths.isEmpty() && !paths.containsKey("status")) {
            throw Stopped.usage("--field does not say where the status is", "add status=NAME");
        }
        return paths.isEmpty() ? FieldMap.NONE : new FieldMap(paths);
    }
}
