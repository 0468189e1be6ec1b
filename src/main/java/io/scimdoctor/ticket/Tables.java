package io.scimdoctor.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables of this package, which are data. */
final class Tables {
    private Tables() {}

    /** A table by its file name. */
    record Resource(String name) {
        JsonNode read() {
            try (InputStream input = Tables.class.getResourceAsStream(name)) {
                if (input == null) {
                    throw new IllegalStateException("the table " + name + " is missing");
                }
                return Json.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the table " + name + " is broken", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a list holds a text. */
    static boolean contains(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
