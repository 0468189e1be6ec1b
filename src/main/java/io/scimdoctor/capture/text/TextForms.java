package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.ExchangeOutlet;
import io.scimdoctor.capture.Records;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.List;

/** Reads text that was pasted or printed: bodies, transcripts of clients, and their error messages. */
public final class TextForms {
    private final ExchangeOutlet outlet;
    private final boolean truncated;

    public TextForms(ExchangeOutlet outlet, boolean truncated) {
        this.outlet = outlet;
        this.truncated = truncated;
    }

    public void read(String raw) {
        String text = raw.indexOf('\u001B') >= 0 ? withoutColours(raw) : raw;
        String trimmed = text.strip();
        char first = trimmed.charAt(0);
        if (first == '{' && json(trimmed)) {
            return;
        }
        if (first == '<' && !trimmed.startsWith("< ")) {
            body(trimmed);
            return;
        }
        List<String> lines = CopiedLines.of(text);
        List<Draft> drafts = drafts(lines);
        long index = 1;
        for (Draft draft : drafts) {
            draft.truncated |= truncated && index == drafts.size();
            outlet.exchange(index++, draft);
        }
    }

    private static List<Draft> drafts(List<String> lines) {
        if (VerboseCurl.matches(lines)) {
            return new VerboseCurl().read(lines);
        }
        if (PostmanText.matches(lines)) {
            return List.of(new PostmanText().read(lines));
        }
        if (Transcript.matches(lines)) {
            return new Transcript().read(lines);
        }
        return LooseText.read(lines);
    }

    /** Takes the text as one JSON document, whole or cut off; false when something else follows the first value. */
    private boolean json(String text) {
        try {
            JsonNode node = Json.read(text);
            if (Records.isExchange(node)) {
                new Records(outlet).text(1, text);
            } else {
                body(text);
            }
            return true;
        } catch (IOException e) {
            return brokenJson(text);
        }
    }

    private boolean brokenJson(String text) {
        if (Json.end(text, 0) > 0) {
            return false;
        }
        JsonNode node = Json.readLeniently(text).node();
        if (node.path("request").isObject() || node.has("log")) {
            outlet.unreadable(1, "this JSON is broken or cut off");
        } else {
            body(text);
        }
        return true;
    }

    private void body(String text) {
        Draft draft = new Draft();
        draft.body = text;
        draft.truncated = truncated;
        outlet.exchange(1, draft);
    }

    /** HTTPie and others colour what they print to a terminal. */
    private static String withoutColours(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\u001B') {
                plain.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '[') {
                i += 2;
                while (i < text.length() && !Character.isLetter(text.charAt(i))) {
                    i++;
                }
            }
        }
        // A text of nothing but colours must still have a first character.
        return plain.toString().isBlank() ? text.replace('\u001B', '?') : plain.toString();
    }
}
