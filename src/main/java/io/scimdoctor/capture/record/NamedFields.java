package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FieldMap;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Intake;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a record of an unknown form, of which the user says under which names it keeps what a diagnosis needs. */
public final class NamedFields {
    private NamedFields() {}

    /** Hands over the exchange that a record holds under these names; false when it holds none. */
    public static boolean read(JsonNode record, Intake intake) throws IOException {
        FieldMap names = intake.hints().fields();
        Draft draft = new Draft();
        draft.status =
                Texts.leadingStatus(String.valueOf(at(record, names, "status")).trim());
        draft.method = at(record, names, "method");
        draft.url = at(record, names, "url");
        draft.id = at(record, names, "id");
        draft.body = Objects.requireNonNullElse(at(record, names, "body"), "");
        draft.application = at(record, names, "app");
        draft.tenant = at(record, names, "tenant");
        RecordValues.add(draft.headers, "request-id", at(record, names, "request-id"));
        draft.at = RecordValues.time(String.valueOf(at(record, names, "time")));
        return (draft.hasOutcome() || !draft.body.isEmpty()) && intake.exchange(draft);
    }

    private static @Nullable String at(JsonNode record, FieldMap names, String part) {
        String path = names.paths().get(part);
        return path == null ? null : RecordValues.string(find(record, path));
    }

    /** A key may itself hold dots, so the longest key that fits goes first. */
    private static JsonNode find(JsonNode record, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            JsonNode value = record.path(path.substring(0, end));
            if (!value.isMissingNode()) {
                return end == path.length() ? value : find(value, path.substring(end + 1));
            }
        }
        return record.path(path);
    }
}
