package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.capture.record.NamedFields;
import io.scimdoctor.json.Json;
import java.io.IOException;

/** Reads one of the many JSON values of a capture: a line, or an element of a list. */
final class JsonValues {
    private static final LogWrapper LOG = new LogWrapper();

    private JsonValues() {}

    /** Reads a line; an empty one holds nothing. */
    static void line(String line, Intake one) throws IOException {
        String text = Texts.withoutMark(line);
        if (!text.isBlank()) {
            read(text, one);
        }
    }

    /** Reads a value. */
    static void read(String text, Intake one) throws IOException {
        try {
            JsonNode node = Json.read(text);
            if (one.takenBySink(node)) {
                return;
            }
            if (node.isTextual()) {
                one.text(node.textValue());
            } else if (!node.isObject()) {
                one.unused("this is not a JSON object");
            } else if (one.hints().fields().isEmpty()) {
                object(node, text, one);
            } else if (!NamedFields.read(node, one)) {
                one.unused("this holds no status under the name that --field gives");
            }
        } catch (JsonProcessingException e) {
            one.unused(text.stripLeading().startsWith("{") ? "this is broken JSON" : "this is not JSON");
        }
    }

    private static void object(JsonNode node, String text, Intake one) throws IOException {
        boolean bare = BareBody.is(node);
        Draft draft = new Draft();
        draft.body = text;
        if (!(bare && one.exchange(draft))
                && !CallRecord.isOfOtherServer(node)
                && !one.record(node)
                && !bare
                && !LOG.matches(node)
                && !(node.has("schemaVersion") && node.has("type"))) {
            // Other lines of an own run, such as its summary, and of a log hold no exchange.
            boolean call = node.path("request").isObject() || node.has("url");
            one.unused(
                    node,
                    call
                            ? "this holds neither a status nor a network failure that is known"
                            : "this JSON object holds no status and no error of a known form");
        }
    }
}
