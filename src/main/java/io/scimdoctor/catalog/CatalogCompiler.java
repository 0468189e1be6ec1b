package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Run by the build: merges the rules of all condition files into the one index that a start reads. */
final class CatalogCompiler {
    private static final List<String> INDEXED =
            List.of("title", "error", "severity", "confidence", "owner", "statuses", Row.ONLY, Row.MATCH);

    private CatalogCompiler() {}

    /**
     * @param args the folder of the condition files, and the folder for the index
     * @throws IllegalArgumentException when a file is not of the catalogue's form, naming it
     */
    public static void main(String[] args) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(Path.of(args[0]))) {
            JsonNode json = Json.read(Files.readString(file));
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (String key : INDEXED) {
                if (json.hasNonNull(key)) {
                    row.set(key, json.path(key));
                }
            }
            lines.append(Row.line(json.path("id").asText(), row)).append('\n');
        }
        Path target = Path.of(args[1]).resolve(Catalog.INDEX);
        Files.createDirectories(target.getParent());
        Files.writeString(target, lines);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
