package io.scimdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a likeness leaves out, no rule looks at. */
final class LikenessTest {
    private static final Path CONDITIONS =
            Path.of("src", "main", "resources", "io", "scimdoctor", "catalog", "conditions");
    private static final String ONE = "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01";
    private static final String OTHER = "5c1d0c70-1111-4222-8333-444455556666";

    @Test
    void no_rule_asks_for_the_value_of_a_header_of_which_only_the_presence_is_kept() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.list(CONDITIONS)) {
            for (Path file : files.toList()) {
                for (JsonNode headers : Json.read(Files.readString(file)).findValues("header")) {
                    for (Map.Entry<String, JsonNode> wanted : headers.properties()) {
                        seen++;
                        boolean idle = Likeness.isIdle(wanted.getKey());
                        assertThat(idle && !wanted.getValue().asText().isEmpty())
                                .as(file + ": " + wanted.getKey())
                                .isFalse();
                    }
                }
            }
        }

        assertThat(seen).isGreaterThan(10);
    }

    /** A template leaves the end of a success's URL and its method's body open, and so must the rules. */
    @Test
    void no_rule_asks_about_the_request_of_a_success() throws IOException {
        try (Stream<Path> files = Files.list(CONDITIONS)) {
            for (Path file : files.toList()) {
                for (JsonNode rule : Json.read(Files.readString(file)).path("match")) {
                    boolean success = Json.strings(rule.path("status")).stream().anyMatch(s -> s.startsWith("2"));
                    assertThat(success && rule.has("request"))
                            .as(file + ": " + rule)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void other_ids_and_times_are_alike() {
        assertThat(likeness("/users/" + ONE, "2026-05-02T08:00:00Z " + ONE + " not found"))
                .isEqualTo(likeness("/users/" + OTHER, "2026-06-03T09:10:11.123Z " + OTHER + " not found"));
    }

    @Test
    void another_id_than_that_of_the_path_is_told_apart() {
        assertThat(likeness("/users/" + ONE, ONE + " not found"))
                .isNotEqualTo(likeness("/users/" + ONE, OTHER + " not found"));
    }

    @Test
    void a_number_that_rules_know_is_no_id() {
        assertThat(likeness("/users", "80049228-0c6e-4f5a-8e38-2c0d0c6f7a01")).isNotEqualTo(likeness("/users", ONE));
    }

    @Test
    void words_that_a_filter_compares_with_are_alike_and_a_guid_is_not() {
        String filter = "/users?filter=userName%20eq%20%22";

        assertThat(likeness(filter + "ann%40contoso.example%22", "x"))
                .isEqualTo(likeness(filter + "bob%22", "x"))
                .isNotEqualTo(likeness(filter + ONE + "%22", "x"));
    }

    private static String likeness(String path, String body) {
        Headers headers = Headers.of("request-id", body, "Content-Type", "text/plain");
        SentRequest request =
                new SentRequest("GET", "https://graph.microsoft.com/rp/scim" + path, new Headers(List.of()), null);
        Exchange exchange = Exchange.captured(request, new Answered(404, headers, body), null);
        return Objects.requireNonNull(Likeness.of(exchange, DiagnosisContext.at(Instant.EPOCH)));
    }
}
