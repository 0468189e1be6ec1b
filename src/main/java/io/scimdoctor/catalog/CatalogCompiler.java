package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Bencode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Patterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Run by the build: merges the rules of all condition files into the one index that a start reads, and packs all JSON and patterns. */
final class CatalogCompiler {
    private static final List<String> INDEXED =
            List.of("title", "error", "severity", "confidence", "owner", "statuses", Row.ONLY, Row.MATCH);

    /** Of a row that is for some of them. */
    private static final String CONDITIONS = "conditions";

    private CatalogCompiler() {}

    /**
     * @param args the folder of the condition files, the folder for the index, that of all data files, and one for them packed
     * @throws IllegalArgumentException when a file is not of the catalogue's form, naming it
     */
    public static void main(String[] args) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(Path.of(args[0]), ".json")) {
            JsonNode json = Json.read(Files.readString(file));
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (String key : INDEXED) {
                if (json.hasNonNull(key)) {
                    row.set(key, json.path(key));
                }
            }
            lines.append(Row.line(json.path("id").asText(), row));
        }
        Path target = Path.of(args[1]).resolve(Catalog.INDEX);
        Files.createDirectories(target.getParent());
        Files.writeString(target, lines, StandardCharsets.ISO_8859_1);
        for (Path file : files(Path.of(args[2]), ".json", ".patterns")) {
            Path packed = Path.of(args[3]).resolve(Path.of(args[2]).relativize(file));
            Files.createDirectories(packed.getParent());
            String text = Files.readString(file);
            JsonNode tree = text.startsWith("# ") ? Patterns.read(text) : Json.read(text);
            Files.writeString(packed, Bencode.write(tree.path(0).has(CONDITIONS) ? byCondition(tree) : tree));
        }
    }

    /** Rows by the conditions that they are for, each list packed once more, so that a start passes over the others; what none asks for is left out. */
    private static JsonNode byCondition(JsonNode rows) {
        ObjectNode lists = JsonNodeFactory.instance.objectNode();
        for (JsonNode row : rows) {
            ObjectNode told = row.deepCopy();
            told.remove(List.of(CONDITIONS, "basis"));
            row.path(CONDITIONS)
                    .forEach(condition -> lists.withArray(condition.asText()).add(told));
        }
        ObjectNode packed = JsonNodeFactory.instance.objectNode();
        lists.properties().forEach(list -> packed.put(list.getKey(), Bencode.write(list.getValue())));
        return packed;
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
