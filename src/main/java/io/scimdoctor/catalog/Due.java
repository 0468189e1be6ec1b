package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Shape;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the success of a request has to be (RFC 7644, section 3), and what came instead.
 *
 * @param came what came instead, or null when it is what is due
 * @param cut whether it begins as it should and does not end
 */
public record Due(@Nullable String came, boolean cut) {
    private static final String SCIM = "urn:ietf:params:scim:";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");
    private static final Map<ResourceKind, String> TYPES = Map.of(
            ResourceKind.USERS, "User",
            ResourceKind.GROUPS, "Group",
            ResourceKind.SCHEMAS, "Schema",
            ResourceKind.RESOURCE_TYPES, "ResourceType",
            ResourceKind.SERVICE_PROVIDER_CONFIG, "ServiceProviderConfig");

    /** Ids that the row of a log gives too; a header field beside them shows that the fields were recorded. */
    private static final Set<String> IDS = Set.of("request-id", "client-request-id", "x-ms-ags-diagnostic");

    private static boolean hasMoreThanIds(Answered answer) {
        for (Headers.Field field : answer.headers().fields()) {
            if (!IDS.contains(field.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The judgement of a success, or null where nothing is known to be due: then nothing is wrong for certain. */
    static @Nullable Due of(Observation seen, Answered answer) {
        ScimUrl url = seen.url();
        String type = url == null ? null : TYPES.get(url.kind());
        String method = String.valueOf(seen.request().method());
        boolean live = !seen.exchange().attempts().isEmpty();
        boolean read = method.equals("GET");
        boolean recorded = hasMoreThanIds(answer);
        boolean judged = answer.isSuccess() && (live || recorded) && METHODS.contains(method);
        if (url == null || type == null || !judged || url.path().contains("/.search")) {
            return null;
        }
        if (read && answer.status() != 200 && answer.status() != 203) {
            return new Due("HTTP " + answer.status(), false);
        }
        String text = answer.body().strip();
        if (text.isEmpty()) {
            // Most records leave bodies out.
            boolean empty =
                    live || answer.headers().first("content-length").orElse("").equals("0");
            return read && empty ? new Due("an empty body", false) : null;
        }
        boolean json = text.startsWith("{") || text.startsWith("[");
        int end = json ? Json.end(text, 0) : text.length();
        if (!live && json && (end < 0 || !Json.readLeniently(text).complete())) {
            // Somebody cut or changed it while copying.
            return null;
        }
        if (end < text.length()) {
            return new Due(end < 0 ? "JSON that ends in the middle" : "JSON with something else behind it", end < 0);
        }
        boolean whole = text.length() <= ErrorBody.MAX_READ;
        // The first bytes of gzip, as UTF-8 shows them.
        String other = answer.body().startsWith("\u001f\ufffd")
                ? "compressed data (gzip) without Content-Encoding"
                : "no JSON";
        String came = json ? new Content(seen.body(), url, type, whole).instead(read) : other;
        if (came == null && live && read && isOfAnotherId(seen.body(), url)) {
            came = "a " + type + " of another id";
        }
        boolean page = answer.headers().first("content-type").orElse("").startsWith("text/html");
        return new Due(came == null && page ? "JSON that calls itself HTML" : came, false);
    }

    private static boolean isOfAnotherId(ErrorBody body, ScimUrl url) {
        String asked = String.valueOf(url.id());
        String id = Json.field(body.json(), "id").asText("");
        return url.kind().isDirectory() && ScimUrl.isGuid(asked) && !id.isEmpty() && !id.equalsIgnoreCase(asked);
    }

    /** The body of a success beside its request; of a long one only the beginning is known. */
    private record Content(ErrorBody body, ScimUrl url, String type, boolean whole) {
        @Nullable
        String instead(boolean read) {
            JsonNode json = body.json();
            String schemas = schemas(json);
            if (!json.isObject() || json.isEmpty()) {
                return json.isObject() ? "an empty JSON object" : json.isArray() ? "a JSON array" : "unreadable JSON";
            }
            if (schemas.contains("urn:scim:schemas:")) {
                return "SCIM 1.1";
            }
            if (schemas.contains("messages:2.0:error") || (json.has("detail") && json.has("status"))) {
                return "a SCIM error " + body.errorStatus() + " under a status of success";
            }
            boolean another = !schemas.isEmpty() && !schemas.contains(SCIM);
            if (another || (body.shape() != Shape.SCIM && body.shape() != Shape.JSON)) {
                return another
                        ? "JSON of another schema"
                        : "JSON of the form " + body.shape().slug();
            }
            boolean one = !read || url.isObject() || url.kind() == ResourceKind.SERVICE_PROVIDER_CONFIG;
            return one ? resource(json) : list(json, schemas);
        }

        private @Nullable String list(JsonNode json, String schemas) {
            JsonNode entries = Json.field(json, "resources");
            long total = Json.field(json, "totalresults").asLong(-1);
            if (!schemas.isEmpty() && !schemas.contains("listresponse")) {
                return "a " + typeOf(json) + " where a list is due";
            }
            if (!entries.isArray()) {
                boolean fine = entries.isMissingNode() && (total == 0 || (total > 0 && isPaged(json)));
                return fine ? null : total > 0 ? "a list without its entries" : "JSON that is no list";
            }
            if (entries.isEmpty() && whole && total > 0 && !isPaged(json)) {
                return "totalResults " + total + " and no entry";
            }
            // The last entry of what was read may not be whole.
            for (int i = 0; i < entries.size() - (whole ? 0 : 1); i++) {
                String wrong = entries.get(i).isObject() ? resource(entries.get(i)) : "an entry that is no object";
                if (wrong != null) {
                    return "a list with " + wrong;
                }
            }
            return null;
        }

        /** Whether the request or the answer leaves a page without entries open. */
        private boolean isPaged(JsonNode json) {
            return url.parameter("count")
                            .filter(count -> count.value().equals("0"))
                            .isPresent()
                    || has("startIndex")
                    || has("cursor")
                    || !Json.field(json, "nextcursor").isMissingNode();
        }

        private boolean has(String parameter) {
            return url.parameter(parameter).isPresent();
        }

        private @Nullable String resource(JsonNode json) {
            String other = typeOf(json);
            if (Json.field(json, "resources").isArray() || (!other.equals("resource") && !other.equals(type))) {
                return "a " + (other.equals("resource") ? "list" : other) + " where a " + type + " is due";
            }
            boolean selected = has("attributes") || has("excludedAttributes");
            boolean described = !url.kind().isDirectory()
                    && (other.equals(type) || json.has("patch") || json.has("filter") || json.has("endpoint"));
            boolean named = !Json.field(json, "id").asText("").isEmpty();
            return named || described || selected || !whole ? null : "a " + type + " without id";
        }

        private static String typeOf(JsonNode json) {
            String schemas = schemas(json);
            String stated = Json.field(Json.field(json, "meta"), "resourcetype").asText("");
            for (String type : TYPES.values()) {
                boolean named = schemas.isEmpty()
                        ? stated.equalsIgnoreCase(type)
                        : schemas.contains(SCIM + "schemas:core:2.0:" + type.toLowerCase(Locale.ROOT) + " ");
                if (named) {
                    return type;
                }
            }
            return "resource";
        }

        /** The schemas in lower case, with a space behind each. */
        private static String schemas(JsonNode object) {
            StringBuilder schemas = new StringBuilder();
            for (JsonNode schema : Json.field(object, "schemas")) {
                schemas.append(schema.asText().toLowerCase(Locale.ROOT)).append(' ');
            }
            return schemas.toString();
        }
    }
}
