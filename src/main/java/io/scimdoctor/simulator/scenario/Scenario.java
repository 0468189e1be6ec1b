package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * One way in which calls to the service succeed or fail.
 *
 * @param name the name that {@code --simulate} takes
 * @param title one line for a list of scenarios
 * @param leadsTo the id of the finding that a check of this scenario ends with, or null when there is none
 * @param provokes the request that the check sends in addition, or null when reading shows the scenario
 */
public record Scenario(
        String name,
        String title,
        Kind kind,
        @Nullable String leadsTo,
        @Nullable Provocation provokes,
        Behaviour behaviour) {
    /** Where the cause of a scenario lies. */
    public enum Kind {
        HEALTHY,
        REQUEST,
        TOKEN,
        TOKEN_ENDPOINT,
        ACCESS,
        SERVICE,
        NETWORK,
        TRANSPORT,
        CLOCK
    }

    /**
     * A request that shows the scenario where plain reading does not.
     *
     * @param path the path below the SCIM base, with a slash and with its query
     * @param headers everything but Authorization and client-request-id; what is not here is not to be sent
     */
    public record Provocation(
            String method,
            String path,
            Headers headers,
            @Nullable String body) {
        private static @Nullable Provocation of(JsonNode row) {
            String body = row.has("body") ? body(row.path("body")) : null;
            Headers headers = Headers.NONE;
            for (JsonNode field : row.path("headers")) {
                headers = headers.plus(field.path(0).asText(), field.path(1).asText());
            }
            if (headers.isEmpty()) {
                Headers reading = Headers.of("Accept", "application/json");
                headers = body == null ? reading : reading.plus("Content-Type", "application/scim+json");
            }
            String method = row.path("method").textValue();
            return method == null
                    ? null
                    : new Provocation(method, row.path("path").asText(), headers, body);
        }

        /** A text, a tree, or the usual new user with other values; null takes one away. */
        private static String body(JsonNode body) {
            if (body.isTextual()) {
                return body.textValue();
            }
            if (!body.has("newUser")) {
                return JsonWriter.compactText(body);
            }
            ObjectNode user = Scenarios.newUser();
            user.setAll((ObjectNode) body.path("newUser"));
            user.properties().removeIf(member -> member.getValue().isNull());
            return JsonWriter.compactText(user);
        }
    }

    /** What a row of the table says; it leads to the finding of its own name unless it names another one, or none. */
    public static Scenario of(JsonNode row) {
        String name = row.path("name").asText();
        return new Scenario(
                name,
                row.path("title").asText(),
                Json.constant(Kind.class, row.path("kind")),
                row.has("leadsTo") ? row.path("leadsTo").textValue() : name,
                Provocation.of(row.path("request")),
                Behaviour.of(row));
    }
}
