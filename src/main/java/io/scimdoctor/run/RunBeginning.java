package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads of a run's file what a list needs, which stands before everything that is long. */
final class RunBeginning {
    private static final String LAST_KEY = "verdict";

    private RunBeginning() {}

    /** @throws IOException when it cannot be read or is no run */
    static RunStore.Entry entry(Path file, @Nullable Instant recorded) throws IOException {
        ObjectNode beginning = read(file);
        if (!RunJson.KIND.equals(beginning.path("kind").asText())) {
            throw new IOException("it is no recorded run");
        }
        RunReader reader = new RunReader(new Redaction(Pseudonyms.NONE, secret -> {}));
        try {
            return new RunStore.Entry(
                    file,
                    recorded,
                    reader.head(beginning),
                    reader.target(beginning.path("target")),
                    RunReader.totals(beginning.path("summary")),
                    reader.verdict(beginning.path(LAST_KEY)),
                    null);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("a value in it is none that scimdoctor writes", e);
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        ObjectNode beginning = JsonNodeFactory.instance.objectNode();
        try (InputStream input = Files.newInputStream(file);
                JsonParser parser = Json.parser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return beginning;
            }
            for (String name = parser.nextFieldName();
                    name != null && !beginning.has(LAST_KEY);
                    name = parser.nextFieldName()) {
                parser.nextToken();
                beginning.set(name, Json.read(parser));
            }
        }
        return beginning;
    }
}
