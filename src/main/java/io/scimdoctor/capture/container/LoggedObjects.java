package io.scimdoctor.capture.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.CallRecord;
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
        for (String line : lines.subList(0, Math.min(lines.size(), LINES_TO_TRY))) {
            JsonNode object = object(line);
            if (object != null && CallRecord.of(object) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        for (String line : text.lines()) {
            JsonNode object = object(line);
            if (object != null) {
                intake.record(object);
            }
        }
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
