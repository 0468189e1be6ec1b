package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fact about the request that a match rule may ask for by name. */
enum RequestFact implements Slugged {
    QUERY_WHITESPACE,
    ID_NOT_GUID,
    ID_IS_GUID,
    OBJECT_PATH,
    /** Changes or deletes one user or group. */
    CHANGES_OBJECT,
    LIST_PATH,
    DISCOVERY_PATH,
    SCHEMA_PATH,
    OUTSIDE_BASE_PATH,
    UNKNOWN_PATH,
    /** Zero, negative or no number: RFC 7644 allows zero, this API does not. */
    COUNT_NOT_POSITIVE,
    HAS_FILTER,
    /** The filter breaks the allow-list, whatever the answer says about it. */
    FILTER_NOT_SERVED,
    ACCEPT_JSON,
    ACCEPT_NOT_JSON,
    AUTHORIZATION_MISSING,
    REMOVES_MEMBER,
    ADDS_MEMBERS,
    /** The body is known, and it changes no membership. */
    KEEPS_MEMBERS,
    BARE_SECURITY_ATTRIBUTES,
    TOKEN_HOST,
    FOREIGN_TOKEN_HOST,
    METADATA_HOST,
    GROUP_PATH,
    USER_PATH,
    HAS_CURSOR,
    NAMES_PATH_ID,
    NAMES_OTHER_ID;

    /** A fact about the URL holds of no request whose URL is not known. */
    boolean holds(Observation seen) {
        ScimUrl url = seen.url();
        return url == null ? holdsOfMessage(seen) : holdsOfMessage(seen) || holds(url) || holdsOfId(seen, url);
    }

    private boolean holdsOfMessage(Observation seen) {
        return switch (this) {
            case ACCEPT_JSON -> accept(seen).contains("json") && seen.leavesHeadersOpen();
            case ACCEPT_NOT_JSON -> recorded(seen) && !accept(seen).contains("json") && seen.leavesHeadersOpen();
            case AUTHORIZATION_MISSING -> recorded(seen) && !sendsToken(seen);
            case REMOVES_MEMBER -> operation(seen, "remove");
            case ADDS_MEMBERS -> operation(seen, "add");
            case KEEPS_MEMBERS ->
                seen.request().body() != null
                        && Stream.of("remove", "add", "replace").noneMatch(op -> operation(seen, op));
            default -> false;
        };
    }

    private boolean holds(ScimUrl url) {
        boolean directory = url.kind().isDirectory();
        String host = url.host() == null ? "" : url.host();
        return switch (this) {
            case QUERY_WHITESPACE -> url.hasWhiteSpaceAtEquals();
            case LIST_PATH -> directory && url.id() == null;
            case DISCOVERY_PATH -> url.kind().isDiscovery();
            case SCHEMA_PATH ->
                url.id() != null && url.kind().isDiscovery() && url.kind() != ResourceKind.SERVICE_PROVIDER_CONFIG;
            case OUTSIDE_BASE_PATH -> url.kind() == ResourceKind.OUTSIDE;
            case UNKNOWN_PATH -> url.kind() == ResourceKind.UNKNOWN || (directory && liesBelowObject(url));
            case COUNT_NOT_POSITIVE -> hasCountBelowOne(url);
            case HAS_FILTER -> url.parameter("filter").isPresent();
            case FILTER_NOT_SERVED -> directory && url.id() == null && hasFilterNotServed(url);
            case BARE_SECURITY_ATTRIBUTES -> bare(url, "attributes") || bare(url, "excludedAttributes");
            case TOKEN_HOST -> Cloud.isLoginHost(host);
            case FOREIGN_TOKEN_HOST -> !host.isEmpty() && !Cloud.isLoginHost(host);
            case METADATA_HOST -> host.equals("169.254.169.254");
            case GROUP_PATH -> url.kind() == ResourceKind.GROUPS && url.id() != null;
            case USER_PATH -> url.kind() == ResourceKind.USERS && url.id() != null;
            case HAS_CURSOR -> url.parameter("cursor").isPresent();
            default -> false;
        };
    }

    /** Facts about the id of a user or group in the path. */
    private boolean holdsOfId(Observation seen, ScimUrl url) {
        String id = url.kind().isDirectory() ? url.id() : null;
        if (id == null) {
            return false;
        }
        boolean named = seen.lowerMessage().contains(id.toLowerCase(Locale.ROOT));
        return switch (this) {
            case OBJECT_PATH -> !liesBelowObject(url);
            case CHANGES_OBJECT ->
                "PATCH".equals(seen.request().method())
                        || "DELETE".equals(seen.request().method());
            case ID_IS_GUID -> ScimUrl.isGuid(id);
            case ID_NOT_GUID -> !ScimUrl.isGuid(id);
            case NAMES_PATH_ID -> named;
            case NAMES_OTHER_ID -> !named && seen.namesObject();
            default -> false;
        };
    }

    /** Nothing is served below one user or group; members and manager are parts of Graph's own API. */
    private static boolean liesBelowObject(ScimUrl url) {
        String path = url.path().replaceFirst("/$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return url.id() != null && last.indexOf('%') < 0 && !last.equalsIgnoreCase(url.id());
    }

    private static boolean hasCountBelowOne(ScimUrl url) {
        String count = value(url, "count");
        try {
            return count != null && new BigInteger(count.trim()).signum() <= 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static @Nullable String value(ScimUrl url, String parameter) {
        return url.parameter(parameter).map(ScimUrl.Parameter::value).orElse(null);
    }

    private static boolean hasFilterNotServed(ScimUrl url) {
        String filter = value(url, "filter");
        return filter != null && Filters.RULES.check(url.kind(), filter) != null;
    }

    /** Whether request headers were recorded at all; without them nothing can be said of a missing one. */
    private static boolean recorded(Observation seen) {
        return !seen.request().headers().isEmpty();
    }

    /** Only the Bearer scheme carries a token (RFC 6750, section 2.1); a masked value still says that one was sent. */
    private static boolean sendsToken(Observation seen) {
        String field = seen.request().headers().first("authorization").orElse("");
        String value = field.trim().toLowerCase(Locale.ROOT);
        boolean otherScheme =
                value.startsWith("basic ") || value.startsWith("negotiate ") || value.startsWith("digest ");
        return !value.isEmpty() && !value.equals("bearer") && !otherScheme;
    }

    private static String accept(Observation seen) {
        return seen.request().headers().first("accept").orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean bare(ScimUrl url, String parameter) {
        String value = String.valueOf(value(url, parameter));
        return List.of(value.split(",")).stream()
                .anyMatch(attribute -> attribute.trim().equalsIgnoreCase(Attributes.SECURITY_ATTRIBUTES));
    }

    /** Whether the PATCH body has such an operation on members. */
    private static boolean operation(Observation seen, String op) {
        String body = seen.request().body();
        if (body == null || !"PATCH".equals(seen.request().method())) {
            return false;
        }
        JsonNode patch = Json.readLeniently(body).node();
        for (JsonNode operation : Json.field(patch, "operations")) {
            if (op.equalsIgnoreCase(operation.path("op").asText()) && onMembers(operation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onMembers(JsonNode operation) {
        return operation.path("path").asText("").toLowerCase(Locale.ROOT).startsWith("members")
                || operation.path("value").has("members");
    }

    /** Read on first use: few answers come with a filter. */
    private static final class Filters {
        static final FilterRules RULES = FilterRules.load();
    }
}
