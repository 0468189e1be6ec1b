package io.scimdoctor.capture.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a signature leaves out, no rule looks at. */
final class SignatureTest {
    private static final Path CONDITIONS =
            Path.of("src", "main", "resources", "io", "scimdoctor", "catalog", "conditions");

    @Test
    void no_rule_asks_for_the_value_of_a_header_of_which_only_the_presence_is_kept() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.list(CONDITIONS)) {
            for (Path file : files.toList()) {
                for (JsonNode headers : Json.read(Files.readString(file)).findValues("header")) {
                    seen++;
                    assertPresenceOnly(file, headers);
                }
            }
        }

        assertThat(seen).isGreaterThan(10);
    }

    private static void assertPresenceOnly(Path file, JsonNode headers) {
        for (Map.Entry<String, JsonNode> wanted : headers.properties()) {
            boolean kept =
                    List.of(Signature.PRESENCE_ONLY).contains(wanted.getKey().toLowerCase(Locale.ROOT));
            assertThat(kept && !wanted.getValue().asText().isEmpty())
                    .as(file + ": " + wanted.getKey())
                    .isFalse();
        }
    }
}
