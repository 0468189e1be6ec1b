package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (Path file : files(Path.of(args[0]))) {
            JsonNode json = Json.read(Files.readString(file));
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (String key : INDEXED) {
                if (json.hasNonNull(key)) {
                    row.set(key, json.path(key));
                }
            }
            addNeedles(row.path(Row.MATCH));
            rows.put(json.path("id").asText(), row);
        }
        Path target = Path.of(args[1]).resolve(Catalog.INDEX);
        Files.createDirectories(target.getParent());
        Files.writeString(target, RowIndex.write(rows));
    }

    private static void addNeedles(JsonNode rules) {
        for (JsonNode rule : rules) {
            List<String> needles = RequiredLiterals.of(rule.path("pattern").asText(""));
            if (!needles.isEmpty()) {
                ArrayNode array = ((ObjectNode) rule).putArray(Match.NEEDLES);
                for (String needle : needles) {
                    array.add(needle);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> file.toString().endsWith(".json")).forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }
}
