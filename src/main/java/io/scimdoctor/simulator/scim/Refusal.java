package io.scimdoctor.simulator.scim;

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
    static Refusal missing(int status, String id) {
        return scim(
                status,
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    static Refusal denied() {
        return graph(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** Microsoft Graph's answer; RFC 7644 asks for 409 instead, and nobody has published what the SCIM service does. */
    static Refusal conflict(String property) {
        return new Refusal(
                400,
                "Request_BadRequest",
                "Another object with the same value for property " + property + " already exists.",
                null,
                property,
                false);
    }
}
