package io.scimdoctor.simulator.scim;

import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.Arrays;
import java.util.Objects;

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

    /** The answer to content that is not JSON. */
    static Refusal unsupported(String type) {
        String media = "Microsoft.OData.ODataMediaType, ".repeat(20);
        return Refusal.graph(
                415,
                "RequestBodyRead",
                "A supported MIME type could not be found that matches the content type of the response. None of the"
                        + " supported type(s) '" + media.substring(0, media.length() - 2)
                        + "' matches the content type '" + type + "'.");
    }

    /** The path of an object that does not exist. */
    static Refusal notFound(ScimUrl url) {
        String id = Objects.requireNonNullElse(url.id(), "");
        return url.kind() == ResourceKind.SCHEMAS
                ? Refusal.scim(404, "Schema '" + id + "' not found.")
                : Refusal.missing(404, id);
    }
}
