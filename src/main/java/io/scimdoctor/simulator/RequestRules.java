package io.scimdoctor.simulator;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules on method, headers and path that hold for every resource. */
final class RequestRules {
    private RequestRules() {}

    /** Whether something follows the id, such as {@code /users/{id}/manager}; the service has no such paths. */
    static boolean isTooDeep(ScimUrl url) {
        String below = url.path()
                .substring(Math.min(Cloud.BASE_PATH.length() + 1, url.path().length()));
        return Arrays.stream(below.split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .count()
                > 2;
    }

    /** The methods that a path serves. */
    static List<String> methods(ScimUrl url) {
        if (url.kind().isDirectory()) {
            return url.isObject() ? List.of("GET", "PATCH", "DELETE") : List.of("GET", "POST");
        }
        return List.of("GET");
    }

    /** A JSON {@code Accept} is compulsory, except on DELETE, where it is refused. Observed 2026-08-24. */
    static @Nullable Refusal accept(Turn turn) {
        Headers headers = turn.request().headers();
        String accept = headers.first("Accept").orElse("");
        String lower = accept.toLowerCase(Locale.ROOT);
        boolean json = lower.contains("application/json") || lower.contains("application/scim+json");
        if (turn.is("DELETE")) {
            return json ? Refusal.scim(400, "Accept header " + accept + " is invalid") : null;
        }
        return json ? null : Refusal.scim(400, "HTTP Accept header for application/json is missing");
    }

    /** The path's id, if it has one, must be a GUID. Observed April 2026; the wording is Microsoft Graph's. */
    static @Nullable Refusal id(ScimUrl url) {
        String id = url.id();
        return url.kind().isDirectory() && id != null && !ScimUrl.isGuid(id)
                ? Refusal.graph(400, "Request_BadRequest", "Invalid object identifier '" + id + "'.")
                : null;
    }

    static @Nullable Refusal contentType(Turn turn) {
        String type = turn.request().headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return Refusal.graph(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.");
        }
        if (type.startsWith("application/scim+json") || type.startsWith("application/json")) {
            return null;
        }
        String media = "Microsoft.OData.ODataMediaType, ".repeat(20);
        return Refusal.graph(
                415,
                "RequestBodyRead",
                "A supported MIME type could not be found that matches the content type of the response. None of the"
                        + " supported type(s) '" + media.substring(0, media.length() - 2)
                        + "' matches the content type '" + type + "'.");
    }

    static Refusal unreadable(String body) {
        return Refusal.graph(
                400,
                "BadRequest",
                body.isBlank()
                        ? "Empty Payload. JSON content expected."
                        : "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of"
                                + " valid JSON format.");
    }

    /** The path of an object that does not exist. */
    static Refusal notFound(ScimUrl url) {
        String id = Objects.requireNonNullElse(url.id(), "");
        return url.kind() == ResourceKind.SCHEMAS
                ? Refusal.scim(404, "Schema '" + id + "' not found.")
                : Refusal.missing(404, id);
    }
}
