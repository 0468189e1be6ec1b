package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Bencode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The image holds its data packed, which says the same as their sources. */
final class PackedDataIT {
    private static final Path SOURCES = Path.of("src/main/resources");
    private static final Path PACKED = Path.of("target/scimdoctor/lib/data");

    /** Of these the program takes the text, and not what it says. */
    private static final Set<String> PLAIN =
            Set.of("io/scimdoctor/schema/scimdoctor-1.0.json", "io/scimdoctor/simulator/scenario/scenarios.json");

    static List<String> files() throws IOException {
        return files(SOURCES);
    }

    @Test
    void the_image_has_the_same_files() throws IOException {
        assertThat(files(PACKED)).isEqualTo(files()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_says_what_its_source_says(String file) throws IOException {
        String source = Files.readString(SOURCES.resolve(file));
        String packed = Files.readString(PACKED.resolve(file));

        JsonNode tree = file.endsWith(".patterns") ? Patterns.read(source) : Json.read(source);
        if (PLAIN.contains(file)) {
            assertThat(packed).isEqualTo(source);
        } else if (tree.path(0).has("conditions")) {
            assertThat(lists(packed)).isEqualTo(byCondition(tree));
        } else {
            assertThat(Bencode.read(packed)).isEqualTo(tree);
        }
    }

    /** Rows that are for some conditions are looked up by the condition: each list is a text in the packed form. */
    private static JsonNode lists(String packed) {
        ObjectNode lists = JsonNodeFactory.instance.objectNode();
        Bencode.read(packed)
                .fieldNames()
                .forEachRemaining(condition -> lists.set(condition, Bencode.read(Bencode.under(packed, condition))));
        return lists;
    }

    /** What is told of each condition, without what only their author needs. */
    private static JsonNode byCondition(JsonNode rows) {
        ObjectNode lists = JsonNodeFactory.instance.objectNode();
        for (JsonNode row : rows) {
            ObjectNode told = row.deepCopy();
            told.remove("basis");
            for (JsonNode condition : told.remove("conditions")) {
                lists.withArray(condition.asText()).add(told);
            }
        }
        return lists;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("io"))) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json") || name.endsWith(".patterns"))
                    .sorted()
                    .toList();
        }
    }
}
