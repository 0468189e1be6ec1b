package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record that holds what a program printed as a text: docker, journald, Splunk, CloudWatch, Loki, any structured log. */
public final class LogWrapper implements Form<JsonNode> {
    private static final String[] NAMES =
            Resource.text(LogWrapper.class, "wrapped.txt").split("\n");

    @Override
    public boolean matches(JsonNode node) {
        return text(node) != null;
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String name : NAMES) {
            String text = value(node, name);
            if (text != null && told.indexOf(text) < 0) {
                told.append(text).append('\n');
                // The record may name the call of what failed in fields of their own.
                Draft call = FaultWords.isSaid(text) ? CallRecord.draft(node) : new Draft();
                String method = call.method == null ? "url: " : call.method + " ";
                if (intake.text((call.url == null ? "" : method + call.url + "\n") + told)) {
                    return;
                }
            }
        }
    }

    /** What the program printed, which may be a blank line, or null when the object wraps no text. */
    public static @Nullable String text(JsonNode node) {
        String printed = null;
        for (String name : NAMES) {
            String text = value(node, name);
            // An error alone is one that nobody knows, which has to be said.
            if (text != null && !name.equals("error") && (printed == null || printed.isBlank())) {
                printed = text;
            }
        }
        return printed;
    }

    /** All that the object wraps: what was said, and where a program stood. */
    public static String all(JsonNode node) {
        StringBuilder all = new StringBuilder();
        for (String name : NAMES) {
            String text = value(node, name);
            boolean more = text != null && all.indexOf(text) < 0;
            all.append(more && !all.isEmpty() ? "\n" : "").append(more ? text : "");
        }
        return all.toString();
    }

    private static @Nullable String value(JsonNode node, String name) {
        JsonNode record = node.path("result").has("_raw") ? node.path("result") : node;
        JsonNode value = record.path(name);
        // Teams keeps what somebody wrote beside its kind, Terraform what came below what it did.
        boolean summed = value.has("summary");
        value = summed || value.has("contentType") ? value.path(summed ? "detail" : "content") : value;
        StringBuilder told = new StringBuilder(value.isTextual() ? value.textValue() : "");
        // Lambda writes a stack line by line.
        told.append(record.has("errorType") ? String.join("\n", Json.strings(value)) : "");
        // Sentry lists an exception with what led to it.
        for (JsonNode one : value.path("values")) {
            told.append(one.path("type").asText() + ": " + one.path("value").asText() + "\n");
        }
        String thrown = RecordValues.firstText(value, "exceptionType", "type", "name", "class");
        String why = value.path("message").asText();
        told.append(thrown.isEmpty() || why.isEmpty() ? "" : thrown + ": " + why);
        if (value.isTextual() || !told.isEmpty()) {
            return told.toString();
        }
        // The journal writes what is no plain text as bytes.
        boolean bytes = value.isArray() && value.path(0).isIntegralNumber() && name.equals("MESSAGE");
        return bytes ? RecordBody.of(value) : null;
    }
}
