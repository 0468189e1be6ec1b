package io.scimdoctor.capture.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people keep requests in, with what comes out of it, and what must be said to be left open. */
final class RequestKindsTest {
    @TestFactory
    Stream<DynamicTest> each_kind_gives_its_requests_and_says_what_it_left_open() throws IOException {
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
        RequestText.Found found = RequestText.read(kind.path("input").asText());

        assertThat(found.requests().stream().map(one -> line(one.request())))
                .containsExactlyElementsOf(Json.strings(kind.path("want")));
        assertThat(found.requests().stream().flatMap(one -> one.unknown().stream()))
                .containsExactlyElementsOf(Json.strings(kind.path("unknown")));
        assertThat(found.requests().stream().flatMap(one -> one.skipped().stream()))
                .containsExactlyElementsOf(Json.strings(kind.path("skipped")));
        assertThat(found.leftOut()).hasSize(kind.path("left").asInt());
    }

    private static String line(SentRequest request) {
        String names =
                request.headers().fields().stream().map(Headers.Field::name).collect(Collectors.joining(","));
        return request.method() + " " + request.url() + " " + names + " "
                + (request.body() == null ? "" : request.body());
    }
}
