package io.scimdoctor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why the service does not do what it was asked.
 *
 * @param code Graph's code, or null for an error in SCIM's shape
 * @param scimType the error keyword of RFC 7644, if the service gives one
 * @param target the property that Graph's details name
 * @param inferred whether nobody has published that the service says it in these words
 */
public record Refusal(
        int status,
        @Nullable String code,
        String text,
        @Nullable String scimType,
        @Nullable String target,
        boolean inferred) {
    private static final JsonNode TABLE = Resource.json(Refusal.class, "refusals.json");

    /** In Graph's shape when there is a code, else in SCIM's. */
    public static Refusal of(int status, @Nullable String code, String text) {
        return new Refusal(status, code, text, null, null, false);
    }

    /** One of the table, about something that the request names. */
    public static Refusal of(String name, String value) {
        JsonNode row = TABLE.path(name);
        return new Refusal(
                row.path("status").asInt(400),
                row.path("code").textValue(),
                row.path("text").asText().replace("{value}", value),
                row.path("scimType").textValue(),
                row.path("targeted").asBoolean() ? value : null,
                row.path("inferred").asBoolean());
    }

    /** The path of an object that does not exist. */
    public static Refusal notFound(ScimUrl url) {
        String name = url.kind() == ResourceKind.SCHEMAS ? "schema-not-found" : "not-found";
        return of(name, Objects.requireNonNullElse(url.id(), ""));
    }
}
