package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;

/** What a JSON object is by its own shape: an answer that failed or succeeded, what was sent, or something else. */
public enum BodyShape {
    ERROR,
    SUCCESS,
    REQUEST,
    OTHER;

    /** How many fields a gateway or a framework puts into an error; the record of a log has more. */
    private static final int LARGEST = 5;

    /** What describes a service stands in its sources in the same words, and is no answer on its own. */
    private static final LatePattern RESOURCE =
            LatePattern.of("urn:ietf:params:scim:schemas:.*+(?<!:Schema|:ResourceType|:ServiceProviderConfig)");

    /** The shape of a body as text; what is no JSON object has none. */
    public static BodyShape of(String body) {
        return body.stripLeading().startsWith("{") ? of(Json.readLeniently(body).node()) : OTHER;
    }

    public static BodyShape of(JsonNode node) {
        if (isError(node)) {
            return ERROR;
        }
        if (!node.path("schemas").isArray()) {
            return node.has("token_type") && (node.has("expires_in") || node.has("access_token")) ? SUCCESS : OTHER;
        }
        return ofSchemas(node);
    }

    private static boolean isError(JsonNode node) {
        JsonNode error = node.has("odata.error") ? node.path("odata.error") : node.path("error");
        if (error.isObject()) {
            return isDetail(error);
        }
        if (error.isTextual()) {
            return ErrorBody.isOauth(node) || ErrorBody.isFramework(node);
        }
        return node.path("error_description").isTextual() || namesSchema(node, ":Error") || isProblem(node);
    }

    /** Whether an object is what stands behind {@code error} in an answer of Graph, and no error object of a client. */
    public static boolean isDetail(JsonNode error) {
        boolean own = Json.hasAny(error, "stack", "stack_trace", "config", "name");
        return !own && (error.path("code").isTextual() || error.path("message").isValueNode());
    }

    /** A SCIM error without its schema, as other servers send it, or their own form of one. */
    private static boolean isProblem(JsonNode node) {
        boolean said = node.path("detail").isTextual() || (node.path("message").isTextual() && node.size() <= LARGEST);
        return (said && !node.has("url") && BodyStatus.stated(node) >= 400)
                || (node.has("errorCode") && (node.has("errorSummary") || node.has("message")))
                || node.path("Errors").has("description")
                || node.path("Errors").path(0).has("description")
                || (node.has("message") && (node.has("error_code") || node.has("documentation_url")));
    }

    /** Whether an object can be the error of some other server, when it stands where the body of a failure does. */
    public static boolean isSaid(JsonNode node) {
        boolean said = false;
        for (String name : new String[] {"message", "error", "errors", "detail", "title"}) {
            said = said || node.has(name);
        }
        return said && node.size() <= LARGEST && !node.has("url");
    }

    private static boolean namesSchema(JsonNode node, String end) {
        return Json.endsOne(node.path("schemas"), end);
    }

    private static BodyShape ofSchemas(JsonNode node) {
        if (namesSchema(node, ":ListResponse") || namesSchema(node, ":BulkResponse")) {
            return SUCCESS;
        }
        if (namesSchema(node, ":PatchOp") || namesSchema(node, ":BulkRequest") || namesSchema(node, ":SearchRequest")) {
            return REQUEST;
        }
        for (String schema : Json.strings(node.path("schemas"))) {
            // What a server says of itself in it is in an export of its users as well.
            if (RESOURCE.matcher(schema).matches()) {
                return REQUEST;
            }
        }
        return OTHER;
    }
}
