package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.capture.text.Texts;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where a log of an unknown form keeps what a diagnosis needs: a dotted path for each part of an exchange. */
public record FieldMap(Map<String, String> paths) {
    /** The parts of an exchange that can be named. */
    public static final Set<String> PARTS =
            Set.of("status", "method", "url", "time", "body", "id", "request-id", "app", "tenant");

    public static final FieldMap NONE = new FieldMap(Map.of());

    public FieldMap {
        paths = Map.copyOf(paths);
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** The exchange that a record holds under these names, without a status when it has none. */
    public Draft read(JsonNode record) {
        Draft draft = new Draft();
        draft.status = Texts.leadingStatus(text(record, "status").trim());
        draft.method = at(record, "method");
        draft.url = at(record, "url");
        draft.id = at(record, "id");
        draft.body = text(record, "body");
        draft.application = at(record, "app");
        draft.tenant = at(record, "tenant");
        RecordValues.add(draft.headers, "request-id", at(record, "request-id"));
        draft.at = RecordValues.time(text(record, "time"));
        return draft;
    }

    private String text(JsonNode record, String part) {
        return Objects.requireNonNullElse(at(record, part), "");
    }

    private @Nullable String at(JsonNode record, String part) {
        String path = paths.get(part);
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
