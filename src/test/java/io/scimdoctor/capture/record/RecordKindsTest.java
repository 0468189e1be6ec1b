package io.scimdoctor.capture.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What clients, loggers, collectors and runners write of one refused call, and what only looks like it. */
final class RecordKindsTest {
    @TestFactory
    Stream<DynamicTest> each_kind_gives_the_call_that_it_tells_of() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("kinds.ndjson")) {
            String kinds = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<DynamicTest> tests = new ArrayList<>();
            for (String line : kinds.lines().toList()) {
                JsonNode kind = Json.read(line);
                tests.add(DynamicTest.dynamicTest(kind.path("kind").asText(), () -> check(kind)));
            }
            return tests.stream();
        }
    }

    private static void check(JsonNode kind) {
        List<Captured> found = Reading.of(kind.path("input").asText()).captured();

        assertThat(found).hasSameSizeAs(Json.strings(kind.path("want")));
        for (int i = 0; i < found.size(); i++) {
            String call = Reading.line(found.get(i).exchange());
            String want = kind.path("want").path(i).asText();
            int word = want.lastIndexOf(' ') + 1;
            boolean answered = found.get(i).exchange().outcome() instanceof Answered;
            assertThat(call).startsWith(answered ? want.substring(0, word) : want);
            assertThat(call).contains(want.substring(word));
        }
    }
}
