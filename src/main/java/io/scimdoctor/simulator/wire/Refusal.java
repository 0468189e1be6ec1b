package io.scimdoctor.simulator.wire;

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

    public static Refusal scim(int status, String detail) {
        return new Refusal(status, null, detail, null, null, false);
    }

    public static Refusal scim(String scimType, String detail) {
        return new Refusal(400, null, detail, scimType, null, true);
    }

    public static Refusal graph(int status, String code, String message) {
        return new Refusal(status, code, message, null, null, false);
    }

    /** The sentence for an id that nothing bears; it is the same for a missing member and a missing object. */
    public static Refusal missing(int status, String id) {
        return scim(
                status,
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** The path of an object that does not exist. */
    public static Refusal notFound(ScimUrl url) {
        String id = Objects.requireNonNullElse(url.id(), "");
        return url.kind() == ResourceKind.SCHEMAS ? scim(404, "Schema '" + id + "' not found.") : missing(404, id);
    }

    /** The answer to content that is not JSON. */
    public static Refusal unsupported(String type) {
        String media = "Microsoft.OData.ODataMediaType, ".repeat(20);
        return graph(
                415,
                "RequestBodyRead",
                "A supported MIME type could not be found that matches the content type of the response. None of the"
                        + " supported type(s) '" + media.substring(0, media.length() - 2)
                        + "' matches the content type '" + type + "'.");
    }

    public static Refusal denied() {
        return graph(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** Microsoft Graph's answer; RFC 7644 asks for 409 instead, and nobody has published what the SCIM service does. */
    public static Refusal conflict(String property) {
        return new Refusal(
                400,
                "Request_BadRequest",
                "Another object with the same value for property " + property + " already exists.",
                null,
                property,
                false);
    }
}
