package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A text that is one JSON document, whole or cut off. */
public final class JsonText implements Form<Printed> {
    @Override
    public boolean matches(Printed text) {
        return text.text().charAt(0) == '{' || text.text().charAt(0) == '[';
    }

    /** Yields nothing when something else follows the first value, or says why it breaks off. */
    @Override
    public void read(Printed text, Intake intake) throws IOException {
        Json.Partial json = Json.readLeniently(text.text());
        JsonNode node = json.node();
        JsonNode printed = json.complete() ? MissingNode.getInstance() : printedList(text.text());
        if (Any.of(printed, one -> one.has("url") && CallRecord.of(one) != null)) {
            for (JsonNode one : printed) {
                intake.record(one);
            }
        } else if (text.text().charAt(0) == '[') {
            if (json.complete()) {
                intake.stream(new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8)), false);
            }
        } else if (json.complete()) {
            if (BareBody.is(node) || !intake.record(node)) {
                intake.exchange(body(text));
            }
        } else if (Json.end(text.text(), 0) < 0 && (node.path("request").isObject() || node.has("log"))) {
            intake.unused("this JSON is broken or cut off");
        } else if (Json.end(text.text(), 0) < 0
                && !FaultWords.isSaid(
                        text.text().substring(LooseObject.at(text.text(), 0).end()))) {
            intake.exchange(body(text));
        }
    }

    /** The objects of a text as a language prints them, in a list or one below the other; missing where it is no such text. */
    private static JsonNode printedList(String text) {
        LooseObject.Found whole = LooseObject.at("{a:[" + text + "]}", 0);
        JsonNode held = whole.node();
        JsonNode printed = held == null || whole.cut() ? MissingNode.getInstance() : held.path("a");
        return printed.path(0).isArray() ? printed.path(0) : printed;
    }

    /** Whether a text is one whole object. */
    static boolean isWhole(Printed text) {
        return text.text().startsWith("{") && Json.readLeniently(text.text()).complete();
    }

    /** The whole text as the body of an answer. */
    static Draft body(Printed text) {
        Draft draft = new Draft();
        draft.body = text.text();
        draft.truncated = text.isCut();
        return draft;
    }
}
