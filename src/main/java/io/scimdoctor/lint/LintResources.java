package io.scimdoctor.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the data files of this package. */
final class LintResources {
    private LintResources() {}

    static JsonNode read(String name) {
        try (InputStream input = Objects.requireNonNull(LintResources.class.getResourceAsStream(name), name)) {
            return Json.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
