package io.scimdoctor.capture.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a structured log behind what a container runtime, a collector or a terminal wrote in front of each. */
public final class LoggedObjects implements Form<Printed> {
    private static final int LINES_TO_TRY = 200;

    @Override
    public boolean matches(Printed text) {
        List<String> lines = text.lines();
        return Any.of(lines.subList(0, Math.min(lines.size(), LINES_TO_TRY)), LoggedObjects::isCall);
    }

    private static boolean isCall(String line) {
        JsonNode object = object(line);
        return object != null && (object.has("scopeSpans") || CallRecord.of(object) != null);
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line : text.lines()) {
            JsonNode object = object(line);
            if (object == null) {
                rest.append(line).append('\n');
            } else {
                intake.record(object);
            }
        }
        intake.rest(rest.toString());
    }

    /** The object that a line ends with, or null. */
    private static @Nullable JsonNode object(String line) {
        int start = line.indexOf("{\"");
        if (start < 0 || !line.stripTrailing().endsWith("}")) {
            return null;
        }
        Json.Partial object = Json.readLeniently(line.substring(start));
        return object.complete() ? object.node() : null;
    }
}
