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
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A fact about the request that a match rule may ask for by name. One about the URL holds of no request without one. */
enum RequestFact implements Slugged {
    QUERY_WHITESPACE((seen, url) -> url.hasWhiteSpaceAtEquals()),
    ID_NOT_GUID((seen, url) -> hasId(url) && !ScimUrl.isGuid(String.valueOf(url.id()))),
    ID_IS_GUID((seen, url) -> hasId(url) && ScimUrl.isGuid(String.valueOf(url.id()))),
    OBJECT_PATH((seen, url) -> hasId(url) && !liesBelowObject(url)),
    /** Changes or deletes one user or group. */
    CHANGES_OBJECT((seen, url) -> hasId(url) && ("PATCH".equals(method(seen)) || "DELETE".equals(method(seen)))),
    LIST_PATH((seen, url) -> url.kind().isDirectory() && url.id() == null),
    DISCOVERY_PATH((seen, url) -> url.kind().isDiscovery()),
    SCHEMA_PATH((seen, url) ->
            url.id() != null && (url.kind() == ResourceKind.SCHEMAS || url.kind() == ResourceKind.RESOURCE_TYPES)),
    OUTSIDE_BASE_PATH((seen, url) -> url.kind() == ResourceKind.OUTSIDE),
    UNKNOWN_PATH((seen, url) -> url.kind() == ResourceKind.UNKNOWN || (hasId(url) && liesBelowObject(url))),
    /** Zero, negative or no number: RFC 7644 allows zero, this API does not. */
    COUNT_NOT_POSITIVE((seen, url) -> hasCountBelowOne(value(url, "count"))),
    HAS_FILTER((seen, url) -> value(url, "filter") != null),
    /** The filter breaks the allow-list, whatever the answer says about it. */
    FILTER_NOT_SERVED((seen, url) -> LIST_PATH.holds(seen) && isNotServed(url.kind(), value(url, "filter"))),
    ACCEPT_JSON(seen -> accept(seen).contains("json") && seen.leavesHeadersOpen()),
    ACCEPT_NOT_JSON(seen -> isRecorded(seen) && !accept(seen).contains("json") && seen.leavesHeadersOpen()),
    AUTHORIZATION_MISSING(seen -> isRecorded(seen) && !sendsToken(seen)),
    REMOVES_MEMBER(seen -> operation(seen, "remove")),
    ADDS_MEMBERS(seen -> operation(seen, "add")),
    /** The body is known, and it changes no membership. */
    KEEPS_MEMBERS(seen -> seen.request().body() != null
            && !operation(seen, "remove")
            && !operation(seen, "add")
            && !operation(seen, "replace")),
    BARE_SECURITY_ATTRIBUTES(
            (seen, url) -> isBare(value(url, "attributes")) || isBare(value(url, "excludedAttributes"))),
    TOKEN_HOST((seen, url) -> Cloud.isLoginHost(host(url))),
    FOREIGN_TOKEN_HOST((seen, url) -> !host(url).isEmpty() && !Cloud.isLoginHost(host(url))),
    METADATA_HOST((seen, url) -> host(url).equals("169.254.169.254")),
    GROUP_PATH((seen, url) -> hasId(url) && url.kind() == ResourceKind.GROUPS),
    USER_PATH((seen, url) -> hasId(url) && url.kind() == ResourceKind.USERS),
    HAS_CURSOR((seen, url) -> value(url, "cursor") != null),
    NAMES_PATH_ID((seen, url) -> hasId(url) && namesId(seen, url)),
    NAMES_OTHER_ID((seen, url) -> hasId(url) && !namesId(seen, url) && seen.namesObject());

    private final @Nullable Predicate<Observation> ofRequest;
    private final @Nullable BiPredicate<Observation, ScimUrl> ofUrl;

    RequestFact(Predicate<Observation> ofRequest) {
        this.ofRequest = ofRequest;
        ofUrl = null;
    }

    RequestFact(BiPredicate<Observation, ScimUrl> ofUrl) {
        this.ofUrl = ofUrl;
        ofRequest = null;
    }

    boolean holds(Observation seen) {
        ScimUrl url = seen.url();
        return (ofRequest != null && ofRequest.test(seen)) || (ofUrl != null && url != null && ofUrl.test(seen, url));
    }

    /** Whether one user or group is named. */
    private static boolean hasId(ScimUrl url) {
        return url.kind().isDirectory() && url.id() != null;
    }

    private static boolean namesId(Observation seen, ScimUrl url) {
        return seen.lowerMessage().contains(String.valueOf(url.id()).toLowerCase(Locale.ROOT));
    }

    private static @Nullable String method(Observation seen) {
        return seen.request().method();
    }

    private static String host(ScimUrl url) {
        return url.host() == null ? "" : url.host();
    }

    /** Nothing is served below one user or group; members and manager are parts of Graph's own API. */
    private static boolean liesBelowObject(ScimUrl url) {
        String path = url.path().replaceFirst("/$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return url.id() != null && last.indexOf('%') < 0 && !last.equalsIgnoreCase(url.id());
    }

    private static boolean hasCountBelowOne(@Nullable String count) {
        try {
            return count != null && new BigInteger(count.trim()).signum() <= 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static @Nullable String value(ScimUrl url, String parameter) {
        return url.parameter(parameter).map(ScimUrl.Parameter::value).orElse(null);
    }

    private static boolean isNotServed(ResourceKind kind, @Nullable String filter) {
        return filter != null && Filters.RULES.check(kind, filter) != null;
    }

    /** Whether request headers were recorded at all; without them nothing can be said of a missing one. */
    private static boolean isRecorded(Observation seen) {
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

    private static boolean isBare(@Nullable String attributes) {
        return List.of(String.valueOf(attributes).split(",")).stream()
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
