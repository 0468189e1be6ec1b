package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.json.Json;
import java.io.IOException;

/** Turns single JSON values (lines, elements of a list) into exchanges, by the forms of records. */
public final class Records {
    private static final LogWrapper LOG = new LogWrapper();

    private final Intake all;

    public Records(Intake all) {
        this.all = all;
    }

    /** Reads one line of its capture; an empty one holds nothing. */
    public void line(long number, String line) {
        String text = Texts.withoutMark(line);
        if (!text.isBlank()) {
            text(number, text);
        }
    }

    /** Reads one value that stands at an index of its capture. */
    public void text(long index, String text) {
        try {
            value(index, text);
        } catch (IOException e) {
            all.at(index).unused(text.stripLeading().startsWith("{") ? "this is broken JSON" : "this is not JSON");
        }
    }

    private void value(long index, String text) throws IOException {
        JsonNode node = Json.read(text);
        Intake intake = all.at(index);
        FieldMap fields = all.hints().fields();
        if (node.isTextual()) {
            intake.text(node.textValue());
        } else if (!node.isObject()) {
            intake.unused("this is not a JSON object");
        } else if (!fields.isEmpty()) {
            mapped(intake, fields.read(node));
        } else {
            object(intake, node, text);
        }
    }

    private static void mapped(Intake intake, Draft draft) {
        if (!draft.hasOutcome() && draft.body.isEmpty()) {
            intake.unused("this holds no status under the name that --field gives");
        } else {
            intake.exchange(draft);
        }
    }

    private static void object(Intake intake, JsonNode node, String text) throws IOException {
        if (BareBody.is(node)) {
            Draft draft = new Draft();
            draft.body = text;
            intake.exchange(draft);
        } else if (!intake.record(node) && !LOG.matches(node) && !(node.has("schemaVersion") && node.has("type"))) {
            // Other lines of an own run, such as its summary, and of a log hold no exchange.
            boolean call = node.path("request").isObject() || node.has("url");
            intake.unused(
                    call
                            ? "this holds neither a status nor a network failure that is known"
                            : "this JSON object holds no status and no error of a known form");
        }
    }
}
